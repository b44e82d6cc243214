#include <stdio.h>

int main(void) {
    printf("Server\n")
    return 0;
}
