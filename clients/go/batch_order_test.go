package orgmeta

import (
	"slices"
	"testing"
)

func TestABatchThatIsAnsweredOutOfOrderIsPutInOrder(t *testing.T) {
	answers := map[int]answer[string, string]{
		4: {metadata: pointers("d"), missing: []string{"c"}, unprocessed: []string{"a", "b"}},
		2: {metadata: pointers("b"), unprocessed: []string{"a"}},
		1: {missing: []string{"a"}},
	}
	got, err := batch([]string{"a", "b", "c", "d"}, func(record *string) string { return *record },
		func(keys []string) (answer[string, string], error) { return answers[len(keys)], nil })
	if err != nil {
		t.Fatal(err)
	}
	if *got.Metadata[0] != "b" || *got.Metadata[1] != "d" || !slices.Equal(got.Missing, []string{"a", "c"}) {
		t.Errorf("got %v and %v", got.Metadata, got.Missing)
	}
}

func TestABatchThatGetsNowhereEnds(t *testing.T) {
	_, err := batch([]string{"a"}, func(record *string) string { return *record },
		func(keys []string) (answer[string, string], error) {
			return answer[string, string]{unprocessed: keys}, nil
		})
	if err == nil {
		t.Error("it ended without an error")
	}
}

func pointers(names ...string) []*string {
	return mapAll(names, func(name string) *string { return &name })
}
