package orgmeta

// slabSize is how many values are allocated together.
const slabSize = 16

// slab gives new values, which are allocated many at a time.
type slab[T any] struct{ left []T }

func (s *slab[T]) next() *T {
	if len(s.left) == 0 {
		s.left = make([]T, slabSize)
	}
	value := &s.left[0]
	s.left = s.left[1:]
	return value
}
