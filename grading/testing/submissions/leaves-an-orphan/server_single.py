# Leaves a program that sleeps for an hour, in a session of its own.
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


import subprocess

for _ in range(2):
    subprocess.Popen(["sleep", "3607"], start_new_session=True, env={})
if os.fork() == 0:
    os.setsid()
    if os.fork() > 0:
        os._exit(0)
    os.execvpe("sleep", ["sleep", "3608"], {})

while True:
    connection, _ = server.accept()
    with connection:
        try:
            while request := connection.recv(1024):
                send(connection, *page(name_in(request)))
        except OSError as error:
            print(error)

