package orgmeta

import (
	"encoding/json"
	"fmt"
	"math/big"

	"google.golang.org/protobuf/types/known/structpb"
)

func (c *converter) integer(n int64) (*structpb.Value, error) {
	// The nearest double may be 2^63, which no int64 is.
	if f := float64(n); f < 1<<63 && int64(f) == n {
		return structpb.NewNumberValue(f), nil
	}
	return nil, c.inexact(n)
}

func (c *converter) unsigned(n uint64) (*structpb.Value, error) {
	if f := float64(n); f < 1<<64 && uint64(f) == n {
		return structpb.NewNumberValue(f), nil
	}
	return nil, c.inexact(n)
}

// number takes a number that came as text: an integer as one, and the double that is nearest to any other.
func (c *converter) number(n json.Number) (*structpb.Value, error) {
	if !json.Valid([]byte(n)) {
		return nil, c.fail(fmt.Sprintf("is %q, which is no number of JSON", string(n)))
	}
	if i, ok := new(big.Int).SetString(string(n), 10); ok {
		f, accuracy := new(big.Float).SetInt(i).Float64()
		if accuracy != big.Exact {
			return nil, c.inexact(i)
		}
		return structpb.NewNumberValue(f), nil
	}
	f, err := n.Float64()
	if err != nil {
		return nil, c.fail(fmt.Sprintf("is %s, which no double holds", n))
	}
	return structpb.NewNumberValue(f), nil
}

func (c *converter) inexact(n any) error {
	return c.fail(fmt.Sprintf("is %d, which no double holds exactly; make it a string", n))
}
