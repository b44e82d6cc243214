package id.ac.kampus;

import id.ac.kampus.http.Pages;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import org.slf4j.LoggerFactory;

public class WebServer {
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(8021);
        while (true) {
            Socket client = server.accept();
            LoggerFactory.getLogger("server").info("client"); Pages.answer(client);
        }
    }
}
