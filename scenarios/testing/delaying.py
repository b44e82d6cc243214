"""A server that thinks for a known time before each answer: python3 delaying.py MILLISECONDS"""

import socket
import sys
import time

delay = float(sys.argv[1]) / 1000
PAGE = b"<h1>Hello</h1>\n"
LARGE = bytes(64 * 1024 * 1024)  # made once: to make so much for each answer would take longer than it thinks


def answer(connection, body):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body)
    connection.sendall(head + body[:1024])
    connection.sendall(memoryview(body)[1024:])


def think_until(moment):
    # A sleep may be late by more than its timer's slack, so its last part is spent looking at the clock.
    time.sleep(max(0, moment - time.perf_counter() - 0.002))
    while time.perf_counter() < moment:
        pass


def request_from(connection):
    request = b""
    while not request.endswith(b"\r\n\r\n"):
        part = connection.recv(4096)
        if not part:
            return None
        request += part
    return request


listener = socket.create_server(("127.0.0.1", 0))
print("Listening on port", listener.getsockname()[1], flush=True)
while True:
    connection = listener.accept()[0]
    with connection:
        try:
            while request := request_from(connection):
                think_until(time.perf_counter() + delay)
                answer(connection, LARGE if b"/large" in request else PAGE)
        except ConnectionError:
            pass
