# Ends whoever started it, and all others that it may.
import os
import signal

for pid in (os.getppid(), 1, *range(2, 200)):
    if pid != os.getpid():
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError as error:
            if pid < 3:
                print(pid, error, flush=True)
os.kill(-1, signal.SIGKILL)
