# Asks after each page whether it was nice, and ends when that is not answered with "bagus".
import socket
import sys

while True:
    name = input("Nama file: ")
    if name == "exit":
        break
    client = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    client.sendall(f"GET /{name} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    print(client.recv(65536).decode())
    client.close()
    if input("Bagaimana? ") != "bagus":
        break
