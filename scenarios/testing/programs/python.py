"""Servers as students write them, right and wrong: python3 python.py NAME [PORT]"""

import asyncio
import os
import select
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

PAGES = {"/index.html": b"<h1>Hello</h1>\n", "/large": bytes(64 << 20)}


def answer(request, missing="404 Not Found", closing=False):
    words = request.split()
    path = words[1].decode("latin-1") if len(words) > 1 else ""
    status, body = ("200 OK", PAGES[path]) if path in PAGES else (missing, b"<h1>Not Found</h1>\n")
    close = "Connection: close\r\n" if closing else ""
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{close}\r\n".encode() + body


def complete(received):
    return b"\r\n\r\n" in received or received.strip() == b"exit"


def listening():
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 0))
    listener.listen(5)
    return listener


def receive(connection):
    """One request, or None when the client is gone or said exit."""
    received = b""
    while not complete(received):
        part = connection.recv(4096)
        if not part:
            return None
        received += part
    return None if received.strip() == b"exit" else received


def session(connection, missing="404 Not Found", closing=False):
    try:
        with connection:
            while request := receive(connection):
                connection.sendall(answer(request, missing, closing))
                if closing:
                    return
    except OSError:
        pass  # the client left in the middle of an answer


def work(seconds):
    """Uses so much of a processor."""
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def one_by_one(serve, listener=None):
    listener = listener or listening()
    while True:
        serve(listener.accept()[0])


def in_a_thread(serve):
    one_by_one(lambda connection: threading.Thread(target=serve, args=(connection,), daemon=True).start())


# As it should be done.


def iterative():
    one_by_one(session)


def threaded():
    in_a_thread(session)


def pool_of_two():
    listener = listening()
    workers = [threading.Thread(target=one_by_one, args=(session, listener)) for _ in range(2)]
    for worker in workers:
        worker.start()


def executor_of_two():
    pool = ThreadPoolExecutor(2)
    one_by_one(lambda connection: pool.submit(session, connection))


def forking():
    import signal

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)

    def serve(connection):
        if os.fork() == 0:
            session(connection)
            os._exit(0)
        connection.close()

    one_by_one(serve)


def prefork_of_three():
    listener = listening()
    for _ in range(3):
        if os.fork() == 0:
            one_by_one(session, listener)
    os.wait()


def select_loop(greet=lambda connection: None):
    """One thread for everybody, but what it sends, it sends with sendall."""
    listener = listening()
    received = {}
    while True:
        for ready in select.select([listener, *received], [], [])[0]:
            if ready is listener:
                connection = listener.accept()[0]
                greet(connection)
                received[connection] = b""
                continue
            try:
                part = ready.recv(4096)
                received[ready] += part
                if complete(received[ready]) and received[ready].strip() != b"exit":
                    ready.sendall(answer(received[ready]))
                    received[ready] = b""
                elif not part or complete(received[ready]):
                    raise ConnectionResetError
            except OSError:
                ready.close()
                del received[ready]


def asyncio_streams():
    async def serve(reader, writer):
        received = b""
        try:
            while line := await reader.readline():
                received += line
                if received.strip() == b"exit":
                    break
                if complete(received):
                    writer.write(answer(received))
                    await writer.drain()
                    received = b""
        except OSError:
            pass
        writer.close()

    async def main():
        server = await asyncio.start_server(serve, sock=listening())
        await server.serve_forever()

    asyncio.run(main())


# As it is done by mistake.


def called_on_the_spot():
    def serve(connection):
        threading.Thread(target=session(connection)).start()

    one_by_one(serve)


def started_and_joined():
    def serve(connection):
        thread = threading.Thread(target=session, args=(connection,))
        thread.start()
        thread.join()

    one_by_one(serve)


def forked_and_waited_for():
    def serve(connection):
        if os.fork() == 0:
            session(connection)
            os._exit(0)
        connection.close()
        os.wait()

    one_by_one(serve)


def lock_around_session():
    lock = threading.Lock()

    def serve(connection):
        with lock:
            session(connection)

    in_a_thread(serve)


def lock_around_answer():
    lock = threading.Lock()

    def serve(connection):
        try:
            while request := receive(connection):
                with lock:
                    connection.sendall(answer(request))
        except OSError:
            pass
        connection.close()

    in_a_thread(serve)


def serves_once():
    listener = listening()
    session(listener.accept()[0])


def missing_as_200():
    in_a_thread(lambda connection: session(connection, missing="200 OK"))


def closing_iterative():
    one_by_one(lambda connection: session(connection, closing=True))


def closing_threaded():
    in_a_thread(lambda connection: session(connection, closing=True))


def forgets_the_second():
    busy, forgotten = [], []

    def serve(connection):
        session(connection)
        busy.clear()

    def choose(connection):
        if busy:
            forgotten.append(connection)
        else:
            busy.append(connection)
            threading.Thread(target=serve, args=(connection,), daemon=True).start()

    one_by_one(choose)


def one_recv():
    """Takes what one recv brings for a whole request."""

    def serve(connection):
        try:
            with connection:
                while request := connection.recv(1024):
                    if request.strip() == b"exit":
                        return
                    connection.sendall(answer(request))
        except OSError:
            pass

    one_by_one(serve)


def impatient_iterative():
    """Throws out whoever says nothing for five seconds: client 2 waits, but not until client 1 leaves."""

    def serve(connection):
        connection.settimeout(5)
        session(connection)

    one_by_one(serve)


def reads_to_the_end():
    """Answers when the client has said that nothing more comes: no HTTP client says so."""

    def serve(connection):
        with connection:
            request = b"".join(iter(lambda: connection.recv(4096), b""))
            connection.sendall(answer(request, closing=True))

    in_a_thread(serve)


def polls():
    """Nothing blocks, and nothing rests: one thread asks everybody, again and again."""
    listener = listening()
    listener.setblocking(False)
    clients = {}
    while True:
        time.sleep(0.01)
        try:
            connection = listener.accept()[0]
            connection.setblocking(False)
            clients[connection] = b"", b""
        except BlockingIOError:
            pass
        for connection, (received, unsent) in list(clients.items()):
            try:
                if unsent:
                    unsent = unsent[connection.send(unsent) :]
                else:
                    part = connection.recv(4096)
                    received += part
                    if not part or received.strip() == b"exit":
                        raise ConnectionResetError
                    if complete(received):
                        unsent, received = memoryview(answer(received)), b""
                clients[connection] = received, unsent
            except BlockingIOError:
                pass
            except OSError:
                connection.close()
                del clients[connection]


def executor_of_thirty_two():
    """Its threads are started one by one, as clients come, and then stay: as many as Python would make of its own accord."""
    executor = ThreadPoolExecutor(max_workers=32)
    one_by_one(lambda connection: executor.submit(session, connection) and None)


def impatient_pool_of_fourteen():
    """Its threads are there from the start, and each waits for its client with a timeout: in poll, not in recv."""
    listener = listening()

    def serve(connection):
        connection.settimeout(60)
        session(connection)

    for _ in range(13):
        threading.Thread(target=one_by_one, args=(serve, listener), daemon=True).start()
    one_by_one(serve, listener)


def closes_a_moment_later():
    """Closes each connection 50 ms after its answer."""

    def serve(connection):
        try:
            with connection:
                if request := receive(connection):
                    connection.sendall(answer(request))
                    time.sleep(0.05)
        except OSError:
            pass

    one_by_one(serve)


def head_at_once():
    """Accepts everybody at once and sends a status line, but one thread writes all the rest."""
    listener = listening()
    waiting = []
    come = threading.Condition()

    def work():
        while True:
            with come:
                come.wait_for(lambda: waiting)
                connection = waiting.pop(0)
            serve(connection)

    def serve(connection):
        try:
            with connection:
                if request := receive(connection):
                    connection.sendall(answer(request).split(b"\r\n", 1)[1])
                    receive(connection)
        except OSError:
            pass

    threading.Thread(target=work, daemon=True).start()
    while True:
        connection = listener.accept()[0]
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        with come:
            waiting.append(connection)
            come.notify()


def a_timer_for_each():
    """One loop reads from everybody; a thread for each connection only waits for its time to be up."""
    select_loop(lambda connection: threading.Timer(600, connection.close).start())


def answers_and_forgets():
    """A thread answers one request, and ends; the connection stays open, and nobody looks at it again."""
    kept = []

    def serve(connection):
        kept.append(connection)
        if request := receive(connection):
            connection.sendall(answer(request))

    in_a_thread(serve)


def packs_what_is_large():
    """Rests a moment and then works on its large answer for more than a second before it sends anything, as one that
    fetches and compresses would."""

    def serve(connection):
        with connection:
            while request := receive(connection):
                if b" /large " in request:
                    time.sleep(0.1)
                    work(1.5)
                try:
                    connection.sendall(answer(request))
                except OSError:
                    return

    one_by_one(serve)


def works_before_it_accepts():
    """Listens, and has much to do before it calls accept for the first time, as one that starts hundreds of children."""
    listener = listening()
    work(6)
    time.sleep(1)
    one_by_one(session, listener)


def slows_down():
    """Answers the first three requests at once, and all others after a while; nobody waits for anybody."""
    answered = []

    def serve(connection):
        with connection:
            while request := receive(connection):
                answered.append(request)
                time.sleep(0.3 if len(answered) > 3 else 0)
                try:
                    connection.sendall(answer(request))
                except OSError:
                    return

    in_a_thread(serve)


globals()[sys.argv[1].replace("-", "_")]()
