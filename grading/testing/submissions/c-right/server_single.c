#include "session.h"

int main(void) {
    int server = listening(80);
    for (;;) serve(accept(server, NULL, NULL));
}
