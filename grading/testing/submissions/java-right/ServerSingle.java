import java.io.*;
import java.net.*;
import java.nio.file.*;

/** One client after the other; each is served until it leaves. */
public class ServerSingle {
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(8081)) {
            while (true) {
                Socket client = server.accept();
                try (client) {
                    Session.serve(client);
                } catch (IOException e) {
                    System.out.println("Client lost: " + e.getMessage());
                }
            }
        }
    }
}
