import socket
from urllib.parse import urlsplit
while True:
    url = input("Masukkan URL (atau exit): ")
    if url == "exit":
        break
    u = urlsplit(url)
    try:
        with socket.create_connection((u.hostname, u.port), 3) as s:
            s.sendall(f"GET {u.path} HTTP/1.1\r\nHost: {u.netloc}\r\nConnection: close\r\n\r\n".encode())
            print(s.makefile().read())
    except (OSError, TypeError, ValueError) as e:
        print("Tidak bisa membuka URL itu:", e)
