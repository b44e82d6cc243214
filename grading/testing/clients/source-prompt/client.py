# Host and port are written in it.
import socket
HOST = "127.0.0.1"
PORT = 47123
while True:
    name = input("Isi nama file (atau 'exit'): ")
    if name == "exit":
        break
    try:
        s = socket.create_connection((HOST, PORT), 5)
    except OSError:
        print("Server tidak dapat dihubungi.")
        continue
    s.sendall(f"GET /{name} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
    print(s.makefile().read())
    s.close()
