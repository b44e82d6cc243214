"""A WSGI application that serves a folder, for wsgiref and gunicorn: python3 wsgi.py PORT FOLDER"""

import os
import sys
from wsgiref.simple_server import make_server
from wsgiref.util import FileWrapper

folder = os.environ.get("SITE") or sys.argv[2]


def application(environ, start_response):
    path = os.path.join(folder, os.path.basename(environ["PATH_INFO"]))
    if not os.path.isfile(path):
        start_response("404 Not Found", [("Content-Length", "0")])
        return []
    start_response("200 OK", [("Content-Length", str(os.path.getsize(path)))])
    return FileWrapper(open(path, "rb"), 65536)


if __name__ == "__main__":
    make_server("127.0.0.1", int(sys.argv[1]), application).serve_forever()
