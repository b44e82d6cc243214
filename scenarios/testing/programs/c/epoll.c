// One thread for everybody, and nothing blocks: what could not be sent waits for its client to read.
#include "http.h"
#include <sys/epoll.h>

struct client {
  int fd;
  char request[4097], *unsent;
  size_t length, sent, size;
};

static int serve(struct client *client) {
  if (client->unsent == NULL) {
    ssize_t got = recv(client->fd, client->request + client->length, 4096 - client->length, 0);
    if (got <= 0) return -1;
    client->request[client->length += got] = 0;
    if (!complete(client->request)) return 0;
    if ((client->size = answer(client->request, 0, &client->unsent)) == 0) return -1;
    client->length = client->sent = 0;
  }
  while (client->sent < client->size) {
    ssize_t sent = send(client->fd, client->unsent + client->sent, client->size - client->sent, MSG_DONTWAIT);
    if (sent < 0) return errno == EAGAIN ? 0 : -1;
    client->sent += sent;
  }
  free(client->unsent);
  client->unsent = NULL;
  return 0;
}

int main(int argc, char **argv) {
  int listener = listening(argc, argv), queue = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN};
  epoll_ctl(queue, EPOLL_CTL_ADD, listener, &event);
  for (;;) {
    epoll_wait(queue, &event, 1, -1);
    struct client *client = event.data.ptr;
    if (client == NULL) {
      client = calloc(1, sizeof *client);
      client->fd = accept(listener, NULL, NULL);
      event = (struct epoll_event){.events = EPOLLIN, .data.ptr = client};
      epoll_ctl(queue, EPOLL_CTL_ADD, client->fd, &event);
    } else if (serve(client) < 0) {
      close(client->fd);
      free(client->unsent);
      free(client);
    } else {
      event.events = client->unsent ? EPOLLOUT : EPOLLIN;
      epoll_ctl(queue, EPOLL_CTL_MOD, client->fd, &event);
    }
  }
}
