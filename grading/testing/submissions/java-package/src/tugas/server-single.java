package tugas;

import java.io.IOException;
import java.net.ServerSocket;

public class ServerSingle {
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(4321)) {
            while (true) new Penangan(server.accept()).layani();
        }
    }
}
