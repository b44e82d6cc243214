// A process for each connection.
#include "http.h"

int main(int argc, char **argv) {
  int listener = listening(argc, argv);
  signal(SIGCHLD, SIG_IGN);
  for (;;) {
    int client = accept(listener, NULL, NULL);
    if (fork() == 0) {
      close(listener);
      session(client, 0);
      return 0;
    }
    close(client);
  }
}
