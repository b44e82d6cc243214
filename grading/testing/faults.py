"""Web servers that are right but for one fault, for trying what the feedback says of it: python3 faults.py FAULT

They listen on port 8080 of 0.0.0.0, serve the files of the folder that they are started in, and have a thread for each
client unless the fault is about that.
"""

import contextlib
import os
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

FAULT = sys.argv[1]
lock = threading.Lock()
STATUS = {200: "OK", 201: "Created", 404: "Not Found", 500: "Internal Server Error"}


def answer(connection, status, body, said=None):
    length = len(body) if said is None else said
    head = f"HTTP/1.1 {status} {STATUS[status]}\r\nContent-Length: {length}\r\n"
    if FAULT == "no-length":
        head = f"HTTP/1.1 {status} {STATUS[status]}\r\n"
    if FAULT == "no-head":
        head = ""
    elif FAULT != "no-empty-line":
        head += "\r\n"
    connection.sendall(head.encode() + body)


def page(connection, body):
    """Sends a page that is there, with the fault."""
    if FAULT == "length-in-letters":
        return answer(connection, 200, body, len(body.decode("utf-8", "replace")))
    if FAULT == "cuts-with-length":
        letters = len(body.decode("utf-8", "replace"))
        return answer(connection, 200, body[:letters])
    if FAULT == "empty-page":
        return answer(connection, 200, b"")
    if FAULT == "first-part-only":
        return answer(connection, 200, body[:100])
    if FAULT == "something-before":
        return answer(connection, 200, b"OK\n" + body)
    if FAULT == "something-after":
        return answer(connection, 200, body + b"bye bye")
    if FAULT == "line-end-after":
        return answer(connection, 200, body + b"\r\n")
    if FAULT == "line-ends":
        return answer(connection, 200, body.replace(b"\n", b"\r\n"))
    if FAULT == "text-made-of-bytes":
        return answer(connection, 200, body.decode("utf-8").encode("ascii", "ignore"))
    if FAULT == "another-page":
        return answer(connection, 200, b"<title>home</title>" if len(body) % 2 else b"<title>start</title>")
    if FAULT == "one-byte-wrong":
        return answer(connection, 200, body[:-20] + bytes([body[-20] ^ 1]) + body[-19:])
    if FAULT == "says-created":
        return answer(connection, 201, body)
    if FAULT == "never-ends":
        return answer(connection, 200, body, len(body) + 1000)
    if FAULT == "ends-at-a-large-page" and len(body) > 1 << 20:
        os.abort()
    answer(connection, 200, body)


def missing(connection):
    if FAULT == "missing-as-200":
        return answer(connection, 200, b"<h1>404 Not Found</h1>")
    if FAULT == "missing-as-500":
        return answer(connection, 500, b"<h1>error</h1>")
    if FAULT == "missing-closes":
        return None
    if FAULT == "missing-ends-it":
        os._exit(1)
    answer(connection, 404, b"<h1>404 Not Found</h1>")


def reply(connection, request):
    if FAULT == "closes":
        return
    if FAULT == "resets":
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        return
    if FAULT == "same-for-all":
        return answer(connection, 200, b"<h1>Hello World</h1>")
    words = request.split()
    name = words[1].decode().lstrip("/") if len(words) > 1 else ""
    if FAULT == "slash-in-front":
        name = "/" + name
    if os.path.isfile(name):
        with open(name, "rb") as file:
            page(connection, file.read())
    else:
        missing(connection)


def receive(connection):
    request = connection.recv(4096)
    if FAULT == "reads-until-close":
        while piece := connection.recv(4096):
            request += piece
    return request


def serve(connection):
    try:
        serve_one(connection)
    except OSError:
        pass  # the client is gone


def serve_one(connection):
    with connection:
        if FAULT in ("lock-around-all", "lock-while-reading"):
            with lock:
                request = receive(connection)
                if FAULT == "lock-around-all":
                    return reply(connection, request)
        elif FAULT == "lock-while-sending":
            request = receive(connection)
            with lock:
                return reply(connection, request)
        else:
            request = receive(connection)
        if request:
            reply(connection, request)


listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("", 8080))
listener.listen(50)
pool = ThreadPoolExecutor(3) if FAULT == "pool-of-three" else None
if FAULT == "never-accepts":
    time.sleep(1000)
while True:
    client = listener.accept()[0]
    if FAULT == "one-after-the-other":
        serve(client)
    elif FAULT == "reads-in-the-loop":
        request = client.recv(4096)

        def rest(client=client, request=request):
            with client, contextlib.suppress(OSError):
                reply(client, request)

        threading.Thread(target=rest, daemon=True).start()
    elif FAULT == "joins":
        thread = threading.Thread(target=serve, args=(client,), daemon=True)
        thread.start()
        thread.join()
    elif pool:
        pool.submit(serve, client)
    else:
        threading.Thread(target=serve, args=(client,), daemon=True).start()
