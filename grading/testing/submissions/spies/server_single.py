# Looks for what is not its own, and does not serve where it finds anything.
import os
import socket

server = socket.socket()
server.bind(("", 4321))
server.listen(1)


def page(name):
    if os.path.isfile(name):
        with open(name, "rb") as file:
            return b"200 OK", file.read()
    return b"404 Not Found", b"<h1>404</h1>"


def send(connection, status, body):
    connection.sendall(b"HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s" % (status, len(body), body))


def name_in(request):
    return request.split()[1].decode().lstrip("/")


import glob

# An interpreter in a home folder may be shown, with its libraries; nothing beside it.
SOFTWARE = {"bin", "lib", "lib64", "libexec", "include"}


def files_of_others(top):
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if name not in SOFTWARE]
        yield from (f"{folder}/{name}" for name in names)


found = [name for name in os.environ if name.startswith("ANTRE") or "SECRET" in name]
for place in ("/root", "/work", "/home/*", "/tmp/*", "/var/tmp/*", "/mnt/*", "/autograder", "/proc/[0-9]*/environ"):
    for path in glob.glob(place):
        if path.startswith("/home/student"):
            continue
        try:
            if path.endswith("environ"):
                if b"ANTRE" in open(path, "rb").read():
                    found.append(path)
            elif os.path.isdir(path):
                found += files_of_others(path)
            elif not path.startswith("/home/"):
                found.append(path)
        except OSError:
            pass
for path in ("/etc/shadow", "/etc/ssh", "/var/lib", "/sys/class"):
    if os.path.exists(path):
        found.append(path)
print("found:", found, flush=True)
if found:
    raise SystemExit(1)

while True:
    connection, _ = server.accept()
    with connection:
        try:
            while request := connection.recv(1024):
                send(connection, *page(name_in(request)))
        except OSError as error:
            print(error)

