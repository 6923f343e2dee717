package pattern_test

import (
	"strings"
	"testing"

	"glossator/internal/pattern"
	"glossator/internal/token"
)

// stem is that of a language with one ending.
func stem(word string) string { return strings.TrimSuffix(word, "s") }

// find compiles patterns and returns the spans that they mark in a sentence.
func find(t *testing.T, sentence string, patterns ...string) (spans []string) {
	t.Helper()
	words := token.NewVocabulary()
	not := words.Put("not")
	set := pattern.NewSet(words, stem, func(w token.Word) bool { return w == not })
	for _, p := range patterns {
		if err := set.Add(p); err != nil {
			t.Fatalf("%s: %s", p, err.Msg)
		}
	}
	tokens, fold := words.Tokens(sentence, nil)
	for _, m := range set.Find(pattern.Text{Text: sentence, Fold: fold, Tokens: tokens, To: len(tokens)}, nil) {
		spans = append(spans, sentence[tokens[m.From].Start:tokens[m.To-1].End])
	}
	return spans
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ pattern, sentence, want string }{
		{"close ferry", "They closes ferry lines.", "closes ferry"},
		{"=close ferry", "They closes ferry lines.", ""},
		{"=close ferry", "They close ferries.", ""},
		{"close (the|a)? ferry", "They close the ferry.", "close the ferry"},
		{"close (the|a)? ferry", "They close ferry three.", "close ferry"},
		{"close … ferry", "They close, in May, the old ferry.", "close, in May, the old ferry"},
		{"close … ferry", "They close; the ferry waits.", ""},
		{"close … ferry", "They close one two three four five six seven ferry.", ""},
		{"will [close … ferry] on", "It will close the ferry on Monday.", "close the ferry"},
		{"close ferry !not", "They do not close ferry lines.", ""},
		{"close ferry !not", "Why not wait, they close ferry lines.", "close ferry"},
		{"close … ferry !not", "They close, if not today, the ferry.", ""},
		{"close ferry", "They “close” ferry-boats.", "close” ferry"},
	} {
		if got := strings.Join(find(t, c.sentence, c.pattern), "|"); got != c.want {
			t.Errorf("%s in %q: %q, want %q", c.pattern, c.sentence, got, c.want)
		}
	}
}

func TestAddTellsWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		pattern, msg string
		at           int
	}{
		{"", "no word in it", 0},
		{"… ferry", "begins or ends with a gap", 0},
		{"close (ferry", `"(" without its ")"`, 13},
		{"fermé ferry)", `")" without its "("`, 12},
		{"[a] [b]", "more than one [ ]", 0},
		{"a … b … c … d … e", "more than 3 gaps", 0},
		{strings.Repeat("a ", 17), "longer than 16 words", 0},
		{strings.Repeat("(a|b)", 13), "more than 4096 ways to write it", 66},
	} {
		err := pattern.NewSet(token.NewVocabulary(), stem, nil).Add(c.pattern)
		if err == nil || err.Msg != c.msg || err.At != c.at {
			t.Errorf("%s: %+v, want %q at %d", c.pattern, err, c.msg, c.at)
		}
	}
}
