import socket, sys
host, port = sys.argv[1], int(sys.argv[2])
while True:
    print("=== KLIEN HTTP ===")
    print("1. Minta file")
    print("2. Keluar")
    pilihan = input("Pilihan Anda: ")
    if pilihan == "2":
        print("Sampai jumpa")
        break
    if pilihan != "1":
        print("Pilihan tidak dikenal")
        continue
    nama = input("Nama file: ")
    try:
        with socket.create_connection((host, port), 5) as s:
            s.sendall(f"GET /{nama} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            print(s.makefile().read())
    except OSError as e:
        print("Server tidak aktif:", e)
