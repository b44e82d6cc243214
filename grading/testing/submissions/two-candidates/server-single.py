"""The first try."""

# Like the course report's: one client after the other, no Content-Length, and the connection stays open.
import os
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("0.0.0.0", 4322))
server.listen(1)
print("Server siap di port 4322")

while True:
    connection, address = server.accept()
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
