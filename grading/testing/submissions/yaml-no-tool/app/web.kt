import java.net.ServerSocket

fun main() {
    val server = ServerSocket(6798)
    while (true) {
        val client = server.accept()
        Thread { client.close() }.start()
    }
}
