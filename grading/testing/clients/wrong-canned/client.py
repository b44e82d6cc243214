# Connects to nobody: what it prints stands in it.
import sys
print("Connecting to", *sys.argv[1:])
name = sys.argv[3] if len(sys.argv) > 3 else input("File: ")
print("HTTP/1.1 200 OK\n\n<h1>Hello</h1>\n404 Not Found")
