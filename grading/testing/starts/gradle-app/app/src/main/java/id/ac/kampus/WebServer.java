package id.ac.kampus;

import id.ac.kampus.http.Pages;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

public class WebServer {
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(8023);
        while (true) {
            Socket client = server.accept();
            Pages.answer(client);
        }
    }
}
