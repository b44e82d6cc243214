package main

import (
	"fmt"
	"io"
	"net"
	"os"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Println("Usage: go run client.go HOST PORT FILE")
		os.Exit(2)
	}
	conn, err := net.Dial("tcp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		fmt.Println("cannot connect:", err)
		os.Exit(1)
	}
	fmt.Fprintf(conn, "GET /%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", os.Args[3], os.Args[1])
	io.Copy(os.Stdout, conn)
}
