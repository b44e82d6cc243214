package tugas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

public class Penangan {
    private final Socket klien;

    Penangan(Socket klien) {
        this.klien = klien;
    }

    void layani() {
        try (klien) {
            BufferedReader masuk = new BufferedReader(new InputStreamReader(klien.getInputStream()));
            String baris;
            while ((baris = masuk.readLine()) != null) {
                String kepala;
                while ((kepala = masuk.readLine()) != null && !kepala.isEmpty()) { }
                Path file = Path.of(baris.split(" ")[1].substring(1));
                if (Files.isRegularFile(file)) jawab("200 OK", Files.readAllBytes(file));
                else jawab("404 Not Found", "<h1>404</h1>".getBytes());
            }
        } catch (IOException e) {
            System.out.println("Klien terputus: " + e.getMessage());
        }
    }

    private void jawab(String status, byte[] isi) throws IOException {
        OutputStream keluar = klien.getOutputStream();
        keluar.write(("HTTP/1.1 " + status + "\r\nContent-Length: " + isi.length + "\r\n\r\n").getBytes());
        keluar.write(isi);
        keluar.flush();
    }
}
