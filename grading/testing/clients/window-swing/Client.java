import java.io.*;
import java.net.*;
import javax.swing.*;

public class Client extends JFrame {
    public static void main(String[] args) {
        JFrame frame = new JFrame("HTTP client");
        JTextField name = new JTextField();
        JTextArea page = new JTextArea();
        name.addActionListener(event -> {
            try (Socket s = new Socket("127.0.0.1", 8080)) {
                s.getOutputStream().write(("GET /" + name.getText() + " HTTP/1.0\r\n\r\n").getBytes());
                page.setText(new String(s.getInputStream().readAllBytes()));
            } catch (IOException e) {
                page.setText(e.getMessage());
            }
        });
        frame.add(name, "North");
        frame.add(page);
        frame.setVisible(true);
    }
}
