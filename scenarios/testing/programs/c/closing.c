// One client after the other, and each is sent away with its answer.
#include "http.h"

int main(int argc, char **argv) {
  int listener = listening(argc, argv);
  for (;;) session(accept(listener, NULL, NULL), 1);
}
