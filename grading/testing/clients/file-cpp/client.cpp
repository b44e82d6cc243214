#include <arpa/inet.h>
#include <iostream>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char** av) {
    if (argc < 4) {
        std::cerr << "Usage: " << av[0] << " <host> <port> <file>" << std::endl;
        return 1;
    }
    sockaddr_in a{};
    a.sin_family = AF_INET;
    a.sin_port = htons(std::stoi(av[2]));
    inet_pton(AF_INET, av[1], &a.sin_addr);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(s, (sockaddr*)&a, sizeof a) != 0) {
        std::cout << "Tidak dapat terhubung ke server" << std::endl;
        return 1;
    }
    std::string request = std::string("GET /") + av[3] + " HTTP/1.0\r\n\r\n";
    send(s, request.data(), request.size(), 0);
    char b[256];
    for (ssize_t n; (n = recv(s, b, sizeof b, 0)) > 0;) std::cout.write(b, n);
}
