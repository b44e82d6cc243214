import java.io.*;
import java.net.*;

public class Client {
    public static void main(String[] args) throws IOException {
        String host = null, file = null;
        int port = 0;
        for (String arg : args) {
            if (arg.startsWith("--host=")) host = arg.substring(7);
            else if (arg.startsWith("--port=")) port = Integer.parseInt(arg.substring(7));
            else if (arg.startsWith("--file=")) file = arg.substring(7);
        }
        if (host == null || port == 0 || file == null) {
            System.out.println("--host, --port dan --file harus diisi");
            return;
        }
        try (Socket s = new Socket(host, port)) {
            s.getOutputStream().write(("GET /" + file + " HTTP/1.0\r\n\r\n").getBytes());
            System.out.println(new String(s.getInputStream().readAllBytes()));
        } catch (ConnectException e) {
            System.out.println("Server tidak menjawab: " + e.getMessage());
        }
    }
}
