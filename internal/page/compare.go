package page

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/compare"
	"glossator/internal/mark"
	"glossator/internal/site"
	"glossator/internal/source"
)

// compared tells whether a pair has a page: there is a stand-off file of what differs
// between private originals, or the texts themselves are here and one retells the
// other. Two accounts are each in our own words: their wording tells nothing.
func (p *planner) compared(pair site.Pair) bool {
	return p.originals(pair) || pair.Relation != compare.SameEvent && !p.accounts(pair)
}

// originals tells whether what differs between two private originals is shown.
func (p *planner) originals(pair site.Pair) bool { return pair.From != nil && p.accounts(pair) }

func (p *planner) accounts(pair site.Pair) bool {
	account := func(i int) bool { return p.Articles[i].Doc.Meta.Kind.Text == "account" }
	return account(pair.A) || account(pair.B)
}

// comparisons plans a page for each pair of tellings.
func (p *planner) comparisons() (all []Page) {
	for _, pair := range p.Pairs {
		if !p.compared(pair) || pair.Away != "" {
			continue
		}
		a, b := p.Articles[pair.A], p.Articles[pair.B]
		parts := p.parts()
		parts.Texts = []uint64{p.texts[pair.A], p.texts[pair.B], source.Key(pair), p.allCards(), p.misquotedKey(p.of(pair))}
		all = append(all, Page{Path: pair.Path, Parts: fixed(parts), View: func() any { return p.compareView(pair, a, b) }})
	}
	return all
}

func (p *planner) compareView(pair site.Pair, a, b *site.Article) any {
	v := &Compare{
		Base: p.base(pair.Path, "compare", p.t("Two tellings of one story"), a.Doc.Meta.Title+" / "+b.Doc.Meta.Title),
		A:    p.line(a, "../"), B: p.line(b, "../"),
		Relation: pair.Relation, Why: pair.Why, Sure: int(100*pair.Sure + .5), Stated: pair.Stated, Originals: p.originals(pair),
	}
	if v.Misquoted = p.misquotedBy("../", p.of(pair)); v.Misquoted != nil {
		v.Embeds = p.embeddable(saidEmbed)
	}
	v.NoIndex = a.Doc.Meta.Rights.Text == "private" || b.Doc.Meta.Rights.Text == "private"
	if v.Originals {
		v.Source = p.sourceOf(a)
		v.Judged = true // by the stand-off file
		ids := tableIDs(pair.Changes)
		for i, c := range pair.Changes {
			v.add(c.Kind, p.standoff(a, b, ids[i], c))
		}
		return v
	}
	c := p.comparison(slices.IndexFunc(p.Pairs, func(x site.Pair) bool { return x.Path == pair.Path }))
	v.SharedA, v.SharedB, v.Judged = c.SharedA, c.SharedB, c.Judged
	ids := findingIDs(a, b, c.Findings)
	for i, f := range c.Findings {
		if f.Kind != compare.Wording {
			v.add(string(f.Kind), p.finding(a, b, ids[i], f))
		}
	}
	for _, r := range c.Rows {
		v.Rows = append(v.Rows, p.compareRow(a, b, c, ids, r))
	}
	return v
}

// add puts a change with its kind: kinds come in the order of compare.Kinds. The same
// change in another place is not told again.
func (v *Compare) add(kind string, c ChangeRow) {
	if c.Verdict == string(compare.OtherForm) { // both are right
		return
	}
	if n := len(v.Kinds); n == 0 || v.Kinds[n-1].Kind != kind {
		v.Kinds = append(v.Kinds, ChangeKind{Kind: kind})
	}
	v.Changes++
	k := &v.Kinds[len(v.Kinds)-1]
	k.Count++
	for i := range k.Changes {
		if same := &k.Changes[i]; same.Verdict == c.Verdict && same.A == c.A && same.B == c.B {
			same.Again, same.Times = append(same.Again, c), len(same.Again)+2
			return
		}
	}
	k.Changes = append(k.Changes, c)
}

// standoff is a change between private originals. Each side leads to the paragraph in
// the map of its account.
func (p *planner) standoff(a, b *site.Article, id string, c site.Change) ChangeRow {
	row := ChangeRow{ID: id, Verdict: c.Verdict, A: c.A, B: c.B, Elsewhere: c.ParagraphA < 0 && c.A != "" && c.B != ""}
	row.Entry, row.Garbled = p.garbled(a, b, c.Verdict, c.Entry, c.A, c.B)
	side := func(x *site.Article, n int) (string, string) {
		switch {
		case n < 0:
			return "", ""
		case n == 0:
			return p.t("title"), ""
		case mapped(x, n) != "":
			return "¶" + strconv.Itoa(n), "../" + x.Path + mapped(x, n)
		}
		return "¶" + strconv.Itoa(n), ""
	}
	row.PlaceA, row.HrefA = side(a, c.ParagraphA)
	row.PlaceB, row.HrefB = side(b, c.ParagraphB)
	return row
}

// finding is a change between two texts that are here.
func (p *planner) finding(a, b *site.Article, id string, f compare.Finding) ChangeRow {
	row := ChangeRow{ID: id, Verdict: string(f.Verdict), A: whole(a, f.InA, f.A), B: whole(b, f.InB, f.B)}
	words := func(x *site.Article, s source.Span) string { return x.Doc.Prose.Text[s.Start:s.End] }
	row.Entry, row.Garbled = p.garbled(a, b, row.Verdict, f.Entry, words(a, f.A), words(b, f.B))
	side := func(x *site.Article, block int) (string, string) {
		if block < 0 {
			return "", ""
		}
		place := p.place(x, block)
		if n := x.Doc.Prose.Blocks[block].N; n > 0 {
			return place, "../" + x.Path + "#p" + strconv.Itoa(n)
		}
		return place, "../" + x.Path
	}
	row.PlaceA, row.HrefA = side(a, f.BlockA)
	row.PlaceB, row.HrefB = side(b, f.BlockB)
	return row
}

// garbled is the entry that a change concerns, and the side that has it wrong: of a name the
// one that is none of the entry's where the other is, else the text that rewords.
func (p *planner) garbled(a, b *site.Article, verdict, entry, inA, inB string) (card *Card, side string) {
	e := p.Profile(entry)
	if e != nil {
		card = &p.cards[1][e.Index]
	}
	if inA == "" || inB == "" || !slices.Contains(spoiled, verdict) {
		return card, ""
	}
	if e != nil && verdict == string(compare.GarbledName) {
		switch ofA, ofB := strings.Contains(e.Entry.Name, inA), strings.Contains(e.Entry.Name, inB); {
		case ofA && !ofB:
			return card, "b"
		case ofB && !ofA:
			return card, "a"
		}
	}
	switch ofA, ofB := p.Reworded(a), p.Reworded(b); {
	case ofA && !ofB:
		return card, "a"
	case ofB && !ofA:
		return card, "b"
	}
	return card, ""
}

// spoiled are the verdicts of which one side is wrong.
var spoiled = []string{string(compare.AlteredQuotation), string(compare.GarbledName), string(compare.AlteredTitle), string(compare.FlippedClaim)}

// whole is what the changed words stand in, or they alone where that is long.
func whole(a *site.Article, in, words source.Span) string {
	const long = 240 // bytes
	if in.Len() > long && words.Len() > 0 {
		in = words
	}
	text := a.Doc.Prose.Text
	if end := sentenceEnd(a, in, in.Start+2*long); in.Len() > 2*long && end < in.End {
		return text[in.Start:end] + " …"
	}
	return text[in.Start:in.End]
}

// sentenceEnd is where the last sentence of a passage ends before a limit, or else its
// first one: nobody's words are cut in the middle of one.
func sentenceEnd(a *site.Article, in source.Span, limit int) int {
	end := 0
	for _, s := range a.Ann.Sentences {
		if s.End <= in.Start || s.End > in.End || end > 0 && s.End > limit {
			continue
		}
		end = s.End
	}
	if end == 0 {
		return in.End
	}
	return end
}

// compareRow is an aligned passage, in pieces.
func (p *planner) compareRow(a, b *site.Article, c *compare.Comparison, ids []string, r compare.Row) CompareRow {
	row := CompareRow{Moved: r.Moved}
	add := func(to *[]ComparePiece, x *site.Article, s source.Span, finding int) {
		if s.Len() == 0 {
			return
		}
		var b strings.Builder
		mark.Escape(&b, x.Doc.Prose.Text[s.Start:s.End])
		piece := ComparePiece{Words: template.HTML(b.String()), Changed: finding >= 0}
		if finding >= 0 && c.Findings[finding].Kind != compare.Wording {
			piece.Verdict, piece.Finding = string(c.Findings[finding].Verdict), ids[finding]
		}
		*to = append(*to, piece)
	}
	if len(r.Ops) == 0 {
		r.Ops = []compare.Op{{A: r.A, B: r.B, Finding: -1}}
	}
	same := true
	for _, op := range r.Ops {
		same = same && op.Finding < 0
		add(&row.A, a, op.A, op.Finding)
		add(&row.B, b, op.B, op.Finding)
	}
	row.Same = same && r.A.Len() > 0 && r.B.Len() > 0
	if r.BlockA >= 0 {
		row.PlaceA = p.place(a, r.BlockA)
	}
	if r.BlockB >= 0 {
		row.PlaceB = p.place(b, r.BlockB)
	}
	return row
}

// altered finds the other words of a quotation in another telling: "" where there are
// none, else those words and the address of the change.
func (p *planner) altered(s site.Said, words, root string) *Link {
	a := p.Articles[s.Article]
	for _, i := range a.Pairs {
		pair := p.Pairs[i]
		if s.Row >= 0 && p.originals(pair) {
			if l := alteredOriginal(pair, s.Article, a.Evidence[s.Row], root); l != nil {
				l.Tongue = p.sourceOf(a)
				return l
			}
		}
		if s.Row < 0 && p.compared(pair) && !p.originals(pair) {
			if l := p.alteredHere(i, s, root); l != nil {
				return l
			}
		}
	}
	return nil
}

func alteredOriginal(pair site.Pair, article int, r site.Evidence, root string) *Link {
	for i, c := range pair.Changes {
		n, own, other := c.ParagraphA, c.A, c.B
		if article == pair.B {
			n, own, other = c.ParagraphB, c.B, c.A
		}
		if c.Verdict == string(compare.AlteredQuotation) && n == r.Paragraph && own != "" && overlap(own, r.Phrase) {
			return &Link{Text: other, Href: root + pair.Path + "#" + tableIDs(pair.Changes)[i]}
		}
	}
	return nil
}

// overlap tells whether one of two cut phrases stands in the other.
func overlap(a, b string) bool {
	trim := func(s string) string { return strings.Trim(s, " .,…\"“”'") }
	a, b = trim(a), trim(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

func (p *planner) alteredHere(pair int, s site.Said, root string) *Link {
	x := p.Pairs[pair]
	a, b := p.Articles[x.A], p.Articles[x.B]
	c := p.comparison(pair)
	q := p.Articles[s.Article].Ann.Quotes[s.Quote]
	for i, f := range c.Findings {
		own, other, there := f.InA, f.InB, b
		if s.Article == x.B {
			own, other, there = f.InB, f.InA, a
		}
		if f.Verdict == compare.AlteredQuotation && own.Overlaps(q.Span) {
			return &Link{Text: whole(there, other, other), Href: root + x.Path + "#" + findingIDs(a, b, c.Findings)[i]}
		}
	}
	return nil
}

// comparison compares a pair, once.
func (p *planner) comparison(pair int) *compare.Comparison { return p.Compared[pair]() }

// retold is the key of everything that other tellings of an article, and the text that it
// translates, bring to what is shown of its quotations.
func (p *planner) retold(article int) uint64 {
	if a := p.Articles[article]; len(a.Pairs)+len(a.Told) == 0 {
		return 0
	}
	all := newSum()
	defer all.release()
	for _, i := range p.Articles[article].Pairs {
		pair := p.Pairs[i]
		all.add(source.Key(pair), p.texts[pair.A+pair.B-article])
	}
	if of := p.Articles[article].Original(); of != nil {
		all.add(of.Key)
	}
	return all.key()
}
