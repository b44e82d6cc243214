# Binds, and forgets to listen.
import socket
import time

server = socket.socket()
server.bind(("", 1234))
time.sleep(3600)
