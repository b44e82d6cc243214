package id.ac.kampus.http;

import java.io.*;
import java.net.Socket;
import java.nio.file.*;

public class Pages {
    public static void answer(Socket client) {
        try (client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
            String line = in.readLine();
            for (String field = line; field != null && !field.isEmpty(); field = in.readLine()) {}
            if (line == null) return;
            Path page = Path.of(line.split(" ")[1].substring(1));
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
