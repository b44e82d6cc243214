"""Two servers of the course report's kind, written anew: what ours are compared with, and tried on.

    python3 report.py single|multi PORT [FOLDER] [--length]

single serves one client until it leaves; multi gives each client a thread. Like the report's, they stay connected
after an answer (with --length they obey Connection: close), end a session at the line "exit", take one recv for a whole request and, without --length, send no
Content-Length. Unlike the report's, they set SO_REUSEADDR, use sendall, and outlive a client that resets.
"""

import os
import socket
import sys
import threading

words = [word for word in sys.argv[1:] if not word.startswith("--")]
model, port = words[0], int(words[1])
folder = words[2] if len(words) > 2 else os.path.join(os.path.dirname(__file__), "../../servers/site")
with_length = "--length" in sys.argv
quiet = "--quiet" in sys.argv


def closes(request):
    return with_length and b"Connection: close" in request


def answer(request):
    name = request.split()[1].decode().lstrip("/")
    path = os.path.join(folder, os.path.basename(name))
    if os.path.isfile(path):
        status = "200 OK"
        with open(path, "rb") as file:
            body = file.read()
    else:
        status, body = "404 Not Found", b"<h1>404 Not Found</h1>"
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n"
    if with_length:
        head += f"Content-Length: {len(body)}\r\n"
    if closes(request):
        head += "Connection: close\r\n"
    return head.encode() + b"\r\n" + body


def serve(connection, address):
    if not quiet:
        print("Terhubung dengan", address, flush=True)
    with connection:
        try:
            while True:
                request = connection.recv(1024)
                if not request or request.strip() == b"exit":
                    return
                connection.sendall(answer(request))
                if closes(request):
                    return
        except ConnectionError as error:
            if not quiet:
                print("Terputus:", error, flush=True)


listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", port))
listener.listen(1 if model == "single" else 5)
if not quiet:
    print("Server berjalan di port", listener.getsockname()[1], flush=True)
while True:
    client = listener.accept()
    if model == "single":
        serve(*client)
    else:
        threading.Thread(target=serve, args=client, daemon=True).start()
