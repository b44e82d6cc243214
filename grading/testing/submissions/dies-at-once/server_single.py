import socket

server = socket.socket()
server.bind(("192.168.1.7", 4321))
server.listen(1)
