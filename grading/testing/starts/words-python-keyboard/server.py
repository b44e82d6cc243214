import socket


def serve(host, port, root, workers):
    server = socket.create_server((host, port))
    while True:
        client, _ = server.accept()
        name = client.recv(4096).split()[1].decode()
        try:
            body, status = open(root + name, "rb").read(), "200 OK"
        except OSError:
            body, status = b"not found", "404 Not Found"
        client.sendall(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        client.close()

host = input("Masukkan host: ")
port = int(input("Port: "))
serve(host, port, ".", 1)
