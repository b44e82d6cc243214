#ifndef PAGE_H
#define PAGE_H
void answer(int client);
#endif
