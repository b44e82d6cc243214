#include "session.h"
#include <pthread.h>

static void *run(void *client) {
    serve((int)(long)client);
    return NULL;
}

int main(void) {
    int server = listening(8080);
    for (;;) {
        pthread_t thread;
        long client = accept(server, NULL, NULL);
        pthread_create(&thread, NULL, run, (void *)client);
        pthread_detach(thread);
    }
}
