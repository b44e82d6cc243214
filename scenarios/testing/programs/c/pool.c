// Two threads, and each of them accepts for itself.
#include "http.h"
#include <pthread.h>

static int listener;

static void *work(void *unused) {
  for (;;) session(accept(listener, NULL, NULL), 0);
  return unused;
}

int main(int argc, char **argv) {
  pthread_t threads[2];
  listener = listening(argc, argv);
  for (int i = 0; i < 2; i++) pthread_create(&threads[i], NULL, work, NULL);
  pthread_join(threads[0], NULL);
}
