import socket
ip = input("Masukkan IP server: ")
port = int(input("Masukkan nomor port: "))
while True:
    file = input("Nama file yang diminta (ketik exit untuk selesai): ")
    if file.lower() == "exit":
        print("Selesai.")
        break
    try:
        s = socket.create_connection((ip, port))
    except OSError as e:
        print("Gagal terhubung:", e)
        continue
    s.send(f"GET /{file} HTTP/1.1\r\nHost: {ip}\r\nConnection: close\r\n\r\n".encode())
    print(s.makefile().read())
    s.close()
