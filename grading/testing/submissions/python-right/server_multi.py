# Like the course report's: a thread for each client.
import os
import socket
import threading


def serve(connection, address):
    print("Terhubung dengan", address)
    try:
        while True:
            request = connection.recv(1024)
            if not request or request.strip() == b"exit":
                break
            name = request.split()[1].decode().lstrip("/")
            if os.path.isfile(name):
                with open(name, "rb") as file:
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + file.read())
            else:
                connection.sendall(b"HTTP/1.1 404 Not Found\r\n\r\n<h1>404 Not Found</h1>")
    except (ConnectionError, IndexError) as error:
        print("Terputus:", error)
    connection.close()


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("0.0.0.0", 1234))
server.listen(5)
while True:
    threading.Thread(target=serve, args=server.accept()).start()
