// One thread for everybody; but send blocks, and then everybody waits.
#include "http.h"
#include <sys/select.h>

static char requests[FD_SETSIZE][4097];
static size_t lengths[FD_SETSIZE];

static int serve(int client) {
  ssize_t got = recv(client, requests[client] + lengths[client], 4096 - lengths[client], 0);
  if (got <= 0) return -1;
  requests[client][lengths[client] += got] = 0;
  if (!complete(requests[client])) return 0;
  char *bytes;
  size_t size = answer(requests[client], 0, &bytes);
  int gone = size == 0 || send_all(client, bytes, size) < 0;
  free(bytes);
  lengths[client] = 0;
  return gone ? -1 : 0;
}

int main(int argc, char **argv) {
  int listener = listening(argc, argv);
  fd_set open;
  FD_ZERO(&open);
  FD_SET(listener, &open);
  for (;;) {
    fd_set ready = open;
    select(FD_SETSIZE, &ready, NULL, NULL, NULL);
    for (int fd = 0; fd < FD_SETSIZE; fd++) {
      if (!FD_ISSET(fd, &ready)) continue;
      if (fd == listener) {
        int client = accept(listener, NULL, NULL);
        lengths[client] = 0;
        FD_SET(client, &open);
      } else if (serve(fd) < 0) {
        FD_CLR(fd, &open);
        close(fd);
      }
    }
  }
}
