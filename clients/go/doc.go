// Package orgmeta is a client of the orgmeta service, which keeps custom JSON on organizations, memberships and
// invitations: public metadata that frontends read, and private metadata that only backends see.
//
//	client, err := orgmeta.NewClient("127.0.0.1:50051", orgmeta.WithCredential(key))
//	if err != nil {
//		return err
//	}
//	defer client.Close()
//	organization, err := client.UpdateOrganizationMetadata(ctx, "org_1", orgmeta.OrganizationUpdate{
//		PublicMetadata: map[string]any{"plan": "pro"},
//	})
//
// It is a thin face over the generated code of github.com/orgmeta/orgmeta/gen/go/orgmeta/v1, whose documentation says
// what every call does. Deadlines, cancellation, retries and call options are gRPC's own.
//
// # Documents
//
// Metadata is JSON: a map[string]any going in and coming out. A nil map is a document that is left out, which is not the
// same as an empty one. What comes out holds nil, bool, float64, string, []any and map[string]any, as encoding/json has
// them. What goes in may also hold every other number, slices and maps of all these, pointers to them, and values that
// say themselves what they are in JSON or in text (json.Marshaler, encoding.TextMarshaler), such as time.Time and
// json.RawMessage. A struct is not taken: it goes through encoding/json first. Whatever can't be sent as it is, such as
// an integer that no float64 holds exactly, is refused with ErrMetadataInvalid before anything is sent.
//
// # Errors
//
// A refusal is an *Error, found by errors.As, and each reason for one is an error that errors.Is finds:
//
//	if errors.Is(err, orgmeta.ErrETagMismatch) { … }
package orgmeta
