"""Clients that are right but for one fault, for trying what the feedback says of it: python3 client_faults.py FAULT HOST PORT

They ask for the name of a file again and again, connect anew for each, print the whole answer, and leave at exit.
"""

import ctypes
import os
import socket
import sys

FAULT, HOST, PORT = sys.argv[1], sys.argv[2], int(sys.argv[3])


def request(name):
    line = f"GET /{name} HTTP/1.1\r\n"
    if FAULT == "no-slash":
        line = f"GET {name} HTTP/1.1\r\n"
    if FAULT == "always-index":
        line = "GET /index.html HTTP/1.1\r\n"
    if FAULT == "post":
        line = f"POST /{name} HTTP/1.1\r\n"
    if FAULT == "no-version":
        line = f"GET /{name}\r\n"
    head = line + f"Host: {HOST}:{PORT}\r\nConnection: close\r\n\r\n"
    if FAULT == "no-host":
        head = line + "Connection: close\r\n\r\n"
    if FAULT == "bare-lf":
        head = head.replace("\r\n", "\n")
    if FAULT == "no-empty-line":
        head = head[: -len("\r\n")]
    return head.encode()


def response(connection):
    """All that comes; where the fault is so, a part of it."""
    if FAULT == "first-piece":
        return connection.recv(64)
    parts = []
    while part := connection.recv(4096):
        parts.append(part)
    return b"".join(parts)


def ask(name):
    try:
        connection = socket.create_connection((HOST, PORT))
    except OSError as error:
        if FAULT == "crashes-where-nobody-listens":
            raise
        if FAULT != "silent-where-nobody-listens":
            print("No answer from", HOST, "port", PORT, "-", error)
        sys.exit(1)
    with connection:
        connection.sendall(request(name))
        text = response(connection).decode()
    head, _, body = text.partition("\r\n\r\n")
    if " 404 " in head.split("\r\n")[0]:
        if FAULT == "crashes-at-404":
            raise ValueError("no such page")
        print("" if FAULT == "hides-404" else text)
    elif FAULT == "saves-only":
        with open("saved.html", "w") as file:
            file.write(body)
    elif FAULT == "prints-head":
        print(head)
    else:
        print(text)


if FAULT == "ends-at-once":
    sys.exit("not finished yet")
if FAULT == "crashes-first":
    print([][0])
if FAULT == "asks-for-a-key":
    ADD_KEY = {"x86_64": 248, "aarch64": 217}[os.uname().machine]
    ctypes.CDLL(None).syscall(ADD_KEY, b"user", b"name", b"word", 4, -3)

while True:
    word = input("File name (or exit): ")
    if word == "exit" and FAULT != "asks-on-at-exit":
        break
    ask(word)
    if FAULT == "ends-after-first":
        break
