import argparse
import socket
import threading

parser = argparse.ArgumentParser(description="Web server")
parser.add_argument("--mode", choices=["single", "threaded"], default="single")
parser.add_argument("--port", type=int, default=6799)
options = parser.parse_args()


def answer(client):
    try:
        words = client.recv(4096).split()
        if len(words) > 1:
            with open(words[1][1:], "rb") as page:
                client.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + page.read())
    except OSError:
        try:
            client.sendall(b"HTTP/1.1 404 Not Found\r\n\r\nNot Found")
        except OSError:
            pass
    client.close()


listener = socket.create_server(("", options.port), backlog=50)
while True:
    connection, _ = listener.accept()
    if options.mode == "threaded":
        threading.Thread(target=answer, args=(connection,)).start()
    else:
        answer(connection)
