// Serves what the tests need of toxiproxy's HTTP API on a free port that it prints, and ends when its standard input does.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"

	"github.com/Shopify/toxiproxy/v2"
	"github.com/gorilla/mux"
	"github.com/rs/zerolog"
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	api := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(nil), zerolog.Nop())
	routes := mux.NewRouter()
	routes.HandleFunc("/proxies", api.ProxyCreate).Methods(http.MethodPost)
	routes.HandleFunc("/proxies/{proxy}", api.ProxyUpdate).Methods(http.MethodPost)
	routes.HandleFunc("/proxies/{proxy}/toxics", api.ToxicCreate).Methods(http.MethodPost)
	routes.HandleFunc("/reset", api.ResetState).Methods(http.MethodPost)
	fmt.Println("port", listener.Addr().(*net.TCPAddr).Port)
	go func() { log.Fatal(http.Serve(listener, routes)) }()
	io.Copy(io.Discard, os.Stdin)
}
