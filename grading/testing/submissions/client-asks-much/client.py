# Asks for the host, the port, and after each page whether to go on.
import socket

host = input("Masukkan alamat server: ")
port = int(input("Masukkan port: "))
again = "y"
while again == "y":
    name = input("Nama file: ")
    if name == "exit":
        break
    try:
        with socket.create_connection((host, port)) as client:
            client.sendall(f"GET /{name} HTTP/1.0\r\n\r\n".encode())
            print(client.recv(65536).decode())
    except OSError:
        print("Server tidak aktif")
    again = input("Lagi? (y/n) ")
