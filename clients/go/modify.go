package orgmeta

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"google.golang.org/grpc/status"
)

const (
	modifyAttempts = 10
	// The first wait is at most this long, and each is at most twice the one before.
	modifyWait = 20 * time.Millisecond
	// The longest that a wait grows to.
	modifyLongestWait = time.Second
)

// Documents are those of an organization's or a membership's record, for a function that changes them: in them, or by
// setting others. One that is set to nil stays as it is in the record.
type Documents struct {
	PublicMetadata  map[string]any
	PrivateMetadata map[string]any
}

// InvitationDocuments is the document of an invitation's record, for a function that changes it: in it, or by setting
// another.
type InvitationDocuments struct {
	PublicMetadata map[string]any
}

func emptyDocuments() Documents {
	return Documents{PublicMetadata: map[string]any{}, PrivateMetadata: map[string]any{}}
}

func emptyInvitationDocuments() InvitationDocuments {
	return InvitationDocuments{PublicMetadata: map[string]any{}}
}

// modify reads a record, has its documents changed, and replaces them if nobody else did meanwhile; otherwise it begins
// anew. It gives up after ten times, with ErrETagMismatch. A record that does not exist is created.
func modify[Record, Docs any](
	ctx context.Context,
	empty func() Docs,
	read func() (documents Docs, etag string, err error),
	change func(*Docs) error,
	replace func(documents Docs, etag string) (*Record, error),
) (*Record, error) {
	for attempt := 1; ; attempt++ {
		documents, etag, err := read()
		if errors.Is(err, ErrMetadataNotFound) {
			documents, etag = empty(), "0"
		} else if err != nil {
			return nil, err
		}
		if err := change(&documents); err != nil {
			return nil, err
		}
		record, err := replace(documents, etag)
		if attempt == modifyAttempts || !errors.Is(err, ErrETagMismatch) {
			return record, err
		}
		if err := waitRandomly(ctx, attempt); err != nil {
			return nil, err
		}
	}
}

// waitRandomly lets writers who met each other part. It ends with the context, as a call does.
func waitRandomly(ctx context.Context, attempt int) error {
	longest := min(modifyWait<<(attempt-1), modifyLongestWait)
	timer := time.NewTimer(rand.N(longest))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return newError(status.FromContextError(ctx.Err()).Err())
	}
}
