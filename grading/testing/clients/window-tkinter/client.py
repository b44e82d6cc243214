import socket
import sys
import tkinter as tk
from tkinter import scrolledtext

root = tk.Tk()
entry = tk.Entry(root)
entry.pack()
text = scrolledtext.ScrolledText(root)
text.pack()


def fetch():
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    s.sendall(f"GET /{entry.get()} HTTP/1.0\r\n\r\n".encode())
    text.insert("end", s.makefile().read())


tk.Button(root, text="Get", command=fetch).pack()
root.mainloop()
