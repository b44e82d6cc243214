import java.io.*;
import java.net.*;

/** A thread for each client. */
public class ServerMulti {
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(8082)) {
            while (true) {
                Socket client = server.accept();
                new Thread(() -> {
                    try (client) {
                        Session.serve(client);
                    } catch (IOException e) {
                        System.out.println("Client lost: " + e.getMessage());
                    }
                }).start();
            }
        }
    }
}
