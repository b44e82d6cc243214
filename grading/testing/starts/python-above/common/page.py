import os


def answer(client):
    words = client.recv(4096).split()
    name = words[1].decode()[1:] if len(words) > 1 else ""
    found = os.path.isfile(name)
    body = open(name, "rb").read() if found else b"not found"
    status = "200 OK" if found else "404 Not Found"
    client.sendall(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    client.close()
