#include <csignal>
#include <fstream>
#include <iostream>
#include <netinet/in.h>
#include <sstream>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

inline void serve(int client) {
    char buffer[4096];
    std::string request;
    ssize_t count;
    while ((count = read(client, buffer, sizeof buffer)) > 0) {
        request.append(buffer, count);
        if (request.find("\r\n\r\n") == std::string::npos) continue;
        std::istringstream words(request);
        std::string method, path;
        words >> method >> path;
        std::ifstream file(path.substr(1), std::ios::binary);
        std::ostringstream body;
        std::string status = "200 OK";
        if (file) body << file.rdbuf();
        else { status = "404 Not Found"; body << "not here"; }
        std::string page = body.str();
        std::string answer = "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(page.size()) + "\r\n\r\n" + page;
        for (size_t sent = 0; sent < answer.size();) {
            ssize_t n = send(client, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
            if (n <= 0) break;
            sent += n;
        }
        request.clear();
    }
    close(client);
}

inline int listening(int port) {
    int server = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    bind(server, reinterpret_cast<sockaddr *>(&address), sizeof address);
    listen(server, 10);
    std::cout << "port " << port << std::endl;
    return server;
}
