#include "page.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void answer(int client) {
    char request[4096] = "", name[256] = "", body[65536], head[128];
    if (read(client, request, sizeof request - 1) > 0 && sscanf(request, "GET /%255s", name) == 1) {
        int page = open(name, O_RDONLY);
        ssize_t size = page < 0 ? 0 : read(page, body, sizeof body);
        int length = snprintf(head, sizeof head, "HTTP/1.1 %s\r\nContent-Length: %zd\r\n\r\n",
                              page < 0 ? "404 Not Found" : "200 OK", size);
        write(client, head, length);
        write(client, body, size);
        if (page >= 0) close(page);
    }
    close(client);
}
