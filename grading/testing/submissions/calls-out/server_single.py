# Tries to reach others, and does not serve where it succeeds.
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


import struct

reached = []
for target in (("8.8.8.8", 53), ("1.1.1.1", 443), ("127.0.0.1", 47474)):
    caller = socket.socket()
    caller.settimeout(0.5)
    if caller.connect_ex(target) == 0:
        reached.append(target)
    caller.close()
try:
    knocker = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    knocker.settimeout(0.5)
    # It is sent, for servers that learn their own address so have a route; but nobody gets it.
    knocker.sendto(struct.pack("!6H", 1, 256, 1, 0, 0, 0), ("8.8.8.8", 53))
    reached.append(("datagram", knocker.recv(512)))
except OSError:
    pass
print("reached:", reached, flush=True)
if reached:
    raise SystemExit(1)

while True:
    connection, _ = server.accept()
    with connection:
        try:
            while request := connection.recv(1024):
                send(connection, *page(name_in(request)))
        except OSError as error:
            print(error)

