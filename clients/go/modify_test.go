package orgmeta_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

func TestModifyLosesNoUpdate(t *testing.T) {
	client, ctx := backend(t), context.Background()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			_, err := client.ModifyOrganizationMembershipMetadata(ctx, "counted", "user", func(documents *orgmeta.Documents) error {
				count, _ := documents.PrivateMetadata["count"].(float64)
				documents.PrivateMetadata["count"] = count + 1
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	record, err := client.GetOrganizationMembershipMetadata(ctx, "counted", "user")
	if err != nil {
		t.Fatal(err)
	}
	if record.PrivateMetadata["count"] != 8.0 {
		t.Errorf("got %v", record.PrivateMetadata)
	}
}

func TestModifyGivesUpAfterTenTimes(t *testing.T) {
	client, ctx := backend(t), context.Background()
	runs := 0
	_, err := client.ModifyOrganizationMetadata(ctx, "contended", func(documents *orgmeta.Documents) error {
		runs++
		_, err := client.UpdateOrganizationMetadata(ctx, "contended", orgmeta.OrganizationUpdate{
			PublicMetadata: map[string]any{"faster": runs},
		})
		return err
	})
	if !errors.Is(err, orgmeta.ErrETagMismatch) || runs != 10 {
		t.Errorf("got %v after %d times", err, runs)
	}
}

func TestModifyEndsWithTheErrorOfTheFunction(t *testing.T) {
	client, ctx, enough := backend(t), context.Background(), errors.New("enough")
	_, err := client.ModifyOrganizationInvitationMetadata(ctx, "modified", "i", func(*orgmeta.InvitationDocuments) error {
		return enough
	})
	if err != enough {
		t.Errorf("got %v", err)
	}
	if _, err := client.GetOrganizationInvitationMetadata(ctx, "modified", "i"); !errors.Is(err, orgmeta.ErrMetadataNotFound) {
		t.Errorf("it wrote, or got %v", err)
	}
}

func TestModifyLeavesADocumentThatIsSetToNil(t *testing.T) {
	client, ctx := backend(t), context.Background()
	if _, err := client.ReplaceOrganizationMetadata(ctx, "nil", orgmeta.OrganizationReplacement{
		PublicMetadata: map[string]any{"plan": "pro"}, PrivateMetadata: map[string]any{"stripe": "cus_1"},
	}); err != nil {
		t.Fatal(err)
	}
	record, err := client.ModifyOrganizationMetadata(ctx, "nil", func(documents *orgmeta.Documents) error {
		*documents = orgmeta.Documents{PublicMetadata: map[string]any{"plan": "free"}}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if record.PublicMetadata["plan"] != "free" || record.PrivateMetadata["stripe"] != "cus_1" {
		t.Errorf("got %v and %v", record.PublicMetadata, record.PrivateMetadata)
	}
}

func TestModifyStopsWaitingWithTheContext(t *testing.T) {
	client := backend(t)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	_, err := client.ModifyOrganizationMetadata(ctx, "stopped", func(*orgmeta.Documents) error {
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
