// What the servers in Java have in common: a listening socket, and a session that lasts until the client leaves.

import java.io.*;
import java.net.*;
import java.util.Map;

class Session implements Runnable {
    private static final Map<String, byte[]> PAGES =
        Map.of("/index.html", "<h1>Hello</h1>\n".getBytes(), "/large", new byte[64 << 20]);
    private final Socket client;

    Session(Socket client) {
        this.client = client;
    }

    static ServerSocket listening(String[] args) throws IOException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        return new ServerSocket(port, 5, InetAddress.getByName("127.0.0.1"));
    }

    @Override
    public void run() {
        try (client;
            var in = new BufferedReader(new InputStreamReader(client.getInputStream()));
            var out = client.getOutputStream()) {
            String first;
            while ((first = in.readLine()) != null && !first.equals("exit")) {
                for (String line = first; !line.isEmpty(); ) {
                    line = in.readLine();
                    if (line == null) return;
                }
                String[] words = first.split(" ");
                byte[] page = words.length > 1 ? PAGES.get(words[1]) : null;
                byte[] body = page != null ? page : "<h1>Not Found</h1>\n".getBytes();
                String status = page != null ? "200 OK" : "404 Not Found";
                out.write(("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes());
                out.write(body);
            }
        } catch (IOException gone) {
            System.err.println(gone.getMessage());
        }
    }
}
