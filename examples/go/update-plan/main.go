// Update-plan is what a billing service does when a subscription changes: it writes the organization's plan for everyone
// to read, and since when it is on that plan for backends only.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: update-plan ORGANIZATION PLAN")
	}
	if err := updatePlan(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func updatePlan(organizationID, plan string) error {
	address := os.Getenv("ORGMETA_ADDRESS")
	if address == "" {
		address = "127.0.0.1:50051"
	}
	key := os.Getenv("ORGMETA_KEY")
	if key == "" {
		return errors.New("set ORGMETA_KEY to a backend's key, om_sk_…")
	}
	client, err := orgmeta.NewClient(address, orgmeta.WithCredential(key))
	if err != nil {
		return err
	}
	defer client.Close()

	// Merged into what is there: other services write members of their own.
	organization, err := client.UpdateOrganizationMetadata(context.Background(), organizationID, orgmeta.OrganizationUpdate{
		PublicMetadata:  map[string]any{"plan": plan},
		PrivateMetadata: map[string]any{"plan_since": time.Now()},
	})
	if errors.Is(err, orgmeta.ErrRoleNotAllowed) {
		return fmt.Errorf("set ORGMETA_KEY to a backend's key, om_sk_…: %w", err)
	}
	if err != nil {
		return err
	}
	fmt.Printf("%s is on the plan %s\n", organizationID, organization.PublicMetadata["plan"])
	return nil
}
