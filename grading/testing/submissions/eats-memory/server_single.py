# Takes memory until there is none.
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


import mmap


def eat():
    eaten = []
    try:
        while True:
            eaten.append(mmap.mmap(-1, 16 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_POPULATE))
    except OSError:
        return eaten


kept = eat()

while True:
    connection, _ = server.accept()
    with connection:
        try:
            while request := connection.recv(1024):
                send(connection, *page(name_in(request)))
        except OSError as error:
            print(error)

