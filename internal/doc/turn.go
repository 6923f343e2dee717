package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestTurn is how many bytes the label of a turn has at most.
const longestTurn = 60

// Turn is the label with which a paragraph of a transcript begins, without the mark at its
// end: "MR. SMITH" of "MR. SMITH: I thank …", "HON. M. BULA" of "HON. M. BULA.- I rise …",
// "Ana Luz" of "Ana Luz: No."; "" where it begins with none. loud tells that it is in
// capitals. A label in small letters may be any word before a colon: "Note: …".
func Turn(s string) (label string, loud bool) {
	end, head := -1, s[:min(len(s), longestTurn)]
	for _, mark := range []string{":", ".-", ".–", ".—"} {
		if at := strings.Index(head, mark); at > 0 && (end < 0 || at < end) && (at+len(mark) == len(s) || strings.HasPrefix(s[at+len(mark):], " ") || strings.HasPrefix(s[at+len(mark):], "\\n")) {
			end = at
		}
	}
	if end < 0 {
		return "", false
	}
	label = s[:end]
	said, _, _ := strings.Cut(label, "(") // "MR. SMITH (Harbor North)"
	words := strings.Fields(said)
	if len(words) == 0 || len(words) > 5 {
		return "", false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return "", false
		}
	}
	return label, strings.ToUpper(said) == said
}
