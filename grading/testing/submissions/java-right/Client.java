import java.io.*;
import java.net.*;
import java.util.Scanner;

/** Asks a server for the files that are typed. */
public class Client {
    public static void main(String[] args) throws IOException {
        String host = args[0];
        int port = Integer.parseInt(args[1]);
        Scanner keyboard = new Scanner(System.in);
        while (true) {
            System.out.print("File name (or exit): ");
            if (!keyboard.hasNextLine()) return;
            String name = keyboard.nextLine();
            if (name.equals("exit")) return;
            try (Socket socket = new Socket(host, port)) {
                PrintWriter out = new PrintWriter(socket.getOutputStream());
                out.print("GET /" + name + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
                out.flush();
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
                int length = -1;
                String line;
                while ((line = in.readLine()) != null && !line.isEmpty()) {
                    System.out.println(line);
                    if (line.toLowerCase().startsWith("content-length:")) length = Integer.parseInt(line.substring(15).trim());
                }
                char[] body = new char[Math.max(length, 0)];
                int got = 0;
                for (int n; got < body.length && (n = in.read(body, got, body.length - got)) > 0; got += n) { }
                System.out.println(new String(body, 0, got));
            } catch (ConnectException e) {
                System.out.println("No server at " + host + ":" + port);
            }
        }
    }
}
