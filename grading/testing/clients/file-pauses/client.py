# Waits for Enter in the end, so that its window stays.
import socket, sys
ip, port, berkas = sys.argv[1:4]
try:
    s = socket.create_connection((ip, int(port)))
    s.sendall(f"GET /{berkas} HTTP/1.1\r\nHost: {ip}\r\n\r\n".encode())
    s.settimeout(1)
    try:
        while data := s.recv(4096):
            print(data.decode())
    except TimeoutError:
        pass
except ConnectionRefusedError:
    print("Server belum dijalankan")
input("Tekan Enter untuk keluar")
