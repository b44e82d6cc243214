package multi;

import java.io.*;
import java.net.*;
import java.nio.file.*;

public class Server {
    static class Worker extends Thread {
        private final Socket client;

        Worker(Socket client) {
            this.client = client;
        }

        @Override
        public void run() {
            try {
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
                String line = in.readLine();
                while (line != null) {
                    String field = in.readLine();
                    while (field != null && !field.isEmpty()) field = in.readLine();
                    File file = new File(line.split(" ")[1].substring(1));
                    OutputStream out = client.getOutputStream();
                    if (file.isFile()) {
                        out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + file.length() + "\r\n\r\n").getBytes());
                        Files.copy(file.toPath(), out);
                    } else {
                        out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes());
                    }
                    line = in.readLine();
                }
                client.close();
            } catch (IOException e) {
                System.out.println(e);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(Integer.parseInt(args.length > 0 ? args[0] : "5000"));
        while (true) new Worker(server.accept()).start();
    }
}
