package orgmeta

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// formatPath writes where in a document something is as the service does, such as billing.plans[2].name: a key longer
// than 64 bytes, and a path longer than 256, is cut.
func formatPath(path []any) string {
	var text strings.Builder
	for i, step := range path {
		switch step := step.(type) {
		case int:
			text.WriteString("[" + strconv.Itoa(step) + "]")
		case string:
			if i > 0 {
				text.WriteString(".")
			}
			text.WriteString(cut(step, 64))
		}
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
