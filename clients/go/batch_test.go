package orgmeta_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"google.golang.org/grpc"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

func TestABatchAsksAgainForWhatDidNotFitAndKeepsTheOrder(t *testing.T) {
	calls := 0
	count := func(ctx context.Context, method string, request, response any, conn *grpc.ClientConn,
		invoke grpc.UnaryInvoker, options ...grpc.CallOption) error {
		calls++
		return invoke(ctx, method, request, response, conn, options...)
	}
	client := shared.client(t, orgmeta.WithCredential(shared.backend),
		orgmeta.WithDialOptions(grpc.WithUnaryInterceptor(count)))
	ctx := context.Background()
	// As a message, this document of 8 KB is some 45 KB: 80 of them don't fit into 3 MiB.
	ones := make([]int, 4000)
	var asked, found, missing []string
	for i := range 90 {
		id := fmt.Sprintf("batch-%d", 90-i)
		asked = append(asked, id)
		if i%9 == 0 {
			missing = append(missing, id)
			continue
		}
		found = append(found, id)
		if _, err := client.ReplaceOrganizationMetadata(ctx, id, orgmeta.OrganizationReplacement{
			PublicMetadata: map[string]any{"ones": ones},
		}); err != nil {
			t.Fatal(err)
		}
	}
	calls = 0
	batch, err := client.BatchGetOrganizationMetadata(ctx, append(asked, asked[1]))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, record := range batch.Metadata {
		got = append(got, record.OrganizationID)
	}
	if !slices.Equal(got, found) || !slices.Equal(batch.Missing, missing) {
		t.Errorf("found %v, missing %v", got, batch.Missing)
	}
	if calls < 2 {
		t.Error("everything fitted into one answer, so this test shows nothing")
	}
}
