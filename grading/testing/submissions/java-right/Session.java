import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;

/** What both servers do with a client. */
class Session {
    static void serve(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = client.getOutputStream();
        String line;
        while ((line = in.readLine()) != null) {
            if (line.equals("exit")) return;
            String[] words = line.split(" ");
            String field;
            while ((field = in.readLine()) != null && !field.isEmpty()) { }
            Path path = Path.of(words.length > 1 ? words[1].substring(1) : "");
            boolean found = Files.isRegularFile(path);
            byte[] body = found ? Files.readAllBytes(path) : "<h1>404 Not Found</h1>".getBytes();
            String head = "HTTP/1.1 " + (found ? "200 OK" : "404 Not Found") + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
        }
    }
}
