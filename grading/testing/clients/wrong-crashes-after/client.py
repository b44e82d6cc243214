# Prints the page, and crashes.
import socket, sys
host, port, name = sys.argv[1:]
try:
    s = socket.create_connection((host, int(port)))
except OSError as e:
    sys.exit(f"no server: {e}")
s.sendall(f"GET /{name} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
print(s.recv(65536).decode())
print(nothing)
