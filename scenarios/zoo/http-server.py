"""Python's own servers, keeping connections open: python3 http-server.py CLASS PORT FOLDER"""

import functools
import http.server
import sys

kind, port, folder = sys.argv[1:]
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
http.server.SimpleHTTPRequestHandler.protocol_version = "HTTP/1.1"
getattr(http.server, kind)(("127.0.0.1", int(port)), handler).serve_forever()
