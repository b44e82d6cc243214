#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <string>

static void serve(const char *host, int port) {
    int server = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct sockaddr_in address = {0};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = inet_addr(host);
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0 || listen(server, 16) < 0) {
        perror("bind");
        exit(1);
    }
    for (;;) {
        char request[4096] = "", name[256] = "", body[65536], head[128];
        int client = accept(server, NULL, NULL);
        if (read(client, request, sizeof request - 1) > 0 && sscanf(request, "GET /%255s", name) == 1) {
            FILE *page = fopen(name, "rb");
            size_t size = page ? fread(body, 1, sizeof body, page) : 0;
            sprintf(head, "HTTP/1.1 %s\r\nContent-Length: %zu\r\n\r\n", page ? "200 OK" : "404 Not Found", size);
            send(client, head, strlen(head), MSG_NOSIGNAL);
            send(client, body, size, MSG_NOSIGNAL);
            if (page) fclose(page);
        }
        close(client);
    }
}


int main(int argc, char *argv[]) {
    int workers = std::stoi(argv[1]);
    int port = std::stoi(argv[2]);
    if (workers > 64) return 1;
    serve("0.0.0.0", port);
}

