// Scenario runs the steps of the scenario that all clients share, through this one: see clients/README.md.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

type step struct {
	Credential string    `json:"credential"`
	Call       string    `json:"call"`
	Arguments  arguments `json:"arguments"`
}

func main() {
	clients := map[string]*orgmeta.Client{}
	steps := bufio.NewReader(os.Stdin)
	outcomes := json.NewEncoder(os.Stdout)
	for {
		line, err := steps.ReadBytes('\n')
		if err == io.EOF && len(line) == 0 {
			break
		}
		if err != io.EOF {
			must(err)
		}
		var s step
		must(json.Unmarshal(line, &s))
		if clients[s.Credential] == nil {
			var options []orgmeta.Option
			if s.Credential != "" {
				options = append(options, orgmeta.WithCredential(s.Credential))
			}
			client, err := orgmeta.NewClient(os.Getenv("ORGMETA_ADDRESS"), options...)
			must(err)
			clients[s.Credential] = client
		}
		run, known := calls[s.Call]
		if !known {
			panic("no call " + s.Call)
		}
		must(outcomes.Encode(outcomeOf(run(context.Background(), clients[s.Credential], s.Arguments))))
	}
	for _, client := range clients {
		must(client.Close())
	}
}

// must ends the program with a stack where something is wrong that no outcome stands for.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
