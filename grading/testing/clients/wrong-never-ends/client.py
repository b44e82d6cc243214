# Goes on reading when the server has closed.
import socket, sys, time
host, port, name = sys.argv[1:]
try:
    s = socket.create_connection((host, int(port)))
except OSError as e:
    sys.exit(f"no server: {e}")
s.sendall(f"GET /{name} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
while True:
    data = s.recv(4096)
    if data:
        print(data.decode(), end="")
    else:
        time.sleep(0.1)
