#include <stddef.h>
#include <sys/socket.h>

#include "net.h"
#include "page.h"

int main(void) {
    int server = open_server(8001);
    for (;;)
        answer(accept(server, NULL, NULL));
}
