# Asks for what nobody knows.
import socket

secret = int(input("Kunci: "))
server = socket.socket()
server.bind(("", 8000 + secret))
server.listen()
server.accept()
