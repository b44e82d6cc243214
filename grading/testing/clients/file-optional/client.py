# With a name it asks for that and ends; without one it asks its user.
import socket, sys

def fetch(host, port, name):
    try:
        with socket.create_connection((host, port), 5) as s:
            s.sendall(f"GET /{name} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            answer = b""
            while part := s.recv(1000):
                answer += part
            print(answer.decode())
    except OSError as e:
        print("Cannot connect:", e)

host, port = sys.argv[1], int(sys.argv[2])
if len(sys.argv) > 3:
    fetch(host, port, sys.argv[3])
else:
    while (name := input("Nama file: ")) != "quit" and name != "exit":
        fetch(host, port, name)
