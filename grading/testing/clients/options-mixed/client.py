import argparse, socket
p = argparse.ArgumentParser(description="HTTP client")
p.add_argument("-i", "--server-ip", required=True)
p.add_argument("-p", "--server-port", type=int, required=True)
p.add_argument("filename")
a = p.parse_args()
try:
    s = socket.create_connection((a.server_ip, a.server_port))
    s.sendall(f"GET /{a.filename} HTTP/1.1\r\nHost: {a.server_ip}\r\n\r\n".encode())
    s.settimeout(2)
    while data := s.recv(2048):
        print(data.decode(), end="")
except TimeoutError:
    pass
except ConnectionRefusedError:
    print("koneksi ditolak: server tidak berjalan")
