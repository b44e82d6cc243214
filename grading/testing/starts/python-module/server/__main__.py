import socket

from . import page


def main():
    server = socket.create_server(("", 8062))
    while True:
        client, _ = server.accept()
        page.answer(client)


if __name__ == "__main__":
    main()
