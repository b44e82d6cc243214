import socket, sys
from urllib.parse import urlparse
if len(sys.argv) != 2:
    print("Usage: python3 client.py URL")
    sys.exit(1)
u = urlparse(sys.argv[1])
try:
    s = socket.create_connection((u.hostname, u.port or 80))
except OSError as e:
    print("Failed to connect:", e)
    sys.exit(1)
s.sendall(f"GET {u.path} HTTP/1.1\r\nHost: {u.netloc}\r\nConnection: close\r\n\r\n".encode())
while d := s.recv(100):
    print(d.decode(), end="")
