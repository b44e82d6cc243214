#pragma once
int open_server(int port);
