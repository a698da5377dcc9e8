package orgmeta_test

import (
	"context"
	"errors"
	"math"
	"testing"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

func TestTheServiceRefusesANumberThatJSONCannotSay(t *testing.T) {
	_, err := backend(t).UpdateOrganizationMetadata(context.Background(), "nan", orgmeta.OrganizationUpdate{
		PublicMetadata: map[string]any{"rates": []float64{1, math.NaN()}},
	})
	var refusal *orgmeta.Error
	if !errors.As(err, &refusal) || refusal.Reason != orgmeta.ErrMetadataInvalid || refusal.Metadata["path"] != "rates[1]" {
		t.Errorf("got %v", err)
	}
}

func TestADocumentThatCannotBeSentIsRefusedByEveryCallThatTakesOne(t *testing.T) {
	client, ctx := backend(t), context.Background()
	invalid := map[string]any{"v": make(chan int)}
	calls := map[string]func() error{
		"UpdateOrganizationMetadata, public": func() error {
			_, err := client.UpdateOrganizationMetadata(ctx, "a", orgmeta.OrganizationUpdate{PublicMetadata: invalid})
			return err
		},
		"UpdateOrganizationMetadata, private": func() error {
			_, err := client.UpdateOrganizationMetadata(ctx, "a", orgmeta.OrganizationUpdate{PrivateMetadata: invalid})
			return err
		},
		"ReplaceOrganizationMembershipMetadata": func() error {
			_, err := client.ReplaceOrganizationMembershipMetadata(ctx, "a", "u",
				orgmeta.MembershipReplacement{PrivateMetadata: invalid})
			return err
		},
		"UpdateOrganizationInvitationMetadata": func() error {
			_, err := client.UpdateOrganizationInvitationMetadata(ctx, "a", "i", orgmeta.InvitationUpdate{PublicMetadata: invalid})
			return err
		},
		"ListOrganizationMetadata": func() error {
			for _, err := range client.ListOrganizationMetadata(ctx, orgmeta.OrganizationQuery{PrivateContains: invalid}) {
				return err
			}
			return nil
		},
	}
	for title, run := range calls {
		t.Run(title, func(t *testing.T) {
			if err := run(); !errors.Is(err, orgmeta.ErrMetadataInvalid) {
				t.Errorf("got %v", err)
			}
		})
	}
}
