import argparse, socket
p = argparse.ArgumentParser()
p.add_argument("--host", default="127.0.0.1")
p.add_argument("-p", "--port", type=int, default=8080)
p.add_argument("--file", required=True)
p.add_argument("-v", "--verbose", action="store_true")
a = p.parse_args()
try:
    s = socket.create_connection((a.host, a.port))
except OSError as e:
    print(f"Can't reach {a.host}:{a.port}: {e}")
    raise SystemExit(1)
s.sendall(f"GET /{a.file} HTTP/1.1\r\nHost: {a.host}\r\nConnection: close\r\n\r\n".encode())
while data := s.recv(2048):
    print(data.decode(), end="")
