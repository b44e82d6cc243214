import socket
import threading

clients = {}


def broadcast(message, sender):
    for nickname, connection in clients.items():
        if nickname != sender:
            connection.sendall(message)


def listen_to(connection):
    nickname = connection.recv(100).decode().strip()
    clients[nickname] = connection
    broadcast(f"{nickname} joined the room\n".encode(), nickname)
    while message := connection.recv(1000):
        broadcast(f"{nickname}: ".encode() + message, nickname)
    del clients[nickname]


s = socket.create_server(("", 6802))
while True:
    c, _ = s.accept()
    threading.Thread(target=listen_to, args=(c,)).start()
