# Always sends the same page.
import os
import socket

server = socket.socket()
server.bind(("", 4321))
server.listen(1)


def page(name):
    if os.path.isfile(name):
        with open(name, "rb") as file:
            return b"200 OK", file.read()
    return b"404 Not Found", b"<h1>404</h1>"


def send(connection, status, body):
    connection.sendall(b"HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s" % (status, len(body), body))


def name_in(request):
    return request.split()[1].decode().lstrip("/")



while True:
    connection, _ = server.accept()
    with connection:
        try:
            while connection.recv(1024):
                send(connection, b"200 OK", b"<html><h1>Hello World!</h1></html>")
        except OSError as error:
            print(error)
