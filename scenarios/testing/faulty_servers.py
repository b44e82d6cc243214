"""Servers as students write them by mistake, for trying the lab on: python3 faulty_servers.py NAME"""

import os
import select
import socket
import sys
import threading
import time

BODY = b"<h1>Hello</h1>\n"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
CLOSING = ANSWER.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)
lock = threading.Lock()


def bound(address="127.0.0.1", family=socket.AF_INET):
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((address, 0))
    return listener


def listening(address="127.0.0.1", family=socket.AF_INET):
    listener = bound(address, family)
    listener.listen(5)
    return listener


def session(connection, answer=ANSWER):
    with connection:
        while connection.recv(4096):
            connection.sendall(answer)


def iterative(serve, listener=None):
    listener = listener or listening()
    while True:
        serve(listener.accept()[0])


def threaded(serve, listener=None):
    listener = listener or listening()
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()


def one_answer(connection):
    with connection:
        if connection.recv(4096):
            connection.sendall(CLOSING)


def locked(connection):
    with lock:
        session(connection)


def slowly(connection):
    with connection:
        while connection.recv(4096):
            time.sleep(0.05)
            connection.sendall(ANSWER)


def closes_iterative():
    iterative(one_answer)


def closes_threaded():
    threaded(one_answer)


def answers_silence():
    """Answers whatever recv brought, also when that was nothing, because the client has left."""

    def serve(connection):
        with connection:
            connection.recv(4096)
            try:
                connection.sendall(CLOSING)
            except OSError:
                pass

    iterative(serve)


def start_then_join():
    def serve(connection):
        thread = threading.Thread(target=session, args=(connection,))
        thread.start()
        thread.join()

    iterative(serve)


def one_lock():
    threaded(locked)


def one_after_the_other():
    iterative(session)


def slow_threaded():
    threaded(slowly)


def laborious_threaded():
    """Each answer takes much of a processor: where many ask at once, all of their threads are long at work."""

    def serve(connection):
        with connection:
            while connection.recv(4096):
                until = time.thread_time() + 0.5
                while time.thread_time() < until:
                    pass
                connection.sendall(ANSWER)

    threaded(serve)


def slow_iterative():
    iterative(slowly)


def ponders_then_closes():
    """Thinks about every client for more than a second, also about one that has left and said nothing."""

    def serve(connection):
        with connection:
            connection.recv(4096)
            time.sleep(1.2)
            try:
                connection.sendall(CLOSING)
            except OSError:
                pass

    iterative(serve)


def ipv6_only():
    iterative(session, listening("::1", socket.AF_INET6))


def serves_once():
    session(listening().accept()[0])


def dies_when_client_leaves():
    connection = listening().accept()[0]
    while True:
        connection.recv(4096)[0]
        connection.sendall(ANSWER)


def dies_when_it_sends_to_nobody():
    """Says good-bye to a client that has left, and does not catch what comes of it."""
    import signal

    signal.signal(signal.SIGPIPE, signal.SIG_DFL)

    def serve(connection):
        while connection.recv(4096):
            connection.sendall(ANSWER)
        for _ in range(3):
            connection.sendall(b"bye")
            time.sleep(0.1)

    iterative(serve)


def dies_of_the_second():
    listener = listening()
    served = []
    while True:
        ready = select.select([*served, listener], [], [])[0]
        for connection in served[:]:  # first of all who has left, for then the next one is no second
            if connection in ready:
                try:
                    if connection.recv(4096):
                        connection.sendall(ANSWER)
                        continue
                except OSError:
                    pass
                served.remove(connection)
                connection.close()
        if listener in ready:
            served.append(listener.accept()[0])
            if len(served) > 1:
                os.write(2, b"no room for two\n")
                os._exit(3)


def opens_what_is_asked_for():
    def serve(connection):
        with connection:
            request = connection.recv(4096)
            if request:
                path = request.split()[1].decode()
                connection.sendall(CLOSING if path == "/index.html" else open(path, "rb").read())

    iterative(serve)


def never_answers():
    kept = []
    iterative(kept.append)


def never_listens():
    threading.Event().wait()


def asks_first():
    input("Which port? ")


def deaf_on_a_lower_port():
    """As a debugger's port is, which answers nobody who speaks HTTP."""
    first, second = sorted((bound(), bound()), key=lambda one: one.getsockname()[1])
    first.listen(5)  # before the other: who looks between the two sees this one, too
    second.listen(5)
    print(second.getsockname()[1], flush=True)
    iterative(session, second)


def is_udp():
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.bind(("127.0.0.1", 0))
    listener.recv(1024)


def dies_at_once():
    raise SystemExit("no such port: abc")


def not_http():
    iterative(lambda connection: session(connection, b"hello\n"))


def resets():
    def serve(connection):
        connection.recv(10)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        connection.close()

    iterative(serve)


def floods_output():
    def talk():
        while True:
            sys.stdout.write("x" * 65536)

    threading.Thread(target=talk, daemon=True).start()
    threaded(session)


def ignores_sigterm():
    import signal

    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    threaded(session)


def forks_away(times=2, serve=session):
    for generation in range(times):
        if os.fork() > 0:
            os._exit(0)
        if generation == 0:
            os.setsid()
    threaded(serve)


def forks_away_and_never_answers():
    forks_away(serve=lambda _: threading.Event().wait())


def forks_on_and_on():
    forks_away(300)


def forks_twice():
    """A process for each client, which has no parent: nobody need wait for it (APUE, 8.6)."""
    listener = listening()
    while True:
        connection = listener.accept()[0]
        child = os.fork()
        if child == 0:
            if os.fork() == 0:
                listener.close()
                session(connection)
            os._exit(0)
        connection.close()
        os.waitpid(child, 0)


def starts_late():
    time.sleep(1)
    threaded(session)


def second_client_wrong():
    served = []

    def serve(connection):
        served.append(connection)
        concurrent = len(served) > 1
        try:
            session(connection, NOT_FOUND if concurrent else ANSWER)
        finally:
            served.remove(connection)

    threaded(serve)


def deaf_to_second():
    listener = listening()
    busy = []

    def serve(connection):
        busy.append(connection)
        session(connection)
        busy.remove(connection)

    forgotten = []
    while True:
        connection = listener.accept()[0]
        if busy:
            forgotten.append(connection)
        else:
            threading.Thread(target=serve, args=(connection,), daemon=True).start()


def has_no_page():
    """A thread for each client, and 404 for all of them."""
    threaded(lambda connection: session(connection, NOT_FOUND))


def tires(requests, act):
    """A thread for each client, which does something else when so many requests have come over one connection."""

    def serve(connection):
        with connection:
            for _ in range(requests):
                if not connection.recv(4096):
                    return
                connection.sendall(ANSWER)
            act()

    threaded(serve)


def dies_of_many_requests():
    tires(20, lambda: os._exit(3))


def stops_answering():
    tires(20, lambda: time.sleep(1000))


def stops_accepting():
    """A thread for each of five clients, and then nothing any more; it does not end."""
    listener = listening()
    for _ in range(5):
        threading.Thread(target=session, args=(listener.accept()[0],), daemon=True).start()
    time.sleep(1000)


def heads_at_once():
    """A thread for each client says at once how much will come; what that is comes to one after the other."""
    head, body = ANSWER[: -len(BODY)], BODY

    def serve(connection):
        with connection:
            if connection.recv(4096):
                connection.sendall(head)
                with lock:
                    connection.sendall(body)
                    connection.recv(4096)

    threaded(serve)


def interrupts_and_repeats():
    """100 Continue that nobody asked for, and each answer twice."""
    threaded(lambda connection: session(connection, b"HTTP/1.1 100 Continue\r\n\r\n" + 2 * ANSWER))


globals()[sys.argv[1].replace("-", "_")]()
