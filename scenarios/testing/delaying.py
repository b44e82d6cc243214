"""A server that thinks for a known time before each answer: python3 delaying.py MILLISECONDS"""

import socket
import sys
import time

delay = float(sys.argv[1]) / 1000
BODY = b"<h1>Hello</h1>\n"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)


def think(until):
    # A sleep may be late by a timer's slack, so its last part is spent looking at the clock.
    time.sleep(max(0, until - time.perf_counter() - 0.002))
    while time.perf_counter() < until:
        pass


listener = socket.create_server(("127.0.0.1", 0))
while True:
    connection = listener.accept()[0]
    with connection:
        while connection.recv(4096):
            think(time.perf_counter() + delay)
            connection.sendall(ANSWER)
