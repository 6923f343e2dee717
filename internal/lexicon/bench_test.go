package lexicon_test

import (
	"fmt"
	"strings"
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/token"
)

// syllables make words that look like names and never repeat in one corpus.
var syllables = []string{"ba", "ren", "tol", "mi", "sar", "ku", "len", "dor", "vi", "pash", "on", "gre", "ul", "ti", "mar", "ne"}

func word(n int) string {
	var b strings.Builder
	for k := 0; k < 4; k++ {
		b.WriteString(syllables[n%len(syllables)])
		n /= len(syllables)
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// bigCatalogue has n entries: half of them persons, half organizations of three words.
func bigCatalogue(n int) *catalogue.Catalogue {
	var entries []*catalogue.Entry
	for i := range n {
		e := &catalogue.Entry{ID: fmt.Sprintf("e%d", i), Kind: "person", Name: word(7*i) + " " + word(13*i+5)}
		if i%2 == 1 {
			e.Kind = "organization"
			e.Name = word(5*i+1) + " " + word(11*i+3) + " Council"
			e.Descriptions = []meta.Word{{Text: "the " + strings.ToLower(word(3*i)) + " council"}}
		}
		entries = append(entries, e)
	}
	return catalogue.New([]catalogue.Facet{{ID: "who", Singular: "person or organization"}}, entries)
}

// bigText is plain English prose in which every hundredth word or so begins a name of
// the catalogue.
func bigText(c *catalogue.Catalogue, size int) string {
	prose := strings.Fields(`The council met on Monday to discuss the plan, which officials said would take years to carry out
		and which critics called too slow. Residents of the valley have waited since March for an answer from the ministry; many
		of them said they no longer expect one. "We were told two weeks," said a farmer at the meeting, "and it has been five
		months." The budget for the project rose to 24,819 dollars in December, according to a report that was released late on
		Friday. Nobody at the agency would say who had approved the increase or when the work is going to begin.`)
	var b strings.Builder
	for i, k := 0, 0; b.Len() < size; i++ {
		b.WriteString(prose[i%len(prose)])
		if i%97 == 0 {
			b.WriteString(" " + c.Entries[k*31%len(c.Entries)].Name)
			k++
		}
		if i%150 == 149 {
			b.WriteString("\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// article is the bytes of an article: texts are read one by one.
const article = 4 << 10

func BenchmarkMatches(b *testing.B) {
	full := bigCatalogue(20000)
	text := bigText(full, 1<<20)
	for _, n := range []int{200, 20000} {
		l := lexicon.New(bigCatalogue(n), "en")
		b.Run(fmt.Sprint(n, "-names"), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var tokens []token.Token
			var matches []lexicon.Match
			for b.Loop() {
				for at := 0; at < len(text); at += article {
					one := text[at:min(at+article, len(text))]
					tokens, _ = l.Tokens(one, tokens[:0])
					matches = l.Matches(one, tokens, matches[:0])
				}
			}
		})
	}
}

func BenchmarkTokens(b *testing.B) {
	c := bigCatalogue(200)
	l, text := lexicon.New(c, "en"), bigText(c, 1<<20)
	b.SetBytes(int64(len(text)))
	var tokens []token.Token
	for b.Loop() {
		for at := 0; at < len(text); at += article {
			tokens, _ = l.Tokens(text[at:min(at+article, len(text))], tokens[:0])
		}
	}
}

func BenchmarkNew(b *testing.B) {
	c := bigCatalogue(20000)
	b.ReportAllocs()
	for b.Loop() {
		lexicon.New(c, "en")
	}
}
