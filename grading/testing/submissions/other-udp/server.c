#include <netinet/in.h>
#include <sys/socket.h>

int main(void)
{
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in me = { .sin_family = AF_INET, .sin_port = htons(6804) }, from;
    bind(s, (struct sockaddr *)&me, sizeof me);
    for (;;) {
        char text[1000];
        socklen_t length = sizeof from;
        ssize_t n = recvfrom(s, text, sizeof text, 0, (struct sockaddr *)&from, &length);
        if (n > 0) sendto(s, text, n, 0, (struct sockaddr *)&from, length);
    }
}
