package main

import (
	"log"
	"net"

	"kampus.example/tugas/internal/page"
)

func main() {
	server, err := net.Listen("tcp", ":8041")
	if err != nil {
		log.Fatal(err)
	}
	for {
		client, err := server.Accept()
		if err == nil {
			go page.Answer(client)
		}
	}
}
