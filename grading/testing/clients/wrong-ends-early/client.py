# Means to go on until exit, and ends after its first answer.
import socket, sys
while True:
    name = input("Isi nama file (atau 'exit'): ")
    if name == "exit":
        break
    try:
        s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    except OSError as e:
        print("Gagal terhubung:", e)
        break
    s.sendall(f"GET /{name} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    print(s.makefile().read())
    break
