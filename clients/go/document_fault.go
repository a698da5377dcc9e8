package orgmeta

import "slices"

// fault is what a document can't be sent with.
type fault struct {
	problem string
	// path leads to it, the last step first: each level adds its own on the way back.
	path []step
}

func newFault(problem string) *fault { return &fault{problem: problem} }

func (f *fault) within(s step) *fault {
	f.path = append(f.path, s)
	return f
}

func (f *fault) toError(field string) error {
	slices.Reverse(f.path)
	return documentError(field, formatPath(f.path), f.problem)
}
