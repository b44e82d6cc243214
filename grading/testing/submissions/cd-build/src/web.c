#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void all(int to, const char *bytes, size_t left)
{
    while (left > 0) {
        ssize_t sent = send(to, bytes, left, 0);
        if (sent <= 0) return;
        bytes += sent;
        left -= sent;
    }
}

static void *serve(void *given)
{
    int client = (int)(long)given;
    char request[4096] = { 0 }, name[256] = { 0 };
    if (recv(client, request, sizeof request - 1, 0) > 0 && sscanf(request, "GET /%255s", name) == 1) {
        FILE *file = fopen(name, "rb");
        if (file == NULL) {
            const char *none = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
            all(client, none, strlen(none));
        } else {
            char head[100], piece[8192];
            fseek(file, 0, SEEK_END);
            int length = snprintf(head, sizeof head, "HTTP/1.1 200 OK\r\nContent-Length: %ld\r\n\r\n", ftell(file));
            rewind(file);
            all(client, head, length);
            for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;)
                all(client, piece, got);
            fclose(file);
        }
    }
    close(client);
    return NULL;
}

int main(void)
{
    int welcome = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(6794) };
    signal(SIGPIPE, SIG_IGN);
    setsockopt(welcome, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(welcome, (struct sockaddr *)&address, sizeof address) != 0 || listen(welcome, 50) != 0) return 1;
    for (;;) {
        pthread_t thread;
        int client = accept(welcome, NULL, NULL);
        if (client >= 0 && pthread_create(&thread, NULL, serve, (void *)(long)client) == 0) pthread_detach(thread);
    }
}
