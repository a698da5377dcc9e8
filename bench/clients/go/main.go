// Measures the client's face beside the generated stub, in rounds by turns within one process.
//
//	ORGMETA_ADDRESS=127.0.0.1:50051 ORGMETA_KEY=om_sk_… go run ./bench/clients/go
//
// Prints a line of JSON for each comparison: calls a second, the medians of the rounds, and the median of the ratios of
// their times. rawGives says what the stub takes and gives: its messages, made beforehand and not looked into, or the
// maps that the face takes and gives.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"slices"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/types/known/structpb"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
	orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"
)

const (
	rounds       = 21
	warmUpRounds = 4
	calls        = 400
	many         = 16
	timeout      = 10 * time.Second
	organization = "org_bench"
)

// call is one call, by one way.
type call func() error

// comparison is a call by the stub and by the face.
type comparison struct {
	Call     string  `json:"call"`
	RawGives string  `json:"rawGives"`
	AtOnce   int     `json:"atOnce"`
	Raw      float64 `json:"raw"`
	Face     float64 `json:"face"`
	Ratio    float64 `json:"ratio"`
}

func main() {
	if err := run(os.Getenv("ORGMETA_ADDRESS"), os.Getenv("ORGMETA_KEY")); err != nil {
		log.Fatal(err)
	}
}

func run(address, key string) error {
	conn, err := grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer conn.Close()
	client, err := orgmeta.NewClient(address, orgmeta.WithCredential(key))
	if err != nil {
		return err
	}
	defer client.Close()
	ways, err := newWays(client, orgmetav1.NewBackendMetadataClient(conn), key)
	if err != nil {
		return err
	}
	if err := ways.updateByFace(); err != nil {
		return err
	}
	for _, atOnce := range []int{1, many} {
		for _, each := range []struct {
			call, rawGives string
			raw, face      call
		}{
			{"get", "messages", ways.get, ways.getByFace},
			{"get", "maps", ways.getMaps, ways.getByFace},
			{"update", "messages", ways.update, ways.updateByFace},
			{"update", "maps", ways.updateMaps, ways.updateByFace},
		} {
			compared := comparison{Call: each.call, RawGives: each.rawGives, AtOnce: atOnce}
			if err := compared.measure(each.raw, each.face); err != nil {
				return err
			}
			if err := json.NewEncoder(os.Stdout).Encode(compared); err != nil {
				return err
			}
		}
	}
	return nil
}

// measure runs the rounds: both ways by turns, and each first as often as the other.
func (c *comparison) measure(raw, face call) error {
	var raws, faces, ratios []float64
	for round := -warmUpRounds; round < rounds; round++ {
		order := []call{raw, face}
		if round%2 != 0 {
			order = []call{face, raw}
		}
		var seconds [2]float64
		for i, way := range order {
			var err error
			if seconds[i], err = timeOf(c.AtOnce, way); err != nil {
				return err
			}
		}
		if round < 0 {
			continue
		}
		if round%2 != 0 {
			slices.Reverse(seconds[:])
		}
		raws = append(raws, calls/seconds[0])
		faces = append(faces, calls/seconds[1])
		ratios = append(ratios, seconds[1]/seconds[0])
	}
	c.Raw, c.Face = math.Round(median(raws)), math.Round(median(faces))
	c.Ratio = math.Round(median(ratios)*1000) / 1000
	return nil
}

// timeOf makes the calls of a round, some at once, and gives how many seconds they took.
func timeOf(atOnce int, way call) (float64, error) {
	failures := make(chan error, atOnce)
	var all sync.WaitGroup
	started := time.Now()
	for range atOnce {
		all.Go(func() {
			for range calls / atOnce {
				if err := way(); err != nil {
					failures <- err
					return
				}
			}
		})
	}
	all.Wait()
	took := time.Since(started).Seconds()
	select {
	case err := <-failures:
		return 0, err
	default:
		return took, nil
	}
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// ways are the ways to make the calls. All have the credential and a deadline.
type ways struct {
	client   *orgmeta.Client
	stub     orgmetav1.BackendMetadataClient
	outgoing context.Context
	document map[string]any
	message  *structpb.Struct
}

func newWays(client *orgmeta.Client, stub orgmetav1.BackendMetadataClient, key string) (*ways, error) {
	document := map[string]any{}
	// Some 2 KB of JSON.
	for i := range 25 {
		document[fmt.Sprintf("member_%d", i)] = map[string]any{
			"name": fmt.Sprintf("a name of some length %d", i), "seats": float64(i), "on": true,
		}
	}
	message, err := structpb.NewStruct(document)
	if err != nil {
		return nil, err
	}
	outgoing := metadata.AppendToOutgoingContext(context.Background(), "authorization", "Bearer "+key)
	return &ways{client, stub, outgoing, document, message}, nil
}

func (w *ways) getRaw() (*orgmetav1.GetOrganizationMetadataResponse, error) {
	ctx, cancel := context.WithTimeout(w.outgoing, timeout)
	defer cancel()
	return w.stub.GetOrganizationMetadata(ctx, &orgmetav1.GetOrganizationMetadataRequest{OrganizationId: organization})
}

func (w *ways) updateRaw(message *structpb.Struct) (*orgmetav1.UpdateOrganizationMetadataResponse, error) {
	ctx, cancel := context.WithTimeout(w.outgoing, timeout)
	defer cancel()
	return w.stub.UpdateOrganizationMetadata(ctx,
		&orgmetav1.UpdateOrganizationMetadataRequest{OrganizationId: organization, PublicMetadata: message})
}

func (w *ways) get() error {
	_, err := w.getRaw()
	return err
}

func (w *ways) getMaps() error {
	response, err := w.getRaw()
	return readMaps(response.GetMetadata(), err)
}

func (w *ways) getByFace() error {
	_, err := w.client.GetOrganizationMetadata(context.Background(), organization)
	return err
}

func (w *ways) update() error {
	_, err := w.updateRaw(w.message)
	return err
}

func (w *ways) updateMaps() error {
	message, err := structpb.NewStruct(w.document)
	if err != nil {
		return err
	}
	response, err := w.updateRaw(message)
	return readMaps(response.GetMetadata(), err)
}

func (w *ways) updateByFace() error {
	_, err := w.client.UpdateOrganizationMetadata(context.Background(), organization,
		orgmeta.OrganizationUpdate{PublicMetadata: w.document})
	return err
}

// readMaps reads the documents of an answer as maps, as a program that uses them does.
func readMaps(message *orgmetav1.OrganizationMetadata, err error) error {
	if err != nil {
		return err
	}
	if len(message.GetPublicMetadata().AsMap()) == 0 || message.GetPrivateMetadata().AsMap() == nil {
		return fmt.Errorf("the answer lacks what was written")
	}
	return nil
}
