package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"glossator/internal/language"
	"glossator/internal/source"
)

// story is a made-up article, in which no two sentences share nouns or a surname,
// that edits are applied to.
type story struct{ paragraphs [][]string }

func (s story) text() string {
	var ps []string
	for _, p := range s.paragraphs {
		if len(p) > 0 {
			ps = append(ps, strings.Join(p, " "))
		}
	}
	return strings.Join(ps, "\n\n")
}

func (s story) clone() story {
	c := story{}
	for _, p := range s.paragraphs {
		c.paragraphs = append(c.paragraphs, slices.Clone(p))
	}
	return c
}

var (
	given   = strings.Fields("Anna Oskar Ingrid Peter Marta Jonas Elsa Karl Sofia Henrik Lena Viktor")
	family  = strings.Fields("Lindqvist Falk Berg Holm Sand Dahl Ekman Moberg Nyman Strand Wester Ahlgren")
	nouns   = strings.Fields("harbor ferry bridge market school orchard railway lighthouse bakery theatre mill quarry canal tunnel library cathedral vineyard shipyard granary dairy")
	verbs   = strings.Fields("repaired painted inspected visited described defended measured praised photographed mapped restored cleaned rebuilt studied guarded")
	manner  = strings.Fields("slowly carefully twice alone yesterday cheaply together secretly gladly bravely")
	adjs    = strings.Fields("wooden crooked narrow ancient crowded painted muddy famous silent frozen gravel granite yellow hollow")
	spoken  = strings.Fields("winter patience money weather silence courage timber salt bread paint courage laughter stone music sleep rain")
	figures = strings.Fields("17 240 3,150 48 9,700 612 85 1,430")
)

func drawStory(t *rapid.T) story {
	pick := func(from []string) string { return rapid.SampledFrom(from).Draw(t, "word") }
	var s story
	nouns, family := rapid.Permutation(nouns).Draw(t, "nouns"), rapid.Permutation(family).Draw(t, "family")
	for range rapid.IntRange(2, 5).Draw(t, "paragraphs") {
		var p []string
		for range rapid.IntRange(1, 2).Draw(t, "sentences") {
			who, thing, other := pick(given)+" "+family[0], nouns[0], nouns[1]
			nouns, family = nouns[2:], family[1:] // no sentence is like another
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				p = append(p, fmt.Sprintf("Near the %s %s the reporter met %s, who %s a %s %s.", pick(adjs), thing, who, pick(verbs), pick(adjs), other))
			case 1:
				p = append(p, fmt.Sprintf("The %s %s cost the town %s crowns, and %s %s it %s.", pick(adjs), thing, pick(figures), who, pick(verbs), pick(manner)))
			case 2:
				p = append(p, fmt.Sprintf("“Our %s needs %s and %s beside the %s,” %s told the council.", thing, pick(spoken), pick(spoken), other, who))
			default:
				p = append(p, fmt.Sprintf("Neighbors of the %s watched %s while the %s %s was %s %s.", thing, who, pick(adjs), other, pick(verbs), pick(manner)))
			}
		}
		s.paragraphs = append(s.paragraphs, p)
	}
	return s
}

// TestItself: a text compared with itself has no findings.
func TestItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := side(drawStory(t).text())
		c := Compare("en", text, text)
		if len(c.Findings) > 0 || c.SharedA != 100 {
			t.Fatalf("%+v", c)
		}
	})
}

// TestMirror: comparing the other way round gives the same findings with the sides
// exchanged.
func TestMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawStory(t)
		other := s.clone()
		for range rapid.IntRange(0, 6).Draw(t, "edits") {
			scramble(t, &other)
		}
		a, b := side(s.text()), side(other.text())
		forth, back := Compare("en", a, b), Compare("en", b, a)
		for _, c := range []*Comparison{forth, back} {
			for _, r := range c.Rows {
				checkOps(t, c, r)
			}
		}
		back.mirror()
		order := func(fs []Finding) []Finding {
			slices.SortFunc(fs, func(x, y Finding) int { return strings.Compare(fmt.Sprint(x), fmt.Sprint(y)) })
			return fs
		}
		if d := cmp.Diff(order(forth.Findings), order(back.Findings)); d != "" {
			t.Fatalf("%s\n---\n%s\n%s", a.Doc.Prose.Text, b.Doc.Prose.Text, d)
		}
	})
}

// scramble edits without regard to what can be found again.
func scramble(t *rapid.T, s *story) {
	i := rapid.IntRange(0, len(s.paragraphs)-1).Draw(t, "paragraph")
	switch p := s.paragraphs[i]; rapid.IntRange(0, 4).Draw(t, "edit") {
	case 0: // exchange paragraphs
		j := rapid.IntRange(0, len(s.paragraphs)-1).Draw(t, "other")
		s.paragraphs[i], s.paragraphs[j] = s.paragraphs[j], s.paragraphs[i]
	case 1: // double a paragraph
		s.paragraphs = append(s.paragraphs, slices.Clone(p))
	case 2: // new sentence
		s.paragraphs[i] = append(p, rapid.SampledFrom(harborSentences).Draw(t, "new"))
	case 3: // exchange words of one sentence
		if len(p) > 0 {
			w := strings.Fields(p[0])
			x, y := rapid.IntRange(0, len(w)-1).Draw(t, "x"), rapid.IntRange(0, len(w)-1).Draw(t, "y")
			w[x], w[y] = w[y], w[x]
			p[0] = strings.Join(w, " ")
		}
	default: // drop
		if len(p) > 0 {
			s.paragraphs[i] = p[1:]
		}
	}
}

var harborSentences = strings.SplitAfter(strings.ReplaceAll(harbor, "\n\n", " "), ". ")

// edit is a known change and what must be found of it.
type edit struct {
	kind     Kind
	old, new string // readings, or the passage
}

// TestKnownEdits: edits applied at random are found again, and nothing else is.
func TestKnownEdits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawStory(t)
		a := side(s.text())
		b, edits := s.clone(), []edit{}
		touched := map[string]bool{}
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			i := rapid.IntRange(0, len(b.paragraphs)-1).Draw(t, "paragraph")
			if len(b.paragraphs[i]) == 0 {
				continue
			}
			k := rapid.IntRange(0, len(b.paragraphs[i])-1).Draw(t, "sentence")
			sentence := b.paragraphs[i][k]
			if touched[sentence] || strings.Count(s.text(), sentence) != 1 {
				continue
			}
			touched[sentence] = true
			e := drawEdit(t, sentence)
			if e.kind == Passage {
				b.paragraphs[i] = slices.Delete(slices.Clone(b.paragraphs[i]), k, k+1)
			} else {
				b.paragraphs[i][k] = strings.Replace(sentence, e.old, e.new, 1)
				touched[b.paragraphs[i][k]] = true
			}
			edits = append(edits, e)
		}
		if b.text() == "" {
			t.Skip("nothing left")
		}
		other := side(b.text())
		c := Compare("en", a, other)
		for _, e := range edits {
			if !slices.ContainsFunc(c.Findings, func(f Finding) bool { return e.found(a, other, f) }) {
				t.Fatalf("not found: %+v\nin %s\n---\n%s\nfound %q", e, a.Doc.Prose.Text, b.text(), list(a, other, nil))
			}
		}
		if len(c.Findings) > len(edits) { // neighbouring sentences left out are one finding
			t.Fatalf("%d edits %+v, found %q\nin %s\n---\n%s", len(edits), edits, list(a, other, nil), a.Doc.Prose.Text, b.text())
		}
	})
}

func (e edit) found(a, b Side, f Finding) bool {
	if e.kind == Passage {
		return f.Verdict == DroppedPassage && strings.Contains(cutOut(a, f.InA), e.old)
	}
	return f.Kind == e.kind && cutOut(a, f.A) == e.old && cutOut(b, f.B) == e.new
}

func drawEdit(t *rapid.T, sentence string) edit {
	words := strings.Fields(sentence)
	for i, w := range words {
		bare := strings.Trim(w, ",.“”")
		switch {
		case slices.Contains(figures, bare):
			return edit{Figure, bare, "7,777"}
		case slices.Contains(given, bare) && rapid.Bool().Draw(t, "name"):
			name := bare + " " + strings.Trim(words[i+1], ",.“”")
			return edit{Name, name, "Ragnar Ulfsson"}
		case i > 0 && words[i-1] == "needs" && rapid.Bool().Draw(t, "quotation"):
			return edit{Quotation, bare, "gunpowder"}
		}
	}
	return edit{kind: Passage, old: sentence}
}

// TestMovedParagraph: a paragraph put elsewhere is reported as moved, not as dropped
// and added.
func TestMovedParagraph(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawStory(t)
		if len(s.paragraphs) < 3 {
			t.Skip("too short")
		}
		from := rapid.IntRange(0, len(s.paragraphs)-1).Draw(t, "from")
		to := rapid.IntRange(0, len(s.paragraphs)-2).Draw(t, "to")
		moved := s.clone()
		p := moved.paragraphs[from]
		moved.paragraphs = slices.Insert(slices.Delete(moved.paragraphs, from, from+1), to, p)
		a, b := side(s.text()), side(moved.text())
		c := Compare("en", a, b)
		if from != to && len(c.Findings) == 0 && a.Doc.Prose.Text != b.Doc.Prose.Text {
			t.Fatal("nothing found")
		}
		for _, f := range c.Findings {
			if f.Verdict != MovedPassage {
				t.Fatalf("%s: %q > %q", f.Verdict, cutOut(a, f.A), cutOut(b, f.B))
			}
		}
	})
}

// TestReadings: findings hold at most maxWords words on either side, lie in the text,
// and stand inside their context.
func TestReadings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(strings.Fields(`the The a Anna Lindqvist of harbor “ ” " 12 on Monday not said. left, program policy Mr. U.S. it’s don't ó`)), 0, 60)
		a, b := side(strings.Join(words.Draw(t, "a"), " ")), side(strings.Join(words.Draw(t, "b"), " "))
		c := Compare("en", a, b)
		for _, f := range c.Findings {
			for _, x := range []struct {
				s        Side
				span, in source.Span
			}{{a, f.A, f.InA}, {b, f.B, f.InB}} {
				wordsOf := cutOut(x.s, x.span)
				n := len(read(side(wordsOf), language.English()).tokens)
				if n > maxWords || !x.in.Holds(x.span) && x.span.Len() > 0 {
					t.Fatalf("%+v: %d words in %q, context %q", f, n, wordsOf, cutOut(x.s, x.in))
				}
			}
		}
		for _, r := range c.Rows {
			checkOps(t, c, r)
		}
	})
}
