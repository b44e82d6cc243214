import socket
import threading

from webserver.page import answer


def main():
    server = socket.create_server(("", 8061))
    while True:
        client, _ = server.accept()
        threading.Thread(target=answer, args=(client,)).start()


if __name__ == "__main__":
    main()
