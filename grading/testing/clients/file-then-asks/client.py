# The first name stands on the command line; others are asked for until the user leaves.
import socket, sys
host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
while name != "exit":
    try:
        with socket.create_connection((host, port), 5) as s:
            s.sendall(f"GET /{name} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            print(s.makefile().read())
    except OSError as e:
        print("Tidak ada server:", e)
    name = input("Next file (exit to leave): ")
