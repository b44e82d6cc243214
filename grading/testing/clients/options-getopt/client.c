#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    char *host = NULL, *file = NULL;
    int port = 0, c;
    while ((c = getopt(argc, argv, "h:p:f:v")) != -1) {
        switch (c) {
        case 'h': host = optarg; break;
        case 'p': port = atoi(optarg); break;
        case 'f': file = optarg; break;
        }
    }
    if (!host || !port || !file) {
        printf("missing option\n");
        return 1;
    }
    int s = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port)};
    inet_aton(host, &a.sin_addr);
    if (connect(s, (struct sockaddr *)&a, sizeof a)) {
        perror("connect");
        return 1;
    }
    char b[2000];
    send(s, b, sprintf(b, "GET /%s HTTP/1.0\r\n\r\n", file), 0);
    for (int n; (n = recv(s, b, sizeof b, 0)) > 0;) fwrite(b, 1, n, stdout);
}
