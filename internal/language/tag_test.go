package language

import (
	"errors"
	"strings"
	"testing"
)

func TestForTellsWhatIsNoTag(t *testing.T) {
	for _, c := range []struct{ tag, hint string }{
		{"english", "write it as en"},
		{"Español", "write it as es"},
		{"es_ES", "write it as es-ES"},
		{"", "write the tag that the lang attribute of web pages has: en, es, pt-BR"},
		{"xx", "write the tag that the lang attribute of web pages has: en, es, pt-BR"},
		{"en-", "write the tag that the lang attribute of web pages has: en, es, pt-BR"},
	} {
		var bad *BadTag
		if p, err := For(c.tag); !errors.As(err, &bad) || bad.Hint != c.hint || p.ReadsFigures || p.ClassesOf("the") != (Set{}) {
			t.Errorf("%q: %v, hint %q, want %q", c.tag, err, bad.Hint, c.hint)
		}
	}
}

// TestForKnowsTheRegion: what a language's regions write otherwise.
func TestForKnowsTheRegion(t *testing.T) {
	for _, c := range []struct {
		tag, decimal string
		monthFirst   bool
		words        bool
	}{
		{"en", ".", true, true},
		{"en-GB", ".", false, true},
		{"EN-us", ".", true, true},
		{"es", ",", false, true},
		{"es-MX", ".", false, true},
		{"de-CH", ".", false, true},
		{"pt-BR", ",", false, true},
	} {
		p, err := For(c.tag)
		if err != nil || p.Decimal != c.decimal || p.Thousands == p.Decimal || p.MonthFirst != c.monthFirst || p.ReadsDates != c.words {
			t.Errorf("%s: %v, %+v", c.tag, err, c)
		}
	}
}

// TestWhatALanguageLacksIsTold: English lacks nothing, and what has no folder lacks all
// that needs its words.
func TestWhatALanguageLacksIsTold(t *testing.T) {
	if p := English(); len(p.Lacks) > 0 || !p.Suggests {
		t.Errorf("English: %q", p.Lacks)
	}
	if p, err := For("und"); err != nil || p.ReadsDates || p.Compares || len(p.Lacks) == 0 {
		t.Errorf("no language: %q, %v", p.Lacks, err)
	}
	for tag, want := range map[string]string{
		"de": "",
		"pt": "who says a quotation; whom and what no entry explains; what a difference between two tellings means",
		"ar": "who says a quotation; numbers told in words, and what they count; whom and what no entry explains; what a difference between two tellings means",
		"ja": "who says a quotation; days told in words; numbers told in words, and what they count; whom and what no entry explains; what a difference between two tellings means",
	} {
		if p, err := For(tag); err != nil || strings.Join(p.Lacks, "; ") != want {
			t.Errorf("%s: %q, %v, want %q", tag, p.Lacks, err, want)
		}
	}
	p, err := For("eo")
	if want := "who says a quotation; days told in words; numbers told in words, and what they count; whom and what no entry explains; what a difference between two tellings means"; err != nil || strings.Join(p.Lacks, "; ") != want || p.Suggests {
		t.Errorf("Esperanto: %q, %v", p.Lacks, err)
	}
}
