// Read-profile is what a frontend's server does for a page about an organization: it reads what is public.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: read-profile ORGANIZATION")
	}
	if err := readProfile(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func readProfile(organizationID string) error {
	address := os.Getenv("ORGMETA_ADDRESS")
	if address == "" {
		address = "127.0.0.1:50051"
	}
	key := os.Getenv("ORGMETA_KEY")
	if key == "" {
		return errors.New("set ORGMETA_KEY to a frontend's key, om_pk_…")
	}
	client, err := orgmeta.NewClient(address, orgmeta.WithCredential(key))
	if err != nil {
		return err
	}
	defer client.Close()

	organization, err := client.GetOrganizationPublicMetadata(context.Background(), organizationID)
	if errors.Is(err, orgmeta.ErrMetadataNotFound) {
		fmt.Printf("%s has nothing public\n", organizationID)
		return nil
	}
	if err != nil {
		return err
	}
	profile, err := json.Marshal(organization.PublicMetadata)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %s\n", organizationID, profile)
	return nil
}
