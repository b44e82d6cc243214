# Learns the address of its machine as many do: a UDP socket that is connected to 8.8.8.8 sends nothing.
import socket

probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
probe.connect(("8.8.8.8", 80))
own = probe.getsockname()[0]
probe.close()
server = socket.create_server((own, 4321))
print(f"http://{own}:4321")
while True:
    client, _ = server.accept()
    try:
        while request := client.recv(4096):
            try:
                with open(request.decode().split()[1][1:], "rb") as file:
                    page = file.read()
                client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(page) + page)
            except FileNotFoundError:
                client.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    except ConnectionError as error:
        print(error)
    client.close()
