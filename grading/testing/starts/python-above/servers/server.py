import socket

from common.page import answer


def main():
    server = socket.create_server(("", 8063))
    while True:
        client, _ = server.accept()
        answer(client)


if __name__ == "__main__":
    main()
