# Joins the thread that it has just started: one client after the other.
import os
import socket
import threading


def serve(connection):
    with connection:
        try:
            while request := connection.recv(1024):
                name = request.split()[1].decode().lstrip("/")
                if os.path.isfile(name):
                    with open(name, "rb") as file:
                        body, status = file.read(), b"200 OK"
                else:
                    body, status = b"<h1>404</h1>", b"404 Not Found"
                connection.sendall(b"HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s" % (status, len(body), body))
        except (OSError, IndexError) as error:
            print(error)


server = socket.socket()
server.bind(("", 1234))
server.listen(5)

while True:
    thread = threading.Thread(target=serve, args=(server.accept()[0],))
    thread.start()
    thread.join()
