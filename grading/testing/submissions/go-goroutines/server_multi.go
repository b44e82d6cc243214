package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
)

func serve(client net.Conn) {
	defer client.Close()
	in := bufio.NewReader(client)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		for {
			field, err := in.ReadString('\n')
			if err != nil {
				return
			}
			if strings.TrimSpace(field) == "" {
				break
			}
		}
		words := strings.Fields(line)
		status, body := "404 Not Found", []byte("not found")
		if len(words) > 1 {
			if page, err := os.ReadFile(strings.TrimPrefix(words[1], "/")); err == nil {
				status, body = "200 OK", page
			}
		}
		fmt.Fprintf(client, "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n", status, len(body))
		client.Write(body)
	}
}

func main() {
	server, err := net.Listen("tcp", ":9090")
	if err != nil {
		panic(err)
	}
	for {
		client, err := server.Accept()
		if err == nil {
			go serve(client)
		}
	}
}
