package page

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
)

// Answer sends the page that a client asks for.
func Answer(client net.Conn) {
	defer client.Close()
	line, err := bufio.NewReader(client).ReadString('\n')
	words := strings.Fields(line)
	if err != nil || len(words) < 2 {
		return
	}
	status, body := "404 Not Found", []byte("not found")
	if page, err := os.ReadFile(strings.TrimPrefix(words[1], "/")); err == nil {
		status, body = "200 OK", page
	}
	fmt.Fprintf(client, "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s", status, len(body), body)
}
