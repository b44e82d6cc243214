# Looks at its words only when it needs them: without a name it ends with an error of its language, connected already.
import socket, sys
s = socket.socket()
try:
    s.connect((sys.argv[1], int(sys.argv[2])))
except OSError as e:
    sys.exit("Server tidak aktif: " + str(e))
s.sendall(b"GET /" + sys.argv[3].encode() + b" HTTP/1.0\r\n\r\n")
while True:
    b = s.recv(512)
    if b == b"":
        break
    print(b.decode(), end="")
