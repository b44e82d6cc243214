# Its server is always on its own machine.
import socket, sys
try:
    port = int(sys.argv[1])
except IndexError:
    sys.exit("Usage: python3 client.py <port>")
while True:
    name = input("Masukkan nama file (exit untuk keluar): ")
    if name == "exit":
        break
    try:
        s = socket.create_connection(("localhost", port), 3)
        s.sendall(f"GET /{name} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        print(s.makefile().read())
        s.close()
    except OSError:
        print("Server mati")
