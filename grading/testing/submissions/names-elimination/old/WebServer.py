import socket

PORT = 1
listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("", PORT))
listener.listen(5)
print("serving on", PORT)
while True:
    client, _ = listener.accept()
    try:
        line = client.recv(4096).split(b"\r\n")[0].decode()
        if line:
            with open(line.split()[1][1:], "rb") as page:
                body = page.read()
            client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    except OSError:
        try:
            client.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nNot Found")
        except OSError:
            pass
    client.close()
