// One client after the other.
#include "http.h"

int main(int argc, char **argv) {
  int listener = listening(argc, argv);
  for (;;) session(accept(listener, NULL, NULL), 0);
}
