package orgmeta

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

const errorDomain = "orgmeta"

// Error is a call that was refused or failed.
type Error struct {
	// Code is gRPC's.
	Code codes.Code
	// Reason is one of the Err… of this package, or one that the service learned later. It is empty where the service did
	// not answer.
	Reason Reason
	// Metadata is what the service says of this refusal; error_reason.proto lists the keys of each reason. It may be nil.
	Metadata map[string]string
	// Field is the path of the request's field that is to blame, such as public_metadata, or empty.
	Field string
	// RetryDelay is how long to wait before trying again. It is 0 where the service did not say.
	RetryDelay time.Duration
	// Message is for people.
	Message string

	cause error
}

// Error names the reason, or the code where there is none, and the message.
func (e *Error) Error() string {
	if e.Reason != "" {
		return fmt.Sprintf("orgmeta: %s: %s", e.Reason, e.Message)
	}
	return fmt.Sprintf("orgmeta: %s: %s", e.Code, e.Message)
}

// Is makes errors.Is find an error by its reason, and context.Canceled and context.DeadlineExceeded where that is how
// the call ended.
func (e *Error) Is(target error) bool {
	switch target {
	case context.Canceled:
		return e.Code == codes.Canceled
	case context.DeadlineExceeded:
		return e.Code == codes.DeadlineExceeded
	}
	reason, ok := target.(Reason)
	return ok && reason == e.Reason
}

// Unwrap is the error of gRPC, or nil where nothing was sent.
func (e *Error) Unwrap() error { return e.cause }

// GRPCStatus is the status with all its details, as status.FromError and status.Code look for it.
func (e *Error) GRPCStatus() *status.Status {
	if e.cause != nil {
		return status.Convert(e.cause)
	}
	return status.New(e.Code, e.Message)
}

// newError reads an error of gRPC.
func newError(cause error) *Error {
	s := status.Convert(cause)
	e := &Error{Code: s.Code(), Message: s.Message(), cause: cause}
	for _, detail := range s.Details() {
		switch detail := detail.(type) {
		case *errdetails.ErrorInfo:
			if detail.GetDomain() == errorDomain {
				e.Reason, e.Metadata = Reason(detail.GetReason()), detail.GetMetadata()
			}
		case *errdetails.BadRequest:
			if violations := detail.GetFieldViolations(); len(violations) > 0 {
				e.Field = violations[0].GetField()
			}
		case *errdetails.RetryInfo:
			e.RetryDelay = detail.GetRetryDelay().AsDuration()
		}
	}
	return e
}

// documentError refuses a document before it is sent, as the service would.
func documentError(field, path, problem string) *Error {
	where := field
	if path != "" {
		where += " at " + path
	}
	return &Error{
		Code:     codes.InvalidArgument,
		Reason:   ErrMetadataInvalid,
		Metadata: map[string]string{"field": field, "path": path},
		Field:    field,
		Message:  where + ": " + problem,
	}
}
