package id.ac.kampus;

import org.junit.jupiter.api.Test;

class WebServerTest {
    @Test
    void answers() throws Exception {
        new java.net.ServerSocket(0).close();
    }
}
