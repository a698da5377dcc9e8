package orgmeta

import (
	"encoding/json"
	"fmt"
	"math/big"

	"google.golang.org/protobuf/types/known/structpb"
)

func (c *converter) integer(to *structpb.Value, n int64) *fault {
	f := float64(n)
	// The nearest double may be 2^63, which no int64 is.
	if f >= 1<<63 || int64(f) != n {
		return inexact(n)
	}
	c.double(to, f)
	return nil
}

func (c *converter) unsigned(to *structpb.Value, n uint64) *fault {
	f := float64(n)
	if f >= 1<<64 || uint64(f) != n {
		return inexact(n)
	}
	c.double(to, f)
	return nil
}

// number takes a number that came as text: an integer as one, and the double that is nearest to any other.
func (c *converter) number(to *structpb.Value, n json.Number) *fault {
	if !json.Valid([]byte(n)) {
		return newFault(fmt.Sprintf("is %q, which is no number of JSON", string(n)))
	}
	if i, ok := new(big.Int).SetString(string(n), 10); ok {
		f, accuracy := new(big.Float).SetInt(i).Float64()
		if accuracy != big.Exact {
			return inexact(i)
		}
		c.double(to, f)
		return nil
	}
	f, err := n.Float64()
	if err != nil {
		return newFault(fmt.Sprintf("is %s, which no double holds", n))
	}
	c.double(to, f)
	return nil
}

func inexact(n any) *fault {
	return newFault(fmt.Sprintf("is %d, which no double holds exactly; make it a string", n))
}
