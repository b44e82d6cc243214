# Takes a name, and asks for the same page whatever it is.
import socket, sys
if len(sys.argv) != 4:
    sys.exit("Usage: client.py HOST PORT FILE")
try:
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
except OSError as e:
    sys.exit(f"Cannot connect: {e}")
s.sendall(b"GET /index.html HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
print(s.makefile().read())
