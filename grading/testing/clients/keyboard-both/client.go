package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	fmt.Print("Server (host:port): ")
	in.Scan()
	address := strings.TrimSpace(in.Text())
	for {
		fmt.Print("File, or exit: ")
		if !in.Scan() || in.Text() == "exit" {
			return
		}
		c, err := net.Dial("tcp", address)
		if err != nil {
			fmt.Println("no server:", err)
			continue
		}
		fmt.Fprintf(c, "GET /%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", in.Text())
		io.Copy(os.Stdout, c)
		c.Close()
	}
}
