package hand

import (
	"slices"
	"strings"

	"glossator/internal/annotate"
	"glossator/internal/doc"
	"glossator/internal/site"
	"glossator/internal/source"
)

// Why is what is known of words that somebody selected.
type Why struct {
	Row
	Says    []string `json:"says"`
	Linked  bool     `json:"linked"`
	Decided string   `json:"decided,omitempty"`
	Place
}

// find is where the nth (from 0) of some words stands in a block of a page.
func find(a *site.Article, block, text string, nth int) (b doc.Block, span source.Span, ok bool) {
	for _, b := range a.Doc.Prose.Blocks {
		if idOf(b) != block || block == "" {
			continue
		}
		words := a.Doc.Prose.Text[b.Span.Start:b.Span.End]
		for at := 0; ; nth-- {
			i := strings.Index(words[at:], text)
			if i < 0 {
				return b, span, false
			}
			if at += i; nth == 0 {
				return b, source.Span{Start: b.Span.Start + at, End: b.Span.Start + at + len(text)}, true
			}
			at += len(text)
		}
	}
	return b, span, false
}

// Why tells why words are linked, or not.
func (s *Site) Why(address, block, text string, nth int) (Why, error) {
	a := s.text(address)
	if a == nil {
		return Why{}, refuse("", "this page shows no text of its own")
	}
	b, span, ok := find(a, block, text, nth)
	if !ok {
		return Why{}, refuse("look at the page again", "the words %q do not stand there any more", text)
	}
	r := s.reading(a.Doc, span, Reading{Kind: "mention"})
	w := Why{Row: rowOf(a.Doc.Prose.Text[b.Span.Start:b.Span.End], b.P, span.Start-b.Span.Start, span.End-b.Span.Start), Place: r.Place, Says: []string{}}
	w.Linked = slices.ContainsFunc(s.readings(a), func(o Reading) bool { return o.Kind == "mention" && o.span.Overlaps(span) })
	for _, x := range decided(a.Doc) {
		if r.decides(x) {
			w.Decided = x.field
		}
	}
	of := ""
	for line := range strings.Lines(annotate.ExplainAt(a.Doc, s.LexiconOf(a.Doc), span.Start)) {
		line = strings.TrimSuffix(line, "\n")
		if words, ok := strings.CutPrefix(line, "“"); ok {
			of = strings.TrimSuffix(words, "”")
			continue
		}
		if of != "" && (strings.Contains(of, text) || strings.Contains(text, of)) {
			w.Says = append(w.Says, "“"+of+"”: "+strings.TrimSpace(line))
		}
	}
	if len(w.Says) == 0 {
		w.Says = append(w.Says, "No entry has these words as a name, a description or a cue.")
	}
	return w, nil
}

// Cue is what a cue matches in all texts.
type Cue struct {
	Problem  *Refused  `json:"problem,omitempty"`
	Count    int       `json:"count"`
	Articles int       `json:"articles"`
	Places   []Passage `json:"places"` // the first of them
}

// Passage is a sentence of a text, with the bytes that are meant, as code units of a
// browser's text.
type Passage struct {
	Text  string `json:"text"`
	From  int    `json:"from"`
	To    int    `json:"to"`
	Title string `json:"title"`
	Path  string `json:"path"`
	Block string `json:"block"`
}

// some is how many passages are shown at most.
const some = 20

// Cue looks for a cue in all texts.
func (s *Site) Cue(cue string) Cue {
	c := Cue{Places: []Passage{}}
	if strings.TrimSpace(cue) == "" {
		return c
	}
	look, problem := s.Lexicon().Try(cue)
	if problem != nil {
		c.Problem = &Refused{Msg: problem.Msg, Hint: problem.Hint}
		return c
	}
	for _, a := range s.Site.Articles {
		before := c.Count
		for _, sentence := range a.Ann.Sentences {
			for _, span := range look(a.Doc.Prose.Text[sentence.Start:sentence.End]) {
				if c.Count++; len(c.Places) < some {
					c.Places = append(c.Places, s.passage(a, source.Span{Start: sentence.Start + span.Start, End: sentence.Start + span.End}))
				}
			}
		}
		if c.Count > before {
			c.Articles++
		}
	}
	return c
}

// passage is the sentence around a span of an article.
func (s *Site) passage(a *site.Article, span source.Span) Passage {
	text := a.Doc.Prose.Text
	sentence := a.Ann.Sentence(span.Start)
	if sentence.Len() == 0 {
		sentence = span
	}
	words := text[sentence.Start:sentence.End]
	from := min(max(0, span.Start-sentence.Start), len(words))
	to := min(max(from, span.End-sentence.Start), len(words))
	p := Passage{Text: words, From: units(words[:from]), To: units(words[:to]), Title: headline(a), Path: s.address(a.Path)}
	if i := a.Doc.Prose.Block(span.Start); i < len(a.Doc.Prose.Blocks) {
		p.Block = idOf(a.Doc.Prose.Blocks[i])
	}
	return p
}

// units is the length of a text in UTF-16, as scripts count it.
func units(text string) (n int) {
	for _, r := range text {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}
