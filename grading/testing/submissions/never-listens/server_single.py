# Waits, and has no socket.
import threading

threading.Event().wait()
