package orgmeta_test

import (
	"context"
	"errors"
	"net"
	"sync"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
	orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"
)

// unavailable is a server that answers each organization's first call with an error, and counts.
type unavailable struct {
	orgmetav1.UnimplementedBackendMetadataServer
	code  codes.Code
	mutex sync.Mutex
	calls map[string]int
}

func (u *unavailable) count(organizationID string) error {
	u.mutex.Lock()
	defer u.mutex.Unlock()
	if u.calls[organizationID]++; u.calls[organizationID] == 1 {
		return status.Error(u.code, "not now")
	}
	return nil
}

func (u *unavailable) GetOrganizationMetadata(
	_ context.Context, request *orgmetav1.GetOrganizationMetadataRequest,
) (*orgmetav1.GetOrganizationMetadataResponse, error) {
	return &orgmetav1.GetOrganizationMetadataResponse{}, u.count(request.GetOrganizationId())
}

func (u *unavailable) UpdateOrganizationMetadata(
	_ context.Context, request *orgmetav1.UpdateOrganizationMetadataRequest,
) (*orgmetav1.UpdateOrganizationMetadataResponse, error) {
	return &orgmetav1.UpdateOrganizationMetadataResponse{}, u.count(request.GetOrganizationId())
}

func (u *unavailable) ReplaceOrganizationMetadata(
	_ context.Context, request *orgmetav1.ReplaceOrganizationMetadataRequest,
) (*orgmetav1.ReplaceOrganizationMetadataResponse, error) {
	return &orgmetav1.ReplaceOrganizationMetadataResponse{}, u.count(request.GetOrganizationId())
}

func TestWhatIsSafeToSendAgainIsRetriedWhileTheServiceIsUnavailable(t *testing.T) {
	get := func(ctx context.Context, c *orgmeta.Client) error {
		_, err := c.GetOrganizationMetadata(ctx, "a")
		return err
	}
	update := func(etag string) func(context.Context, *orgmeta.Client) error {
		return func(ctx context.Context, c *orgmeta.Client) error {
			_, err := c.UpdateOrganizationMetadata(ctx, "a", orgmeta.OrganizationUpdate{ETag: etag})
			return err
		}
	}
	replace := func(ctx context.Context, c *orgmeta.Client) error {
		_, err := c.ReplaceOrganizationMetadata(ctx, "a", orgmeta.OrganizationReplacement{})
		return err
	}
	for _, each := range []struct {
		title string
		code  codes.Code
		call  func(context.Context, *orgmeta.Client) error
		calls int
	}{
		{"a read", codes.Unavailable, get, 2},
		{"an update without an etag", codes.Unavailable, update(""), 2},
		{"an update with an etag", codes.Unavailable, update("1-1"), 1},
		{"a replacement", codes.Unavailable, replace, 1},
		{"a read that was aborted", codes.Aborted, get, 1},
		{"an update that was aborted", codes.Aborted, update(""), 1},
	} {
		t.Run(each.title, func(t *testing.T) {
			server := &unavailable{code: each.code, calls: map[string]int{}}
			err := each.call(context.Background(), serve(t, server))
			if server.calls["a"] != each.calls {
				t.Errorf("it was called %d times, and gave %v", server.calls["a"], err)
			}
			if retried := each.calls > 1; (err == nil) != retried {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestARefusalTellsTheDelayOfARetryWhereTheServiceDoes(t *testing.T) {
	for _, expected := range []time.Duration{0, 1500 * time.Millisecond} {
		refusal := status.New(codes.ResourceExhausted, "not now")
		if expected != 0 {
			var err error
			refusal, err = refusal.WithDetails(&errdetails.RetryInfo{RetryDelay: durationpb.New(expected)})
			if err != nil {
				t.Fatal(err)
			}
		}
		_, err := serve(t, refusing{err: refusal.Err()}).GetOrganizationMetadata(context.Background(), "a")
		var got *orgmeta.Error
		if !errors.As(err, &got) || got.RetryDelay != expected {
			t.Errorf("got %v", err)
		}
	}
}

// refusing is a server that answers each read with an error.
type refusing struct {
	orgmetav1.UnimplementedBackendMetadataServer
	err error
}

func (r refusing) GetOrganizationMetadata(
	context.Context, *orgmetav1.GetOrganizationMetadataRequest,
) (*orgmetav1.GetOrganizationMetadataResponse, error) {
	return nil, r.err
}

// serve makes a client of a server that runs within the test.
func serve(t *testing.T, backend orgmetav1.BackendMetadataServer) *orgmeta.Client {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := grpc.NewServer()
	orgmetav1.RegisterBackendMetadataServer(server, backend)
	go server.Serve(listener)
	t.Cleanup(server.Stop)
	client, err := orgmeta.NewClient(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	return client
}
