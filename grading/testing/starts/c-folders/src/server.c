#include <stddef.h>
#include <sys/socket.h>

#include "net.h"
#include "page.h"

int main(void) {
    int server = open_server(8003);
    for (;;)
        answer(accept(server, NULL, NULL));
}
