# Prints without end, in lines that have none.
while True:
    print("x" * 1000000)
