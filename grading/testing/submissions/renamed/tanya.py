# Like the course report's: HTTP/1.0 on one connection that stays, and ten seconds of patience.
import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.settimeout(10)
try:
    client.connect((host, port))
except OSError as error:
    print("Tidak dapat terhubung ke server:", error)
    sys.exit(1)

while True:
    name = input("Isi nama file (atau 'exit'): ")
    if name == "exit":
        client.send(b"exit")
        break
    client.sendall(f"GET /{name} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
    try:
        print(client.recv(65536).decode())
    except TimeoutError:
        print("Server tidak menjawab.")
client.close()
