#include "page.hpp"

int main() {
    int server = listening(8085);
    while (true) serve(accept(server, nullptr, nullptr));
}
