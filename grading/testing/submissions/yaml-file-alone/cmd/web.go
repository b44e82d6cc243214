package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
)

func handle(conn net.Conn) {
	defer conn.Close()
	line, err := bufio.NewReader(conn).ReadString('\n')
	fields := strings.Fields(line)
	if err != nil || len(fields) < 2 {
		return
	}
	body, err := os.ReadFile(strings.TrimPrefix(fields[1], "/"))
	if err != nil {
		fmt.Fprint(conn, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
		return
	}
	fmt.Fprintf(conn, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n", len(body))
	conn.Write(body)
}

func main() {
	listener, err := net.Listen("tcp", ":6796")
	if err != nil {
		panic(err)
	}
	for {
		conn, err := listener.Accept()
		if err == nil {
			go handle(conn)
		}
	}
}
