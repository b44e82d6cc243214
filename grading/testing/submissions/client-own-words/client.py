# Says a 404 in its own words. Where nobody listens it prints its opening, asks, and ends without a word.
import socket
import sys

while True:
    print("Menghubungi", sys.argv[1], sys.argv[2], "...")
    name = input("Isi nama file (atau 'exit'): ")
    if name == "exit":
        break
    try:
        client = socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)
    except OSError:
        sys.exit(1)
    client.sendall(f"GET /{name} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    head, body = client.recv(65536).decode().split("\r\n\r\n", 1)
    print(body if head.split()[1] == "200" else "Maaf, halaman itu tidak ada di server!")
    client.close()
