// Serves MongoDB's wire protocol by FerretDB, with SQLite in a temporary folder, on a free port that it prints. Ends when
// its standard input does, and removes the folder.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/url"
	"os"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	folder, err := os.MkdirTemp("", "orgmeta-ferretdb-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	database, err := ferretdb.New(&ferretdb.Config{
		Listener: ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Logger:   slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
		Handler:  "sqlite",
		// What the tests end is the process, never the machine.
		SQLiteURL: "file:" + folder + "/?_pragma=synchronous(off)",
	})
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(database.Run(context.Background())) }()
	inner, err := url.Parse(database.MongoDBURI())
	if err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("port", listener.Addr().(*net.TCPAddr).Port)
	go func() { log.Fatal(serveFront(listener, inner.Host)) }()
	io.Copy(io.Discard, os.Stdin)
}
