package main

import (
	"log"
	"net"
)

func main() {
	server, err := net.Listen("tcp", ":8045")
	if err != nil {
		log.Fatal(err)
	}
	for {
		client, err := server.Accept()
		if err == nil {
			Answer(client)
		}
	}
}
