#include "connection.hpp"

#include <fstream>
#include <sstream>
#include <unistd.h>

void Connection::answer() {
    char request[4096] = "";
    if (read(client, request, sizeof request - 1) > 0) {
        std::string method, path;
        std::istringstream(request) >> method >> path;
        std::ifstream page(path.substr(1), std::ios::binary);
        std::ostringstream body;
        if (page) body << page.rdbuf();
        std::string text = body.str();
        std::string head = page ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found";
        head += "\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n";
        write(client, head.data(), head.size());
        write(client, text.data(), text.size());
    }
    close(client);
}
