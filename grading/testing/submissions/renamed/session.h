#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static void send_all(int client, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t sent = send(client, bytes, count, MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes += sent;
        count -= sent;
    }
}

/* Serves one client until it leaves. */
static void serve(int client) {
    char request[4096], path[1024], head[256], part[65536];
    for (;;) {
        ssize_t got = recv(client, request, sizeof request - 1, 0);
        if (got <= 0) break;
        request[got] = 0;
        if (sscanf(request, "GET /%1023s", path) != 1) break;
        int file = open(path, O_RDONLY);
        struct stat info;
        if (file < 0 || fstat(file, &info) < 0 || !S_ISREG(info.st_mode)) {
            const char *missing = "HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nNot Found";
            send_all(client, missing, strlen(missing));
            if (file >= 0) close(file);
            continue;
        }
        int length = snprintf(head, sizeof head, "HTTP/1.1 200 OK\r\nContent-Length: %ld\r\n\r\n", (long)info.st_size);
        send_all(client, head, length);
        ssize_t count;
        while ((count = read(file, part, sizeof part)) > 0) send_all(client, part, count);
        close(file);
    }
    close(client);
}

static int listening(int port) {
    int server = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0 || listen(server, 5) < 0) {
        perror("server");
        exit(1);
    }
    printf("Listening on port %d\n", port);
    return server;
}
