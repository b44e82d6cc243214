import socket

server = socket.socket()
server.bind(("10.17.4.23", 5000))  # the address that the student's laptop has at the faculty
server.listen(1)
print("Server jalan di http://10.17.4.23:5000")
while True:
    connection, client = server.accept()
    request = connection.recv(4096).decode()
    try:
        name = request.split()[1].lstrip("/")
        with open(name, "rb") as page:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.read())
    except IndexError:
        pass
    except OSError:
        connection.sendall(b"HTTP/1.1 404 Not Found\r\n\r\n<h1>404</h1>")
    connection.close()
