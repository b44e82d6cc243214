/* Prints without flushing: into a pipe, all of it comes at the end. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    char name[256], request[512], answer[65536];
    if (argc < 3) return 2;
    int server = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[2]))};
    inet_pton(AF_INET, argv[1], &address.sin_addr);
    if (connect(server, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("connect");
        return 1;
    }
    for (;;) {
        printf("File name (or exit): ");
        if (scanf("%255s", name) != 1 || strcmp(name, "exit") == 0) break;
        int length = snprintf(request, sizeof request, "GET /%s HTTP/1.1\r\nHost: %s\r\n\r\n", name, argv[1]);
        send(server, request, length, 0);
        ssize_t got = recv(server, answer, sizeof answer - 1, 0);
        if (got <= 0) break;
        answer[got] = 0;
        printf("%s\n", answer);
    }
    close(server);
    return 0;
}
