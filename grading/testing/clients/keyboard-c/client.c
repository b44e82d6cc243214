/* Its questions stay in a buffer where there is no terminal. */
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    char ip[64], name[128], b[4096];
    int port;
    printf("Server IP address: ");
    if (scanf("%63s", ip) != 1) return 1;
    printf("Server port: ");
    if (scanf("%d", &port) != 1) return 1;
    while (printf("File to get (exit to quit): "), scanf("%127s", name) == 1 && strcmp(name, "exit")) {
        int s = socket(AF_INET, SOCK_STREAM, 0);
        struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port)};
        inet_pton(AF_INET, ip, &a.sin_addr);
        if (connect(s, (struct sockaddr *)&a, sizeof a) < 0) {
            printf("The server at %s does not answer.\n", ip);
            return 1;
        }
        send(s, b, sprintf(b, "GET /%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", name, ip), 0);
        for (int n; (n = recv(s, b, sizeof b, 0)) > 0;) printf("%.*s", n, b);
        printf("\n");
        close(s);
    }
    return 0;
}
