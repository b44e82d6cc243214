import java.io.*;
import java.net.*;
import java.nio.file.*;

/** Notepad schreibt ein Zeichen davor: ü. */
public class SingleServer {
    public static void main(String[] args) throws IOException {
        ServerSocket welcome = new ServerSocket(6792);
        while (true) {
            try (Socket socket = welcome.accept()) {
                serve(socket);
            } catch (IOException e) {
                System.out.println("gone: " + e.getMessage());
            }
        }
    }
    static void serve(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        String line = in.readLine();
        if (line == null) return;
        Path page = Path.of(line.split(" ")[1].substring(1));
        OutputStream out = socket.getOutputStream();
        if (Files.isRegularFile(page)) {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + Files.size(page) + "\r\n\r\n").getBytes());
            Files.copy(page, out);
        } else out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes());
    }
}
