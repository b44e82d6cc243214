# Says how it is to be used, and is used by nobody.
print("Usage: client.py HOST PORT FILE [--url URL] [--host HOST] [-p PORT] <frobnication>")
raise SystemExit(1)
