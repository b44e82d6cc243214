#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    if (argc != 3) {
        printf("usage: %s ip port\n", argv[0]);
        return 1;
    }
    int s = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[2]))};
    a.sin_addr.s_addr = inet_addr(argv[1]);
    if (connect(s, (struct sockaddr *)&a, sizeof a) < 0) {
        perror("connect() failed");
        return 1;
    }
    char name[200], b[3000];
    printf("File name: ");
    if (fgets(name, sizeof name, stdin) == NULL) return 1;
    name[strcspn(name, "\n")] = 0;
    send(s, b, sprintf(b, "GET /%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", name, argv[1]), 0);
    int n, all = 0;
    while ((n = recv(s, b, sizeof b, 0)) > 0) { fwrite(b, 1, n, stdout); all += n; }
    printf("\n%d bytes\n", all);
    return 0;
}
