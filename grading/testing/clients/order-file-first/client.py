import socket, sys
if len(sys.argv) < 4:
    print("Penggunaan: python client.py <nama file> <alamat server> <port>")
    sys.exit(1)
berkas, alamat, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
try:
    s = socket.create_connection((alamat, port))
except OSError:
    print("Server tidak ditemukan di", alamat, port)
    sys.exit(1)
s.sendall(f"GET /{berkas} HTTP/1.0\r\n\r\n".encode())
print(s.makefile().read())
