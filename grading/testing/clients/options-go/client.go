package main

import (
	"flag"
	"fmt"
	"io"
	"net"
	"os"
)

func main() {
	host := flag.String("host", "127.0.0.1", "host of the server")
	port := flag.Int("port", 9099, "port of the server")
	file := flag.String("file", "index.html", "what to ask for")
	flag.Parse()
	c, err := net.Dial("tcp", fmt.Sprintf("%s:%d", *host, *port))
	if err != nil {
		fmt.Println("gagal:", err)
		os.Exit(1)
	}
	fmt.Fprintf(c, "GET /%s HTTP/1.1\r\nHost: %s\r\n\r\n", *file, *host)
	io.Copy(os.Stdout, c)
}
