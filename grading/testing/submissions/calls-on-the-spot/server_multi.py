# Calls serve on the spot, and gives what it returns to a thread.
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
    connection, address = server.accept()
    threading.Thread(target=serve(connection)).start()
