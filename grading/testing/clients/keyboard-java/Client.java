import java.io.*;
import java.net.*;
import java.util.Scanner;

public class Client {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        System.out.print("Alamat server: ");
        String host = in.nextLine();
        System.out.print("Port: ");
        int port = Integer.parseInt(in.nextLine());
        System.out.print("Nama file: ");
        String file = in.nextLine();
        try (Socket s = new Socket(host, port)) {
            s.getOutputStream().write(("GET /" + file + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n").getBytes());
            System.out.println(new String(s.getInputStream().readAllBytes()));
        } catch (IOException e) {
            System.out.println("Koneksi ke server gagal: " + e.getMessage());
        }
    }
}
