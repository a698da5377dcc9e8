package orgmeta

import "google.golang.org/grpc/codes"

// Batch is what was found of what was asked for, and what has no record, both in the order in which it was asked.
type Batch[Record, Key any] struct {
	Metadata []*Record
	Missing  []Key
}

// answer is a part of a batch, and what did not fit into it.
type answer[Record any, Key comparable] struct {
	metadata    []*Record
	missing     []Key
	unprocessed []Key
}

// batch asks for what did not fit into an answer until everything did.
func batch[Record any, Key comparable](
	keys []Key,
	keyOf func(*Record) Key,
	fetch func([]Key) (answer[Record, Key], error),
) (*Batch[Record, Key], error) {
	found := make(map[Key]*Record, len(keys))
	missing := make(map[Key]bool)
	for asked := keys; ; {
		part, err := fetch(asked)
		if err != nil {
			return nil, err
		}
		for _, record := range part.metadata {
			found[keyOf(record)] = record
		}
		for _, key := range part.missing {
			missing[key] = true
		}
		if len(part.unprocessed) == 0 {
			return inOrder(keys, found, missing), nil
		}
		if len(part.unprocessed) >= len(asked) {
			return nil, &Error{Code: codes.Internal, Message: "the service answered a batch with nothing of it"}
		}
		asked = part.unprocessed
	}
}

// inOrder gives each key's outcome once, at its first place. An answer by itself is in order, but several are not: the
// first may have found a later one missing.
func inOrder[Record any, Key comparable](
	keys []Key, found map[Key]*Record, missing map[Key]bool,
) *Batch[Record, Key] {
	ordered := &Batch[Record, Key]{Metadata: make([]*Record, 0, len(found)), Missing: make([]Key, 0, len(missing))}
	for _, key := range keys {
		if record, ok := found[key]; ok {
			ordered.Metadata = append(ordered.Metadata, record)
			delete(found, key)
		} else if missing[key] {
			ordered.Missing = append(ordered.Missing, key)
			delete(missing, key)
		}
	}
	return ordered
}
