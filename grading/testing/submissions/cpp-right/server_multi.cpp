#include "page.hpp"
#include <thread>

int main() {
    int server = listening(8086);
    while (true) std::thread(serve, accept(server, nullptr, nullptr)).detach();
}
