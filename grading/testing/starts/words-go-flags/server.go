package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
)

func main() {
	port := flag.Int("port", 0, "port to listen on")
	root := flag.String("root", "", "folder of the pages")
	flag.Parse()
	if *port == 0 || *root == "" {
		log.Fatal("not enough flags")
	}
	log.Fatal(http.ListenAndServe(fmt.Sprintf("127.0.0.1:%d", *port), http.FileServer(http.Dir(*root))))
}
