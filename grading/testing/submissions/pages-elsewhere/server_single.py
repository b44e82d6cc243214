import os
import socket

# The pages are expected in a folder that the program itself makes.
os.makedirs("out/site", exist_ok=True)
os.chdir("out/site")

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("", 8080))
server.listen(1)
while True:
    connection, _ = server.accept()
    words = connection.recv(2048).decode().split()
    if len(words) > 1:
        try:
            with open("." + words[1], "rb") as file:
                body = file.read()
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        except OSError:
            connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nnot found")
    connection.close()
