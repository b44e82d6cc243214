import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.concurrent.*;

public class Server {
    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("Usage: java Server <port> <pool size> <root>");
            System.exit(1);
        }
        int port = Integer.parseInt(args[0]);
        ExecutorService pool = Executors.newFixedThreadPool(Integer.parseInt(args[1]));
        String root = args[2];
        ServerSocket server = new ServerSocket(port);
        while (true) {
            Socket client = server.accept();
            pool.execute(() -> answer(client, root));
        }
    }

    static void answer(Socket client, String root) {
        try (client) {
            String line = new BufferedReader(new InputStreamReader(client.getInputStream())).readLine();
            if (line == null) return;
            Path page = Path.of(root, line.split(" ")[1]);
            boolean there = Files.isRegularFile(page);
            byte[] body = there ? Files.readAllBytes(page) : "not found".getBytes();
            String head = "HTTP/1.1 " + (there ? "200 OK" : "404 Not Found") + "\r\nContent-Length: " + body.length;
            client.getOutputStream().write((head + "\r\n\r\n").getBytes());
            client.getOutputStream().write(body);
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}
