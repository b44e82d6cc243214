import java.io.*;
import java.net.*;
import java.nio.file.*;

/** Atiende a los clientes uno tras otro, según el enunciado. */
public class ServidorSecuencial {
    public static void main(String[] args) throws IOException {
        ServerSocket welcome = new ServerSocket(6790);
        while (true) {
            try (Socket socket = welcome.accept()) {
                Peticion.atender(socket);
            } catch (IOException e) {
                System.out.println("gone: " + e.getMessage());
            }
        }
    }
}
