import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.Scanner;

public class Server {
    public static void main(String[] args) throws IOException {
        System.out.println("Pilih jenis server:");
        System.out.println("1. Multithreaded");
        System.out.println("2. Single thread");
        int choice = new Scanner(System.in).nextInt();
        ServerSocket welcome = new ServerSocket(6800);
        while (true) {
            Socket socket = welcome.accept();
            if (choice == 1) new Thread(() -> serve(socket)).start();
            else serve(socket);
        }
    }

    static void serve(Socket socket) {
        try (socket) {
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
            if (line == null) return;
            Path page = Path.of(line.split(" ")[1].substring(1));
            OutputStream out = socket.getOutputStream();
            if (Files.isRegularFile(page)) {
                out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + Files.size(page) + "\r\n\r\n").getBytes());
                Files.copy(page, out);
            } else out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes());
        } catch (IOException e) {
            System.out.println("gone: " + e.getMessage());
        }
    }
}
