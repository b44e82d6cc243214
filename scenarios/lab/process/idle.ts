// A Node program that does nothing until its standard input ends: the threads that it has, every Node program has.

process.stdin.resume();
process.stdout.write(".");
