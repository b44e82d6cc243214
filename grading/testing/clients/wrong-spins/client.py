# Works without end, and never asks.
while True:
    pass
