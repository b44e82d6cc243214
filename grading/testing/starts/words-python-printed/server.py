import sys

from start import main

main(*sys.argv[1:])
