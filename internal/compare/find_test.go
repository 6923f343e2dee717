package compare

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
)

// article makes up a report of some 400 words. Articles of one seed share their day,
// their people and half their subjects, and nothing else: reports of one event.
func article(seed, version uint64) (*doc.Document, *annotation.Set) {
	event, r := rand.New(rand.NewPCG(seed, 0)), rand.New(rand.NewPCG(seed, version+1))
	name := func(r *rand.Rand) string { return strings.ToUpper(syllables(r)[:1]) + syllables(r) }
	people := []string{name(event), name(event), name(event), name(event)}
	var subjects []string
	for range 60 {
		subjects = append(subjects, syllables(event))
	}
	ann := &annotation.Set{}
	var b strings.Builder
	for range 25 {
		who := r.IntN(len(people))
		ann.Mentions = append(ann.Mentions, annotation.Mention{Entry: fmt.Sprint(seed, "-", who), Level: annotation.Named})
		fmt.Fprintf(&b, "On the %s side of the town %s was", syllables(r), people[who])
		for range 6 {
			word := syllables(r)
			if r.IntN(2) == 0 {
				word = subjects[r.IntN(len(subjects))]
			}
			b.WriteString([]string{" ", " of the ", " with "}[r.IntN(3)] + word)
		}
		b.WriteString(". ")
	}
	d := &doc.Document{Prose: doc.Prose{Text: b.String()}}
	d.Meta.Published = meta.Day("2021-01-01").Add(int(seed))
	return d, ann
}

func syllables(r *rand.Rand) string {
	s := ""
	for range 3 {
		s += []string{"ba", "lor", "mi", "tes", "kan", "du", "fel", "gro", "sim", "par", "vo", "net"}[r.IntN(12)]
	}
	return s
}

// reword puts another word for two in five long words, always the same one, as a
// machine does.
func reword(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if len(w) > 5 && w[0] >= 'a' && hash32(strings.Trim(w, ".,"))%5 < 2 {
			words[i] = "quite " + w[2:] + "ish"
		}
	}
	return strings.Join(words, " ")
}

// sketchOf digests a document as it is read where no name is known.
func sketchOf(d *doc.Document, ann *annotation.Set) *Sketch {
	tokens, _ := unknowing.Tokens(d.Prose.Text, nil)
	return NewSketch(d, ann, tokens)
}

var unknowing = lexicon.New(catalogue.New(nil, nil), "en")

func TestFind(t *testing.T) {
	var sketches []*Sketch
	add := func(d *doc.Document, ann *annotation.Set) { sketches = append(sketches, sketchOf(d, ann)) }
	for seed := range uint64(300) {
		add(article(seed, 0))
	}
	d, ann := article(10, 0)
	d.Prose.Text = d.Prose.Text[:len(d.Prose.Text)*2/5] // 300: a shortened copy
	add(d, ann)
	d, _ = article(20, 0)
	d.Prose.Text = reword(d.Prose.Text) // 301: a rewording
	add(d, nil)
	add(article(30, 1)) // 302: another report of the same event
	want := []string{"10 300 copy", "20 301 rewording", "30 302 same event"}
	var got []string
	for _, p := range new(Finder).Find("en", sketches) {
		got = append(got, fmt.Sprintf("%d %d %s", p.A, p.B, p.Relation))
		if p.Sure < 0.5 || p.Sure > 1 || p.Why == "" {
			t.Errorf("%+v", p)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestManyCopies: a story printed a hundred times is found to hang together without
// looking at every two of them.
func TestManyCopies(t *testing.T) {
	var sketches []*Sketch
	for range 100 {
		sketches = append(sketches, sketchOf(article(1, 0)))
	}
	for seed := range uint64(100) {
		sketches = append(sketches, sketchOf(article(seed+2, 0)))
	}
	pairs := new(Finder).Find("en", sketches)
	linked := map[int]bool{}
	for _, p := range pairs {
		if p.B >= 100 || p.Relation != Copy {
			t.Fatalf("%+v", p)
		}
		linked[p.A], linked[p.B] = true, true
	}
	if len(linked) != 100 || len(pairs) > 300 {
		t.Errorf("%d linked by %d pairs", len(linked), len(pairs))
	}
}

// TestSketchIsPure: the same document gives the same sketch, and an empty one none.
func TestSketchIsPure(t *testing.T) {
	a, b := sketchOf(article(5, 0)), sketchOf(article(5, 0))
	if d := cmp.Diff(a, b, cmp.AllowUnexported(Sketch{}, sample{})); d != "" {
		t.Error(d)
	}
	empty := sketchOf(&doc.Document{}, nil)
	if pairs := new(Finder).Find("en", []*Sketch{empty, empty, a}); len(pairs) > 0 {
		t.Errorf("%+v", pairs)
	}
}

func BenchmarkSketch(b *testing.B) {
	d, ann := article(1, 0)
	b.SetBytes(int64(len(d.Prose.Text)))
	b.ReportAllocs()
	for b.Loop() {
		sketchOf(d, ann)
	}
}

func BenchmarkFind1000(b *testing.B) {
	var sketches []*Sketch
	for seed := range uint64(1000) {
		sketches = append(sketches, sketchOf(article(seed, 0)))
	}
	b.ReportAllocs()
	for b.Loop() {
		new(Finder).Find("en", sketches)
	}
}

func BenchmarkCompare(b *testing.B) {
	d, _ := article(1, 0)
	x, y := side(d.Prose.Text), side(reword(d.Prose.Text))
	b.SetBytes(int64(len(d.Prose.Text)))
	for b.Loop() {
		Compare("en", x, y)
	}
}

// TestAFinderFindsWhatANewOneWould edits articles one after another: copies, rewordings
// and texts that have nothing to do with others come and go.
func TestAFinderFindsWhatANewOneWould(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	some := func() *Sketch {
		d, ann := article(r.Uint64N(40), r.Uint64N(2))
		switch r.IntN(4) {
		case 0:
			d.Prose.Text = d.Prose.Text[:len(d.Prose.Text)/2]
		case 1:
			d.Prose.Text, ann = reword(d.Prose.Text), nil
		}
		return sketchOf(d, ann)
	}
	var sketches []*Sketch
	for range 120 {
		sketches = append(sketches, some())
	}
	var f Finder
	before := len(f.Find("en", sketches))
	different := 0
	for step := range 200 {
		for range 1 + r.IntN(3) {
			sketches[r.IntN(len(sketches))] = some()
		}
		if step%50 == 49 {
			sketches = sketches[:len(sketches)-1]
		}
		want, got := new(Finder).Find("en", sketches), f.Find("en", sketches)
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("step %d: %s", step, d)
		}
		if len(got) != before {
			before, different = len(got), different+1
		}
	}
	if before == 0 || different < 50 {
		t.Errorf("the edits changed little: %d pairs at the end, %d changes", before, different)
	}
}
