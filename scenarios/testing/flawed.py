"""Servers with one fault, whose way to serve several clients can be seen all the same: python3 flawed.py FAULT MODEL

MODEL: iterative, threads, pool. All listen on a free port of 127.0.0.1.
"""

import queue
import select
import socket
import sys
import threading
import time

FAULT, MODEL = sys.argv[1:]
PAGE = b"<h1>Hello</h1>\n"
OK = b"HTTP/1.0 200 OK\r\n"
ANSWERS = {
    # What it sends is no HTTP, and yet it tells who was served.
    "page-alone": PAGE,
    "one-word": b"OK",
    "bad-status-line": b"200 OK HTTP/1.0\r\n\r\n" + PAGE,
    "no-empty-line": OK + PAGE.strip(),
    "status-line-alone": OK,
    "promises-more": OK + b"Content-Length: 500\r\n\r\n" + PAGE,
    "bad-chunk": OK + b"Transfer-Encoding: chunked\r\n\r\nhello\r\n" + PAGE,
    "nothing": b"",
    # The asked page is not there, or the server says so.
    "not-found": b"HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n",
    "server-error": b"HTTP/1.0 500 Internal Server Error\r\n\r\nsorry",
}
ANSWER = ANSWERS.get(FAULT, OK + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE)


def request_of(connection):
    """What a client has asked; with a mistake, where that is the fault."""
    if FAULT == "reads-until-close":
        asked = b""
        while piece := connection.recv(4096):
            asked += piece
        return asked
    if FAULT == "reads-a-length-that-does-not-come":
        return connection.recv(4096, socket.MSG_WAITALL)
    if FAULT == "takes-no-notice":  # at the end of the stream this never ends
        while not (asked := connection.recv(4096)):
            time.sleep(0.005)
        return asked
    if FAULT == "spins-at-the-end":
        lines = connection.makefile("rb")
        while lines.readline() not in (b"\r\n", b"\n"):
            pass
        return b"GET"
    if FAULT == "waits-in-poll":
        connection.settimeout(600)
    if FAULT == "waits-in-select":
        select.select([connection], [], [])
    if FAULT == "waits-in-short-polls":
        while not select.select([connection], [], [], 0.2)[0]:
            pass
    return connection.recv(4096)


def serve(connection):
    if FAULT == "keeps-it-open":
        connection.recv(4096)
        time.sleep(1000)
    with connection:
        if FAULT.startswith("greets"):
            connection.sendall(b"hello, what is your name?\r\n")
            if FAULT == "greets-and-closes":
                return
        asked = request_of(connection)
        if FAULT in ("ends-of-silence", "ends-its-thread"):
            asked.split()[1]  # IndexError, where nothing was asked
        if FAULT == "exits-of-silence" and not asked:
            sys.exit(1)
        if FAULT == "takes-a-second" and asked:
            time.sleep(1.1)
        if asked and not FAULT.startswith("greets"):
            connection.sendall(ANSWER)
        if FAULT == "leaves-it-open" and not asked:
            connection.detach()


listener = socket.socket()
if FAULT != "ends-of-silence":
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", 0))
listener.listen(50)
work = queue.Queue()


def worker():
    while True:
        try:
            serve(work.get())
        except OSError:
            pass
        # An error of its own ends the thread, where the fault is that nobody catches it.


if MODEL == "pool":
    small = FAULT in ("takes-no-notice", "spins-at-the-end", "leaves-it-open", "takes-a-second", "ends-its-thread")
    for _ in range(4 if small else 64):
        threading.Thread(target=worker, daemon=True).start()
if FAULT == "never-accepts":
    time.sleep(1000)
while True:
    client = listener.accept()[0]
    if FAULT == "waits-for-the-next":
        listener.accept()
    if MODEL == "pool":
        work.put(client)
    elif MODEL == "threads":
        threading.Thread(target=serve, args=(client,), daemon=True).start()
    else:
        serve(client)
