package orgmeta

import (
	"context"
	_ "embed"
	"errors"

	"google.golang.org/grpc"

	orgmetav1 "github.com/orgmeta/orgmeta/gen/go/orgmeta/v1"
)

//go:embed service_config.json
var serviceConfig string

// Client calls one orgmeta service. It may be used by any number of goroutines at once, and is meant to be kept: it holds
// the connection.
type Client struct {
	settings settings
	// Retries what is safe to send again, as the service config says.
	conn *grpc.ClientConn
	// Retries nothing. A service config knows methods and no requests, and a write with an etag that landed without an
	// answer would come back from its retry as ErrETagMismatch.
	onceConn *grpc.ClientConn
	backend  orgmetav1.BackendMetadataClient
	once     orgmetav1.BackendMetadataClient
	frontend orgmetav1.FrontendMetadataClient
}

// NewClient makes a client of the service at an address, which is host:port or unix:PATH, or any other target that
// grpc.NewClient takes. It does not connect: the first call does, and the first write with an etag opens a connection
// of its own, on which nothing is retried.
func NewClient(address string, options ...Option) (*Client, error) {
	settings := newSettings(options)
	if err := settings.check(); err != nil {
		return nil, err
	}
	dial := settings.dialOptions()
	conn, err := grpc.NewClient(address, dial...)
	if err != nil {
		return nil, err
	}
	onceConn, err := grpc.NewClient(address, append(dial, grpc.WithDisableRetry())...)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return &Client{
		settings: settings,
		conn:     conn,
		onceConn: onceConn,
		backend:  orgmetav1.NewBackendMetadataClient(conn),
		once:     orgmetav1.NewBackendMetadataClient(onceConn),
		frontend: orgmetav1.NewFrontendMetadataClient(conn),
	}, nil
}

// Close ends the connections. Calls under way fail, with the code Canceled.
func (c *Client) Close() error {
	return errors.Join(c.conn.Close(), c.onceConn.Close())
}

// Backend is the generated stub of BackendMetadata, on the client's connection and with its credential, but without its
// timeout and its errors. Updates through it are retried with an etag, too.
func (c *Client) Backend() orgmetav1.BackendMetadataClient { return c.backend }

// Frontend is the generated stub of FrontendMetadata, on the client's connection and with its credential, but without
// its timeout and its errors.
func (c *Client) Frontend() orgmetav1.FrontendMetadataClient { return c.frontend }

// writer is the stub for a write with this etag.
func (c *Client) writer(etag string) orgmetav1.BackendMetadataClient {
	if etag != "" {
		return c.once
	}
	return c.backend
}

// call makes one call, within the client's timeout unless the context has a deadline, and turns its refusal into an
// *Error.
func call[Request, Response any](
	ctx context.Context,
	c *Client,
	rpc func(context.Context, *Request, ...grpc.CallOption) (*Response, error),
	request *Request,
	options []grpc.CallOption,
) (*Response, error) {
	if _, bounded := ctx.Deadline(); !bounded {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.settings.timeout)
		defer cancel()
	}
	response, err := rpc(ctx, request, options...)
	if err != nil {
		return nil, newError(err)
	}
	return response, nil
}
