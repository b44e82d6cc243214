# As textbooks have it: one request, one answer with its length, and the connection is closed.
import socket
import sys

port = int(sys.argv[1])
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("", port))
server.listen()

while True:
    connection, _ = server.accept()
    try:
        request = b""
        while b"\r\n\r\n" not in request:
            part = connection.recv(4096)
            if not part:
                break
            request += part
        if request:
            path = request.split()[1].decode()
            try:
                body, status = open(path[1:], "rb").read(), "200 OK"
            except OSError:
                body, status = b"<h1>404 Not Found</h1>", "404 Not Found"
            head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            connection.sendall(head.encode() + body)
    except OSError as error:
        print(error)
    finally:
        connection.close()
