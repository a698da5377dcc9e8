package orgmeta

import "iter"

// page is what a list makes of one answer.
type page[Message any] interface {
	GetMetadata() []*Message
	GetNextPageToken() string
}

// list gives the records of every page, and fetches a page when its first record is asked for. An error is the last
// that it gives.
func list[Message, Record any, Page page[Message]](
	fetch func(pageToken string) (Page, error),
	toRecord func(*Message) *Record,
) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		for token := ""; ; {
			page, err := fetch(token)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, message := range page.GetMetadata() {
				if !yield(toRecord(message), nil) {
					return
				}
			}
			if token = page.GetNextPageToken(); token == "" {
				return
			}
		}
	}
}

// failedList gives only an error.
func failedList[Record any](err error) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) { yield(nil, err) }
}
