import socket, sys
HOST, PORT = sys.argv[1], int(sys.argv[2])
while True:
    path = input("Enter path (e.g. /index.html) or 'exit': ")
    if path == "exit":
        break
    try:
        with socket.create_connection((HOST, PORT)) as s:
            s.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())
            print(s.makefile().read())
    except OSError as e:
        print("Unable to connect:", e)
