"""How long a client that blocks, with nothing between it and the system, waits for a first byte: python3 blocking-client.py PORT COUNT

Prints the milliseconds from connect to the first byte, one line for each of COUNT connections.
"""

import socket
import sys
import time

WARM_UP = 10  # not counted

for turn in range(WARM_UP + int(sys.argv[2])):
    start = time.perf_counter()
    with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        connection.recv(1)
        waited = (time.perf_counter() - start) * 1000
    if turn >= WARM_UP:
        print(waited)
