import java.io.*;
import java.net.*;

public class Client {
    public static void main(String[] args) {
        if (args.length < 3) {
            System.err.println("Usage: java Client <server> <port> <file>");
            System.exit(1);
        }
        try (Socket s = new Socket(args[0], Integer.parseInt(args[1]))) {
            s.getOutputStream().write(("GET /" + args[2] + " HTTP/1.1\r\nHost: " + args[0] + "\r\n\r\n").getBytes());
            BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream()));
            String line;
            while ((line = in.readLine()) != null) System.out.println(line);
        } catch (ConnectException e) {
            System.out.println("Tidak ada server di " + args[0] + ":" + args[1]);
        } catch (IOException e) {
            System.out.println("Error: " + e.getMessage());
        }
    }
}
