import java.io.*;
import java.net.*;

public class Server {
    static char[] board = new char[9];

    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(6803);
        Socket player1 = server.accept();
        Socket player2 = server.accept();
        System.out.println("The game begins: player 1 has the first move");
        boolean winner = false;
        while (!winner) {
            int move = player1.getInputStream().read();
            board[move] = 'X';
            player2.getOutputStream().write(move);
            winner = board[0] == 'X' && board[1] == 'X' && board[2] == 'X';
        }
    }
}
