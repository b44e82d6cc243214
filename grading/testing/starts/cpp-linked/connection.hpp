#pragma once

class Connection {
  public:
    explicit Connection(int client) : client(client) {}
    void answer();

  private:
    int client;
};
