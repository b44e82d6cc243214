# Asks for its port.
import socket

port = int(input("Port: "))
server = socket.socket()
server.bind(("", port))
server.listen()
server.accept()
