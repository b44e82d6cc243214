# Asks, and shows what it had before.
import socket, sys
s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
s.sendall(f"GET /{sys.argv[3]} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
s.recv(10)
print("HTTP/1.1 200 OK\r\n\r\n<h1>Hello</h1>")
