import socket

server = socket.socket(socket.AF_INET6)
server.bind(("2001:db8::7", 4321))
server.listen(1)
