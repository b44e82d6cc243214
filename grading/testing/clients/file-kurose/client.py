# As the textbook's exercise asks: client.py server_host server_port filename.
from socket import *
import sys

if len(sys.argv) != 4:
    print("Usage: client.py server_host server_port filename")
    sys.exit()
serverName = sys.argv[1]
serverPort = int(sys.argv[2])
filename = sys.argv[3]
clientSocket = socket(AF_INET, SOCK_STREAM)
try:
    clientSocket.connect((serverName, serverPort))
except error:
    print("Connection error")
    sys.exit(1)
clientSocket.send(("GET /" + filename + " HTTP/1.1\r\nHost: " + serverName + "\r\n\r\n").encode())
reply = ""
while True:
    data = clientSocket.recv(1024).decode()
    if not data:
        break
    reply += data
print(reply)
clientSocket.close()
