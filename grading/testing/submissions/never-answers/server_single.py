# Accepts everybody, and says nothing.
import socket

server = socket.socket()
server.bind(("", 4321))
server.listen(5)
guests = []
while True:
    guests.append(server.accept())
