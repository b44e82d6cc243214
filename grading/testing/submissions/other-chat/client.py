import socket
import sys
import threading

s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
nickname = input("Nickname: ")
s.sendall(nickname.encode())


def receive():
    while message := s.recv(1000):
        print(message.decode(), end="")


threading.Thread(target=receive, daemon=True).start()
print("You have joined the chat room")
while True:
    s.sendall(input().encode() + b"\n")
