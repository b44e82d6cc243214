import socket, sys
if len(sys.argv) != 5:
    sys.exit("Usage: client.py <host> <port> <GET|HEAD> <file>")
_, host, port, method, name = sys.argv
try:
    s = socket.create_connection((host, int(port)))
except OSError as e:
    sys.exit(f"no server at {host}:{port} ({e.strerror})")
s.sendall(f"{method} /{name} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
while data := s.recv(999):
    sys.stdout.write(data.decode())
