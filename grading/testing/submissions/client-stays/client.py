# Takes its port from nowhere, and does not know exit.
import socket

while True:
    name = input("File: ")
    try:
        client = socket.create_connection(("127.0.0.1", 1234))
        client.sendall(f"GET /{name} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        print(client.recv(65536).decode())
    except OSError:
        print("No server")
