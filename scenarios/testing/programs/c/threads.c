// A thread for each connection.
#include "http.h"
#include <pthread.h>
#include <stdint.h>

static void *serve(void *client) {
  session((intptr_t)client, 0);
  return NULL;
}

int main(int argc, char **argv) {
  int listener = listening(argc, argv);
  for (;;) {
    pthread_t thread;
    intptr_t client = accept(listener, NULL, NULL);
    pthread_create(&thread, NULL, serve, (void *)client);
    pthread_detach(thread);
  }
}
