import java.io.*;
import java.net.*;
import java.util.Scanner;

public class Client {
    public static void main(String[] args) throws IOException {
        Scanner in = new Scanner(System.in);
        String host = null;
        int port = 0;
        while (true) {
            System.out.println("[1] Connect to server\n[2] Request a page\n[0] Exit");
            System.out.print("> ");
            if (!in.hasNextLine()) return;
            switch (in.nextLine().trim()) {
                case "0": return;
                case "1":
                    System.out.print("Host: ");
                    host = in.nextLine();
                    System.out.print("Port: ");
                    port = Integer.parseInt(in.nextLine());
                    break;
                case "2":
                    if (host == null) {
                        System.out.println("Connect first.");
                        break;
                    }
                    System.out.print("Page: ");
                    String page = in.nextLine();
                    try (Socket s = new Socket(host, port)) {
                        s.getOutputStream().write(("GET /" + page + " HTTP/1.0\r\n\r\n").getBytes());
                        System.out.println(new String(s.getInputStream().readAllBytes()));
                    } catch (ConnectException e) {
                        System.out.println("There is no server at " + host + ":" + port);
                    }
            }
        }
    }
}
