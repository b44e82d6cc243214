#include <pthread.h>
#include <stdint.h>
#include <sys/socket.h>

#include "net.h"
#include "page.h"

static void *serve(void *client) {
    answer((int)(intptr_t)client);
    return NULL;
}

int main(void) {
    int server = open_server(PORT + 1);
    for (;;) {
        pthread_t thread;
        int client = accept(server, NULL, NULL);
        pthread_create(&thread, NULL, serve, (void *)(intptr_t)client);
        pthread_detach(thread);
    }
}
