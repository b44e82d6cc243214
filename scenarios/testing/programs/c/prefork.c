// Three processes, and each of them accepts for itself.
#include "http.h"
#include <sys/wait.h>

int main(int argc, char **argv) {
  int listener = listening(argc, argv);
  for (int i = 0; i < 3; i++)
    if (fork() == 0)
      for (;;) session(accept(listener, NULL, NULL), 0);
  wait(NULL);
}
