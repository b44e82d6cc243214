# Reads on for ten seconds after each answer, as one may who does not look at Content-Length.
import socket
import sys

client = socket.socket()
client.settimeout(10)
try:
    client.connect((sys.argv[1], int(sys.argv[2])))
except OSError as error:
    raise SystemExit(f"No server there: {error}")
while (name := input("File: ")) != "exit":
    client.sendall(f"GET /{name} HTTP/1.0\r\n\r\n".encode())
    answer = b""
    try:
        while part := client.recv(4096):
            answer += part
    except TimeoutError:
        pass
    print(answer.decode())
