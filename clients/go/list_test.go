package orgmeta_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"google.golang.org/grpc"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

func TestAListFetchesAPageWhenItIsNeeded(t *testing.T) {
	calls := 0
	count := func(ctx context.Context, method string, request, response any, conn *grpc.ClientConn,
		invoke grpc.UnaryInvoker, options ...grpc.CallOption) error {
		calls++
		return invoke(ctx, method, request, response, conn, options...)
	}
	client := shared.client(t, orgmeta.WithCredential(shared.backend),
		orgmeta.WithDialOptions(grpc.WithUnaryInterceptor(count)))
	ctx := context.Background()
	for i := range 5 {
		if _, err := client.UpdateOrganizationMembershipMetadata(ctx, "listed", fmt.Sprintf("user-%d", i), orgmeta.MembershipUpdate{
			PublicMetadata: map[string]any{"even": i%2 == 0},
		}); err != nil {
			t.Fatal(err)
		}
	}
	usersOf := func(query orgmeta.MembershipQuery, most int) []string {
		calls = 0
		var users []string
		for membership, err := range client.ListOrganizationMembershipMetadata(ctx, query) {
			if err != nil {
				t.Fatal(err)
			}
			if users = append(users, membership.UserID); len(users) == most {
				break
			}
		}
		return users
	}
	paged := orgmeta.MembershipQuery{OrganizationID: "listed", PageSize: 2}
	if users := usersOf(paged, 100); !slices.Equal(users, []string{"user-0", "user-1", "user-2", "user-3", "user-4"}) || calls < 3 {
		t.Errorf("got %v in %d calls", users, calls)
	}
	if users := usersOf(paged, 2); len(users) != 2 || calls != 1 {
		t.Errorf("got %v in %d calls, though one page was all that was needed", users, calls)
	}
	even := orgmeta.MembershipQuery{OrganizationID: "listed", PublicContains: map[string]any{"even": true}}
	if users := usersOf(even, 100); !slices.Equal(users, []string{"user-0", "user-2", "user-4"}) {
		t.Errorf("got %v", users)
	}
}
