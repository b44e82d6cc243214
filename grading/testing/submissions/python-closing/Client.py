# A new connection for each file, read until the server closes it.
import socket
import sys


def fetch(host, port, name):
    with socket.create_connection((host, port), timeout=10) as connection:
        request = f"GET /{name} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n"
        connection.sendall(request.encode())
        answer = b""
        while part := connection.recv(4096):
            answer += part
        return answer.decode(errors="replace")


def main():
    host, port = sys.argv[1], int(sys.argv[2])
    while True:
        try:
            name = input("File: ").strip()
        except EOFError:
            return
        if name == "exit":
            return
        try:
            print(fetch(host, port, name))
        except OSError as error:
            print(f"Server {host}:{port} cannot be reached: {error}")


main()
