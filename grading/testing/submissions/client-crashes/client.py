# Ends at a 404, and says with a traceback that nobody listens.
import socket
import sys

client = socket.create_connection((sys.argv[1], int(sys.argv[2])))
while (name := input("File: ")) != "exit":
    client.sendall(f"GET /{name} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    answer = client.recv(65536).decode()
    if "200 OK" not in answer:
        raise SystemExit("wrong answer")
    print(answer)
