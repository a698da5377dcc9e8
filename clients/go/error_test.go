package orgmeta_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

func TestARefusalIsAnErrorWithCodeReasonMetadataAndField(t *testing.T) {
	client, anonymous := backend(t), shared.client(t)
	large := map[string]any{"text": strings.Repeat("x", 9000)}
	for _, each := range []struct {
		title    string
		call     func(context.Context) error
		code     codes.Code
		reason   orgmeta.Reason
		field    string
		metadata string
	}{
		{
			title: "a document past the limit",
			call: func(ctx context.Context) error {
				_, err := client.UpdateOrganizationMetadata(ctx, "errors", orgmeta.OrganizationUpdate{PrivateMetadata: large})
				return err
			},
			code: codes.InvalidArgument, reason: orgmeta.ErrMetadataTooLarge, field: "private_metadata", metadata: "limit_bytes",
		},
		{
			title: "an etag of another state",
			call: func(ctx context.Context) error {
				if _, err := client.UpdateOrganizationMetadata(ctx, "errors", orgmeta.OrganizationUpdate{
					PublicMetadata: map[string]any{"plan": "pro"},
				}); err != nil {
					return err
				}
				return client.DeleteOrganizationMetadata(ctx, "errors", orgmeta.OrganizationDeletion{ETag: "other"})
			},
			code: codes.Aborted, reason: orgmeta.ErrETagMismatch, metadata: "etag",
		},
		{
			title: "a list",
			call: func(ctx context.Context) error {
				for _, err := range client.ListOrganizationMetadata(ctx, orgmeta.OrganizationQuery{PageSize: -1}) {
					return err
				}
				return nil
			},
			code: codes.InvalidArgument, reason: orgmeta.ErrArgumentInvalid, field: "page_size", metadata: "field",
		},
		{
			title: "a batch",
			call: func(ctx context.Context) error {
				_, err := client.BatchGetOrganizationMetadata(ctx, nil)
				return err
			},
			code: codes.InvalidArgument, reason: orgmeta.ErrArgumentInvalid, field: "organization_ids", metadata: "field",
		},
		{
			title: "no credential",
			call: func(ctx context.Context) error {
				_, err := anonymous.GetOrganizationPublicMetadata(ctx, "errors")
				return err
			},
			code: codes.Unauthenticated, reason: orgmeta.ErrCredentialMissing,
		},
	} {
		t.Run(each.title, func(t *testing.T) {
			err := each.call(context.Background())
			var refusal *orgmeta.Error
			if !errors.As(err, &refusal) {
				t.Fatalf("got %v", err)
			}
			if refusal.Code != each.code || refusal.Reason != each.reason || refusal.Field != each.field {
				t.Errorf("got %s, %s and %q", refusal.Code, refusal.Reason, refusal.Field)
			}
			if each.metadata != "" && refusal.Metadata[each.metadata] == "" {
				t.Errorf("got %v, which lacks %s", refusal.Metadata, each.metadata)
			}
			if !errors.Is(err, each.reason) || errors.Is(err, orgmeta.ErrWriteContention) {
				t.Error("errors.Is does not find the reason, or finds another")
			}
			if s, ok := status.FromError(err); !ok || s.Code() != each.code || len(s.Details()) == 0 {
				t.Errorf("the status is %v", s)
			}
		})
	}
}

func TestAServiceThatDoesNotAnswerGivesNoReason(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	client, err := orgmeta.NewClient(address, orgmeta.WithTimeout(time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	var failure *orgmeta.Error
	_, err = client.ReplaceOrganizationMetadata(context.Background(), "a", orgmeta.OrganizationReplacement{})
	if !errors.As(err, &failure) || failure.Code != codes.Unavailable || failure.Reason != "" {
		t.Errorf("got %v", err)
	}
}
