// What the servers in C have in common: a listening socket, and a session that lasts until the client leaves.
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define LARGE (64 << 20)

static inline int listening(int argc, char **argv) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  address.sin_port = htons(argc > 1 ? atoi(argv[1]) : 0);
  int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  signal(SIGPIPE, SIG_IGN);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 5) < 0) {
    perror("server");
    exit(1);
  }
  return listener;
}

static inline int complete(const char *request) {
  return strstr(request, "\r\n\r\n") != NULL || strncmp(request, "exit", 4) == 0;
}

// The answer, to be freed; its length, or 0 for "exit". `closing` says so in the head.
static inline size_t answer(const char *request, int closing, char **out) {
  static const char page[] = "<h1>Hello</h1>\n", missing[] = "<h1>Not Found</h1>\n";
  int large = strncmp(request, "GET /large ", 11) == 0, found = strncmp(request, "GET /index.html ", 16) == 0;
  *out = NULL;
  if (strncmp(request, "exit", 4) == 0) return 0;
  size_t body = large ? LARGE : found ? sizeof page - 1 : sizeof missing - 1;
  *out = calloc(1, body + 200);
  size_t head = sprintf(*out, "HTTP/1.1 %s\r\nContent-Length: %zu\r\n%s\r\n", large || found ? "200 OK" : "404 Not Found",
                        body, closing ? "Connection: close\r\n" : "");
  if (!large) memcpy(*out + head, found ? page : missing, body);
  return head + body;
}

static inline int send_all(int client, const char *bytes, size_t length) {
  for (ssize_t sent; length > 0; bytes += sent, length -= sent)
    if ((sent = send(client, bytes, length, 0)) < 0) return -1;
  return 0;
}

static inline void session(int client, int closing) {
  char request[4097];
  size_t length = 0;
  for (ssize_t got; (got = recv(client, request + length, 4096 - length, 0)) > 0;) {
    request[length += got] = 0;
    if (!complete(request)) continue;
    char *bytes;
    size_t size = answer(request, closing, &bytes);
    int gone = size == 0 || send_all(client, bytes, size) < 0;
    free(bytes);
    if (gone || closing) break;
    length = 0;
  }
  close(client);
}
