# Its lines end with LF alone, and it prints only the beginning.
import socket
import sys

client = socket.create_connection((sys.argv[1], int(sys.argv[2])))
while (name := input("File: ")) != "exit":
    client.sendall(f"GET /{name} HTTP/1.0\n\n".encode())
    print(client.recv(65536)[:120])
