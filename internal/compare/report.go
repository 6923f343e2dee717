package compare

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"glossator/internal/source"
)

// reporter turns matches into rows and findings.
type reporter struct {
	a, b *text
	c    *Comparison
}

func (r *reporter) row(m match) {
	row := Row{BlockA: -1, BlockB: -1, Moved: m.moved, Finding: -1}
	if m.aLo < m.aHi {
		first, last := r.a.sentences[m.aLo], r.a.sentences[m.aHi-1]
		row.A, row.BlockA = source.Span{Start: first.span.Start, End: last.span.End}, first.block
	}
	if m.bLo < m.bHi {
		first, last := r.b.sentences[m.bLo], r.b.sentences[m.bHi-1]
		row.B, row.BlockB = source.Span{Start: first.span.Start, End: last.span.End}, first.block
	}
	if m.paired() {
		r.words(&row, m)
	}
	r.c.Rows = append(r.c.Rows, row)
}

// words aligns the words of a row and reports each change.
func (r *reporter) words(row *Row, m match) {
	aLo, aHi := r.a.sentences[m.aLo].lo, r.a.sentences[m.aHi-1].hi
	bLo, bHi := r.b.sentences[m.bLo].lo, r.b.sentences[m.bHi-1].hi
	links := alignWords(r.a, r.b, aLo, aHi, bLo, bHi)
	g := newGroup(r.a, r.b, aLo, aHi, bLo, bHi, links)
	doneA, doneB := row.A.Start, row.B.Start
	for _, c := range changes(r.a, r.b, links) {
		f := Finding{
			A: within(row.A, spanOf(r.a, c.aLo, c.aHi)), B: within(row.B, spanOf(r.b, c.bLo, c.bHi)),
			BlockA: row.BlockA, BlockB: row.BlockB, Entry: r.entry(c),
		}
		f.Kind, f.Verdict = g.judge(c)
		f.InA, f.InB = within(row.A, context(r.a, f.Kind, c.aLo, c.aHi)), within(row.B, context(r.b, f.Kind, c.bLo, c.bHi))
		at := len(r.c.Findings)
		r.c.Findings = append(r.c.Findings, f)
		if f.A.Start > doneA || f.B.Start > doneB {
			row.Ops = append(row.Ops, Op{source.Span{Start: doneA, End: f.A.Start}, source.Span{Start: doneB, End: f.B.Start}, -1})
		}
		row.Ops = append(row.Ops, Op{f.A, f.B, at})
		doneA, doneB = f.A.End, f.B.End
	}
	if doneA < row.A.End || doneB < row.B.End {
		row.Ops = append(row.Ops, Op{source.Span{Start: doneA, End: row.A.End}, source.Span{Start: doneB, End: row.B.End}, -1})
	}
}

// spanOf is the text of tokens lo..hi; where there are none, the place after the
// token before.
func spanOf(t *text, lo, hi int) source.Span {
	switch {
	case lo < hi:
		return source.Span{Start: t.tokens[lo].span.Start, End: t.tokens[hi-1].span.End}
	case lo > 0:
		return source.Span{Start: t.tokens[lo-1].span.End, End: t.tokens[lo-1].span.End}
	}
	return source.Span{}
}

// entry is the entry that the changed words stand for, or who speaks them.
func (r *reporter) entry(c change) string {
	look := (*text).entry
	if c.zone == quoted {
		look = (*text).speaker
	}
	for i := c.aLo; i < c.aHi; i++ {
		if e := look(r.a, i); e != "" {
			return e
		}
	}
	for j := c.bLo; j < c.bHi; j++ {
		if e := look(r.b, j); e != "" {
			return e
		}
	}
	return ""
}

// within keeps a span inside its row: words missing at its beginning are missing there
// and not after the row before.
func within(row, s source.Span) source.Span {
	return source.Span{Start: max(row.Start, s.Start), End: max(row.Start, s.End)}
}

// context is what the words lo..hi of a finding stand in.
func context(t *text, k Kind, lo, hi int) source.Span {
	switch k {
	case Quotation:
		for i := max(0, lo-1); i <= min(hi, len(t.tokens)-1); i++ {
			if q := t.tokens[i].quote; q > 0 && (lo == hi || i >= lo && i < hi) {
				return t.quotes[q-1].Span
			}
		}
	case Name:
		lo, hi = t.phrase(lo, hi)
	case Title:
		if hi < len(t.tokens) && !(lo < hi && isHead(&t.tokens[hi-1])) && isHead(&t.tokens[hi]) {
			hi++
		}
		lo = t.described(lo, hi)
	}
	return spanOf(t, lo, hi)
}

// described is where the describing words before a title begin: after the article or
// possessive, where one stands near enough.
func (t *text) described(lo, hi int) int {
	for k := lo; k > 0 && k > lo-4 && lo < hi && joined(t.between(k)); k-- {
		switch before := &t.tokens[k-1]; {
		case before.class == determiner || before.class == possessive:
			return k
		case before.class.function() || before.number():
			return lo
		}
	}
	return lo
}

// mirror exchanges the sides.
func (c *Comparison) mirror() {
	c.SharedA, c.SharedB = c.SharedB, c.SharedA
	for i := range c.Findings {
		f := &c.Findings[i]
		f.A, f.B, f.InA, f.InB, f.BlockA, f.BlockB = f.B, f.A, f.InB, f.InA, f.BlockB, f.BlockA
		if v, ok := mirrored[f.Verdict]; ok {
			f.Verdict = v
		}
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		r.A, r.B, r.BlockA, r.BlockB = r.B, r.A, r.BlockB, r.BlockA
		for k := range r.Ops {
			r.Ops[k].A, r.Ops[k].B = r.Ops[k].B, r.Ops[k].A
		}
	}
}

// arrange puts rows and findings in order, and reports passages of the two texts.
func (c *Comparison) arrange(a, b *text) {
	c.orderRows()
	c.passages(a, b)
	c.orderFindings()
}

// orderRows puts rows in A's order. What is only in B stands before the next row in
// B's order that has not moved.
func (c *Comparison) orderRows() {
	byB := func(x, y Row) int { return cmp.Compare(x.B.Start, y.B.Start) }
	var rows, added []Row
	for _, r := range c.Rows {
		if r.BlockA < 0 {
			added = append(added, r)
		} else {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(added, byB)
	slices.SortStableFunc(rows, func(x, y Row) int { return cmp.Compare(x.A.Start, y.A.Start) })
	out := make([]Row, 0, len(c.Rows))
	for _, r := range rows {
		for r.BlockB >= 0 && !r.Moved && len(added) > 0 && added[0].B.Start < r.B.Start {
			out, added = append(out, added[0]), added[1:]
		}
		out = append(out, r)
	}
	c.Rows = append(out, added...)
}

// passages reports what is dropped, added or moved: one finding for neighbouring rows
// of one block.
func (c *Comparison) passages(a, b *text) {
	var before *Row // the last row before that is in both texts, in order
	for i := range c.Rows {
		r := &c.Rows[i]
		verdict, ok := r.passage()
		switch {
		case !ok:
			before = r
		case i > 0 && c.Rows[i-1].continues(r, a.src, b.src):
			r.Finding = c.Rows[i-1].Finding
			f := &c.Findings[r.Finding]
			f.InA.End, f.InB.End = max(f.InA.End, r.A.End), max(f.InB.End, r.B.End)
		default:
			r.Finding = len(c.Findings)
			f := Finding{Kind: Passage, Verdict: verdict, InA: r.A, InB: r.B, BlockA: r.BlockA, BlockB: r.BlockB}
			if before != nil && r.BlockA < 0 {
				f.InA = source.Span{Start: before.A.End, End: before.A.End}
			}
			if before != nil && r.BlockB < 0 {
				f.InB = source.Span{Start: before.B.End, End: before.B.End}
			}
			c.Findings = append(c.Findings, f)
		}
	}
	for i := range c.Findings {
		if f := &c.Findings[i]; f.Kind == Passage {
			f.A, f.B = a.opening(f.InA), b.opening(f.InB)
		}
	}
}

// opening is the first words of a passage, as many as a change may hold.
func (t *text) opening(in source.Span) source.Span {
	lo := sort.Search(len(t.tokens), func(i int) bool { return t.tokens[i].span.Start >= in.Start })
	hi := lo
	for hi < len(t.tokens) && hi < lo+maxWords && t.tokens[hi].span.Start < in.End {
		hi++
	}
	if lo == hi {
		return source.Span{Start: in.Start, End: in.Start}
	}
	return source.Span{Start: in.Start, End: t.tokens[hi-1].span.End}
}

func (r *Row) passage() (Verdict, bool) {
	switch {
	case r.BlockB < 0:
		return DroppedPassage, true
	case r.BlockA < 0:
		return AddedPassage, true
	}
	return MovedPassage, r.Moved
}

// continues tells whether two rows are one dropped, added or moved passage: of one
// block on each side, with nothing between them.
func (r *Row) continues(next *Row, a, b string) bool {
	v, ok := r.passage()
	w, _ := next.passage()
	follows := func(src string, x, y source.Span) bool {
		return x.End <= y.Start && strings.TrimSpace(src[x.End:y.Start]) == ""
	}
	if !ok || v != w || r.BlockA != next.BlockA || r.BlockB != next.BlockB {
		return false
	}
	return (r.BlockA < 0 || follows(a, r.A, next.A)) && (r.BlockB < 0 || follows(b, r.B, next.B))
}

// orderFindings sorts the findings and keeps rows and ops pointing at theirs.
func (c *Comparison) orderFindings() {
	order := make([]int, len(c.Findings))
	for i := range order {
		order[i] = i
	}
	rank := map[Kind]int{}
	for i, k := range Kinds {
		rank[k] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		x, y := &c.Findings[i], &c.Findings[j]
		return cmp.Or(cmp.Compare(rank[x.Kind], rank[y.Kind]),
			cmp.Compare(x.A.Start, y.A.Start), cmp.Compare(x.B.Start, y.B.Start),
			cmp.Compare(x.A.End, y.A.End), cmp.Compare(x.B.End, y.B.End))
	})
	sorted := make([]Finding, len(order))
	now := make([]int, len(order))
	for to, from := range order {
		sorted[to], now[from] = c.Findings[from], to
	}
	c.Findings = sorted
	for i := range c.Rows {
		if r := &c.Rows[i]; r.Finding >= 0 {
			r.Finding = now[r.Finding]
		}
		for k := range c.Rows[i].Ops {
			if op := &c.Rows[i].Ops[k]; op.Finding >= 0 {
				op.Finding = now[op.Finding]
			}
		}
	}
}
