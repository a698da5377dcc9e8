package orgmeta

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

const defaultTimeout = 10 * time.Second

// Option says how a client connects and calls.
type Option func(*settings)

type settings struct {
	credential *string
	transport  credentials.TransportCredentials
	timeout    time.Duration
	dial       []grpc.DialOption
}

// WithCredential sends a credential, an API key or a token, with every call. Left out, the caller is anonymous. The
// credential is sent on connections without TLS, too: to ask for those, which is to leave WithTLS out, is to say that
// nobody can listen in between. NewClient refuses one that no header can carry, and an empty one, which is a variable that
// was not set.
func WithCredential(credential string) Option {
	return func(s *settings) { s.credential = &credential }
}

// WithTLS secures the connections. A nil config trusts the system's authorities; RootCAs trusts others, and
// Certificates are the client's own, for mTLS. Left out, connections are in clear text.
func WithTLS(config *tls.Config) Option {
	return func(s *settings) { s.transport = credentials.NewTLS(config) }
}

// WithTimeout bounds every call whose context has no deadline. Left out, it is 10 seconds; NewClient refuses one that is
// not more than 0. Each page of a list, each request of a batch and each read and write of a Modify… is a call of its own.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) { s.timeout = timeout }
}

// WithDialOptions hands options through to grpc.NewClient, after the client's own: interceptors, keepalive, statistics.
// Each connection gets them.
func WithDialOptions(options ...grpc.DialOption) Option {
	return func(s *settings) { s.dial = append(s.dial, options...) }
}

func newSettings(options []Option) settings {
	s := settings{transport: insecure.NewCredentials(), timeout: defaultTimeout}
	for _, option := range options {
		option(&s)
	}
	return s
}

func (s settings) dialOptions() []grpc.DialOption {
	dial := []grpc.DialOption{
		grpc.WithTransportCredentials(s.transport),
		grpc.WithDefaultServiceConfig(serviceConfig),
	}
	if s.credential != nil {
		dial = append(dial, grpc.WithPerRPCCredentials(bearer{"authorization": "Bearer " + *s.credential}))
	}
	return append(dial, s.dial...)
}

// check refuses what no call could be made with, and does not show a credential.
func (s settings) check() error {
	if s.timeout <= 0 {
		return fmt.Errorf("orgmeta: the timeout is %s, and must be more than 0", s.timeout)
	}
	if s.credential == nil {
		return nil
	}
	if *s.credential == "" {
		return errors.New("orgmeta: the credential is empty, as a variable is that was not set; leave WithCredential out to call anonymously")
	}
	for _, sign := range *s.credential {
		if sign < ' ' || sign > '~' {
			return errors.New("orgmeta: the credential holds a character that a header can't carry, such as the end of a line")
		}
	}
	return nil
}

// bearer is the header that carries a credential.
type bearer map[string]string

func (b bearer) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return b, nil
}

// RequireTransportSecurity says no: see WithCredential.
func (bearer) RequireTransportSecurity() bool { return false }
