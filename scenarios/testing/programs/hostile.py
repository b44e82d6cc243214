"""Programs that a lab must survive: python3 hostile.py NAME"""

import os
import signal
import socket
import subprocess
import sys
import threading
import time

BODY = b"<h1>Hello</h1>\n"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)


def listening(address="127.0.0.1", family=socket.AF_INET):
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    listener.bind((address, 0))
    listener.listen(5)
    return listener


def request(connection):
    received = b""
    while b"\r\n\r\n" not in received:
        part = connection.recv(4096)
        if not part:
            return None
        received += part
    return received


def session(connection):
    with connection:
        while request(connection):
            connection.sendall(ANSWER)


def threaded(serve=session, listener=None):
    listener = listener or listening()
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()


def never_listens():
    threading.Event().wait()


def binds_only():
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    threading.Event().wait()


def dies_at_once():
    raise SystemExit("Usage: server PORT")


def dies_when_a_client_leaves():
    listener = listening()
    while True:
        connection = listener.accept()[0]
        while True:
            if request(connection) is None:
                raise BrokenPipeError("client gone")
            connection.sendall(ANSWER)


def crashes_on_the_second():
    def serve(connection):
        if threading.active_count() > 2:
            os.abort()
        session(connection)

    threaded(serve)


def floods_output():
    def talk():
        while True:
            os.write(1, b"x" * 65536)

    threading.Thread(target=talk, daemon=True).start()
    threaded()


def ignores_sigterm():
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    threaded()


def forks_away():
    listener = listening()
    for _ in range(2):
        if os.fork() > 0:
            os._exit(0)
        if os.getsid(0) != os.getpid():
            os.setsid()
    threaded(session, listener)


def leaves_children():
    """Its children keep its output open, have sessions of their own, and do not end when it does."""
    for _ in range(2):
        subprocess.Popen(["sleep", "300"], start_new_session=True)
    threaded()


def forgets_its_name():
    """Runs itself again, with an empty environment."""
    if len(sys.argv) == 2:
        os.execve(sys.executable, [sys.executable, *sys.argv, "again"], {})
    threaded()


def escapes():
    """A daemon with an empty environment: nothing of it says who started it, but the kernel gives it to us (orphans.ts)."""
    if len(sys.argv) > 2:
        signal.alarm(20)
        threaded()
    for _ in range(2):
        if os.fork() > 0:
            os._exit(0)
        os.setsid()
    os.execve(sys.executable, [sys.executable, *sys.argv, "again"], {})


def hands_over():
    """A daemon of a daemon of a daemon: whoever is seen has a moment later left its work to a child. Its environment is empty."""
    if len(sys.argv) <= 2:
        os.execve(sys.executable, [sys.executable, *sys.argv, "again"], {})
    for _ in range(300):
        if os.fork() > 0:
            os._exit(0)
        os.setsid()
    threaded()


def answers_byte_by_byte():
    def serve(connection):
        with connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while request(connection):
                for byte in ANSWER:
                    connection.sendall(bytes([byte]))
                    time.sleep(0.01)

    threaded(serve)


def body_without_end():
    def serve(connection):
        request(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(b"x" * 1024)
            time.sleep(0.01)

    threaded(serve)


def head_without_end():
    def serve(connection):
        request(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"X-Filler: %s\r\n" % (b"x" * 1000))

    threaded(serve)


def promises_too_much():
    """Its Content-Length says more than it sends."""

    def serve(connection):
        with connection:
            while request(connection):
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + BODY)

    threaded(serve)


def resets():
    def serve(connection):
        connection.recv(10)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        connection.close()

    threaded(serve)


def answers_before_asked():
    def serve(connection):
        with connection:
            while True:
                connection.sendall(ANSWER)
                if not request(connection):
                    return

    threaded(serve)


def another_address():
    threaded(session, listening("127.0.0.2"))


def ipv6_only():
    threaded(session, listening("::1", socket.AF_INET6))


def starts_late():
    time.sleep(5)
    threaded()


def reads_input():
    port = input("Port: ")
    print("listening on", port)
    threaded()


def eats_memory():
    kept = []

    def grow():
        while len(kept) < 256:
            kept.append(bytearray(os.urandom(1 << 20)))
            time.sleep(0.005)

    threading.Thread(target=grow, daemon=True).start()
    threaded()


def never_rests():
    """A thread that spins beside the server."""

    def spin():
        while True:
            pass

    threading.Thread(target=spin, daemon=True).start()
    threaded()


def two_ports():
    """Listens on a second port, where nobody answers."""
    deaf = [listening(), listening()]
    threaded(session, deaf.pop())


globals()[sys.argv[1].replace("-", "_")]()
