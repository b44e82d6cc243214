// Asks at a console, which Java has only where the keyboard is a terminal.
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

public class Client {
    public static void main(String[] args) {
        Console console = System.console();
        while (true) {
            String name = console.readLine("Nama file: ");
            if (name.equals("exit")) break;
            try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
                String request = "GET /" + name + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes());
                socket.setSoTimeout(1000);
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), "UTF-8"));
                for (String line; (line = in.readLine()) != null; ) System.out.println(line);
            } catch (IOException error) {
                System.out.println("Tidak bisa terhubung: " + error.getMessage());
            }
        }
    }
}
