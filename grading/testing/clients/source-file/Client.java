import java.io.*;
import java.net.*;

public class Client {
    static final int PORT = 47124;
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.out.println("Usage: java Client <filename>");
            return;
        }
        try (Socket s = new Socket("localhost", PORT)) {
            s.getOutputStream().write(("GET /" + args[0] + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes());
            System.out.println(new String(s.getInputStream().readAllBytes()));
        } catch (ConnectException e) {
            System.out.println("Server is not running");
        }
    }
}
