package orgmeta

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"reflect"
	"strings"
	"testing"
	"time"
)

type level string

type unknown struct{ Name string }

func TestADocumentTakesWhatJSONHas(t *testing.T) {
	seats, instant := 5, time.Date(2026, 11, 28, 16, 30, 0, 0, time.UTC)
	for _, each := range []struct {
		title    string
		value    any
		expected any
	}{
		{"null", nil, nil},
		{"a boolean", true, true},
		{"a string", "é", "é"},
		{"a double", 0.1, 0.1},
		{"an int", 5, 5.0},
		{"a negative int64", int64(-1 << 53), -9007199254740992.0},
		{"a uint8", uint8(255), 255.0},
		{"the largest uint64 that a double holds", uint64(1<<64 - 2048), 18446744073709549568.0},
		{"a json.Number", json.Number("1.5e3"), 1500.0},
		{"a named string", level("gold"), "gold"},
		{"a pointer", &seats, 5.0},
		{"a nil pointer", (*int)(nil), nil},
		{"strings", []string{"a", "b"}, []any{"a", "b"}},
		{"a nil slice", []string(nil), nil},
		{"an array", [2]int{1, 2}, []any{1.0, 2.0}},
		{"bytes, as encoding/json has them", []byte{1, 2}, "AQI="},
		{"a map of strings", map[string]string{"a": "b"}, map[string]any{"a": "b"}},
		{"a map with a named key", map[level]int{"gold": 1}, map[string]any{"gold": 1.0}},
		{"a nil map, which is null inside of a document", map[string]any(nil), nil},
		{"an empty map", map[string]any{}, map[string]any{}},
		{"maps in a slice", []map[string]any{{"a": 1}}, []any{map[string]any{"a": 1.0}}},
		{"a time", instant, "2026-11-28T16:30:00Z"},
		{"JSON as it is", json.RawMessage(`{"a":[1]}`), map[string]any{"a": []any{1.0}}},
		{"a big integer that a double holds", new(big.Int).Lsh(big.NewInt(1), 100), 0x1p100},
	} {
		t.Run(each.title, func(t *testing.T) {
			s, err := toStruct("public_metadata", map[string]any{"v": each.value})
			if err != nil {
				t.Fatal(err)
			}
			if got := s.AsMap()["v"]; !reflect.DeepEqual(got, each.expected) {
				t.Errorf("got %#v", got)
			}
		})
	}
}

func TestADocumentThatCannotBeSentAsItIsIsRefusedWithItsPlace(t *testing.T) {
	circle := map[string]any{}
	circle["self"] = circle
	var loop any
	loop = &loop
	for _, each := range []struct {
		title   string
		value   any
		path    string
		problem string
	}{
		{"a channel", map[string]any{"a": []any{1, make(chan int)}}, "v.a[1]", "chan int"},
		{"a struct", unknown{}, "v", "orgmeta.unknown"},
		{"a pointer to a struct", &unknown{}, "v", "encoding/json"},
		{"a complex number", complex(1, 2), "v", "complex128"},
		{"a map with keys that are no strings", map[int]string{1: "a"}, "v", "map[int]string"},
		{"an int that no double holds", 1<<53 + 1, "v", "9007199254740993"},
		{"the largest int64", int64(math.MaxInt64), "v", "make it a string"},
		{"the largest uint64", uint64(math.MaxUint64), "v", "make it a string"},
		{"a json.Number that no double holds", json.Number("1e999"), "v", "no double"},
		{"an integer past every int64 that no double holds", json.Number("18446744073709551617"), "v", "make it a string"},
		{"a big integer that no double holds", new(big.Int).Lsh(big.NewInt(1), 2000), "v", "make it a string"},
		{"a json.Number that is none", json.Number("0x1p4"), "v", "no number of JSON"},
		{"a string that is not UTF-8", "\xff", "v", "UTF-8"},
		{"a key that is not UTF-8", map[string]any{"\xff": 1}, "v", "UTF-8"},
		{"JSON that is not UTF-8", json.RawMessage("\"\xff\""), "v", "UTF-8"},
		{"JSON that is none", json.RawMessage(`{`), "v", "JSON"},
		{"a document that contains itself", circle, "…", "contains itself"},
		{"a pointer to itself", loop, "v", "contains itself"},
	} {
		t.Run(each.title, func(t *testing.T) {
			_, err := toStruct("private_metadata", map[string]any{"v": each.value})
			var refusal *Error
			if !errors.As(err, &refusal) {
				t.Fatalf("got %v", err)
			}
			if !errors.Is(err, ErrMetadataInvalid) || refusal.Field != "private_metadata" {
				t.Errorf("got %s and %q", refusal.Reason, refusal.Field)
			}
			if path := refusal.Metadata["path"]; path != each.path && !(each.path == "…" && strings.HasSuffix(path, "…")) {
				t.Errorf("the path is %q", path)
			}
			if !strings.Contains(err.Error(), each.problem) || !strings.Contains(err.Error(), "private_metadata") {
				t.Errorf("the message is %q", err)
			}
		})
	}
}

func TestADocumentThatIsLeftOutIsNotSent(t *testing.T) {
	if s, err := toStruct("public_metadata", nil); s != nil || err != nil {
		t.Errorf("got %v and %v", s, err)
	}
	if s, err := toStruct("public_metadata", map[string]any{}); s == nil || err != nil {
		t.Errorf("an empty one is sent, got %v and %v", s, err)
	}
}

func TestALongKeyIsCutInAPath(t *testing.T) {
	_, err := toStruct("public_metadata", map[string]any{"a" + strings.Repeat("é", 40): make(chan int)})
	var refusal *Error
	if !errors.As(err, &refusal) || refusal.Metadata["path"] != "a"+strings.Repeat("é", 30)+"…" {
		t.Errorf("got %v", err)
	}
}
