#include <stddef.h>
#include <sys/socket.h>

#include "net.h"
#include "page.h"

int main(void) {
    int server = open_server(PORT);
    for (;;)
        answer(accept(server, NULL, NULL));
}
