#include "connection.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>

int main() {
    int server = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(8015);
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    bind(server, reinterpret_cast<sockaddr *>(&address), sizeof address);
    listen(server, 16);
    for (;;) {
        int client = accept(server, nullptr, nullptr);
        std::thread([client] { Connection(client).answer(); }).detach();
    }
}
