package orgmeta

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// step leads from a document to a member, or from a list to an element.
type step struct {
	key    string
	index  int
	inList bool
}

// formatPath writes where in a document something is as the service does, such as billing.plans[2].name: a key longer
// than 64 bytes, and a path longer than 256, is cut.
func formatPath(path []step) string {
	var text strings.Builder
	for i, step := range path {
		if step.inList {
			text.WriteString("[" + strconv.Itoa(step.index) + "]")
			continue
		}
		if i > 0 {
			text.WriteString(".")
		}
		text.WriteString(cut(step.key, 64))
	}
	return cut(text.String(), 256)
}

func cut(text string, maxBytes int) string {
	if len(text) <= maxBytes {
		return text
	}
	end := maxBytes - len("…")
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + "…"
}
