# As in the textbook: one request, one answer, closed. It crashes at a client that leaves without having asked.
from socket import *

server = socket(AF_INET, SOCK_STREAM)
server.bind(("", 6789))
server.listen(1)
while True:
    connection, address = server.accept()
    try:
        message = connection.recv(1024).decode()
        name = message.split()[1]
        page = open(name[1:]).read()
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + page.encode())
    except IOError:
        connection.sendall(b"HTTP/1.1 404 Not Found\r\n\r\n")
    connection.close()
