import socket, sys
host, port = sys.argv[1], int(sys.argv[2])
name = input("Which file? ")
try:
    s = socket.create_connection((host, port))
except OSError as e:
    print("no server:", e)
    sys.exit(1)
s.sendall(f"GET /{name} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
print(s.makefile().read())
