# Forgets the / in front of the name that is typed.
import socket, sys
while (name := input("File name (or exit): ")) != "exit":
    try:
        s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    except OSError as e:
        print("No server:", e)
        continue
    s.sendall(f"GET {name} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    print(s.makefile().read())
