"""How long a client that blocks, with nothing between it and the system, waits for a first byte: python3 blocking-client.py PORT

For each line of its input it makes a connection, and prints the milliseconds from connect to the first byte.
"""

import socket
import sys
import time

for _ in sys.stdin:
    start = time.perf_counter()
    with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        connection.recv(1)
        waited = (time.perf_counter() - start) * 1000
    print(waited, flush=True)
