package orgmeta_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
	orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"
)

func TestADocumentThatIsLeftOutStaysAndAnEmptyOneClears(t *testing.T) {
	client, ctx := backend(t), context.Background()
	written, err := client.ReplaceOrganizationMetadata(ctx, "left-out", orgmeta.OrganizationReplacement{
		PublicMetadata:  map[string]any{"plan": "pro"},
		PrivateMetadata: map[string]any{"stripe": "cus_1"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if written.PublicSizeBytes != 14 || written.CreateTime.IsZero() || written.ETag == "" {
		t.Errorf("got %+v", written)
	}
	cleared, err := client.ReplaceOrganizationMetadata(ctx, "left-out", orgmeta.OrganizationReplacement{
		PublicMetadata: map[string]any{},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(cleared.PublicMetadata) != 0 || cleared.PrivateMetadata["stripe"] != "cus_1" {
		t.Errorf("got %v and %v", cleared.PublicMetadata, cleared.PrivateMetadata)
	}
}

func TestACallWithoutADeadlineEndsWithTheTimeoutOfTheClient(t *testing.T) {
	client := shared.client(t, orgmeta.WithCredential(shared.backend), orgmeta.WithTimeout(time.Nanosecond))
	_, err := client.GetOrganizationMetadata(context.Background(), "a")
	if !errors.Is(err, context.DeadlineExceeded) || status.Code(err) != codes.DeadlineExceeded {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if _, err := client.GetOrganizationMetadata(ctx, "a"); !errors.Is(err, orgmeta.ErrMetadataNotFound) {
		t.Errorf("a deadline of the context goes first, got %v", err)
	}
}

func TestACallThatIsCanceledEndsAsThat(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := backend(t).GetOrganizationMetadata(ctx, "a"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestACredentialThatNoHeaderCanCarryIsRefusedWithoutBeingShown(t *testing.T) {
	for _, credential := range []string{"om_sk_secret\n", "om_sk_sécret"} {
		_, err := orgmeta.NewClient("127.0.0.1:1", orgmeta.WithCredential(credential))
		if err == nil || !strings.Contains(err.Error(), "header") || strings.Contains(err.Error(), "om_sk") {
			t.Errorf("got %v", err)
		}
	}
}

func TestAnEmptyCredentialIsRefusedForAVariableThatIsNotSet(t *testing.T) {
	_, err := orgmeta.NewClient("127.0.0.1:1", orgmeta.WithCredential(""))
	if err == nil || !strings.Contains(err.Error(), "leave WithCredential out to call anonymously") {
		t.Errorf("got %v", err)
	}
}

func TestATimeoutThatIsNotMoreThan0IsRefused(t *testing.T) {
	for _, timeout := range []time.Duration{0, -time.Second} {
		_, err := orgmeta.NewClient("127.0.0.1:1", orgmeta.WithTimeout(timeout))
		if err == nil || !strings.Contains(err.Error(), "more than 0") {
			t.Errorf("got %v", err)
		}
	}
}

func TestAUnixSocketIsAnAddress(t *testing.T) {
	// A path of a socket is 107 bytes at most, and that of t.TempDir has the name of the test.
	folder, err := os.MkdirTemp("", "orgmeta-go-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	local, err := startService("ORGMETA_FRONTEND_ADDRESS=unix:" + filepath.Join(folder, "socket"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(local.stop)
	local.address = "unix:" + filepath.Join(folder, "socket")
	client := local.client(t, orgmeta.WithCredential(local.frontend))
	if _, err := client.GetOrganizationPublicMetadata(context.Background(), "a"); !errors.Is(err, orgmeta.ErrMetadataNotFound) {
		t.Errorf("got %v", err)
	}
}

func TestTheStubsShareConnectionAndCredential(t *testing.T) {
	client, ctx := backend(t), context.Background()
	request := &orgmetav1.UpdateOrganizationMetadataRequest{OrganizationId: "stubs"}
	if _, err := client.Backend().UpdateOrganizationMetadata(ctx, request); err != nil {
		t.Fatal(err)
	}
	_, err := client.Frontend().GetOrganizationPublicMetadata(ctx,
		&orgmetav1.GetOrganizationPublicMetadataRequest{OrganizationId: "stubs"})
	if status.Code(err) != codes.NotFound {
		t.Errorf("got %v", err)
	}
}

func TestOptionsOfACallAreHandedThrough(t *testing.T) {
	var header metadata.MD
	_, err := backend(t).UpdateOrganizationMetadata(context.Background(), "options", orgmeta.OrganizationUpdate{
		PublicMetadata: map[string]any{"plan": "pro"},
	}, grpc.Header(&header))
	if err != nil || len(header) == 0 {
		t.Errorf("got %v and %v", header, err)
	}
}
