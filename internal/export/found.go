package export

import (
	"cmp"

	"glossator/internal/site"
	"glossator/internal/source"
)

// places writes the columns article, source_start, source_end and exact of one
// article's rows. Spans in rising order cost linear time.
type places struct {
	w     *sheet
	a     *site.Article
	count *source.CodePoints
}

func in(w *sheet, a *site.Article) places { return places{w, a, a.Doc.File.CodePoints()} }

// prose begins the row of a span of the prose; ok is false, and nothing is written,
// for words that stand nowhere in the file.
func (p places) prose(s source.Span) (ok bool) {
	where, ok := p.a.Doc.Prose.Source(s)
	if ok {
		p.source(where)
	}
	return ok
}

func (p places) source(s source.Span) {
	p.w.text(p.a.Doc.Name)
	p.w.number(p.count.At(s.Start))
	p.w.number(p.count.At(s.End))
	p.w.text(p.a.Doc.File.Data[s.Start:s.End])
}

func mentions(w *sheet, s *site.Site, _ Options) {
	for _, a := range s.Here() {
		p, sentence, counts := in(w, a), 0, make(map[string]*site.Counter, len(a.Seen))
		for _, m := range a.Ann.Mentions {
			e := s.Profile(m.Entry)
			if e == nil {
				continue
			}
			if counts[m.Entry] == nil {
				counts[m.Entry] = new(site.Counter)
			}
			at := counts[m.Entry].Next(a.Doc, m)
			if !p.prose(m.Span) {
				continue
			}
			for sentence < len(a.Ann.Sentences)-1 && a.Ann.Sentences[sentence].End <= m.Span.Start {
				sentence++
			}
			around := a.Doc.Prose.Text[m.Span.Start:m.Span.End]
			if sentence < len(a.Ann.Sentences) && a.Ann.Sentences[sentence].Overlaps(m.Span) {
				around = a.Doc.Prose.Text[a.Ann.Sentences[sentence].Start:a.Ann.Sentences[sentence].End]
			}
			w.text(s.Catalogue.FacetOf(e.Entry).ID, m.Entry, string(m.Level), m.Rule, around, a.Path+"#"+at.String())
			w.end()
		}
	}
}

func quotes(w *sheet, s *site.Site, _ Options) {
	for _, a := range s.Here() {
		p := in(w, a)
		for _, q := range a.Ann.Quotes {
			if !p.prose(q.Span) {
				continue
			}
			w.text(q.Kind, cmp.Or(q.Speaker, q.Name), a.Doc.Prose.Text[q.Cue.Start:q.Cue.End], q.Certainty, q.Rule)
			w.end()
		}
	}
}

func figures(w *sheet, s *site.Site, _ Options) {
	for _, a := range s.Here() {
		p := in(w, a)
		for _, f := range a.Ann.Figures {
			if p.prose(f.Span) {
				w.decimal(f.Value)
				w.text(f.Unit, f.What, f.Rule)
				w.end()
			}
		}
	}
}

func dates(w *sheet, s *site.Site, _ Options) {
	for _, a := range s.Here() {
		p := in(w, a)
		for _, d := range a.Ann.Dates {
			if p.prose(d.Span) {
				w.text(string(d.Resolves), d.Rule)
				w.end()
			}
		}
	}
}

func cleaned(w *sheet, s *site.Site, _ Options) {
	for _, a := range s.Here() {
		p := in(w, a)
		for _, c := range a.Doc.Cleaned {
			p.source(c.Span)
			w.text(c.Rule, c.Replacement)
			w.end()
		}
	}
}

func evidence(w *sheet, s *site.Site, _ Options) {
	for _, a := range s.Here() {
		for _, r := range a.Evidence {
			w.text(a.Doc.Name)
			w.number(r.Paragraph)
			w.text(r.Kind, r.Entry, r.Facet, r.Level, r.Phrase, r.Value)
			w.end()
		}
	}
}

func checks(w *sheet, s *site.Site, _ Options) {
	for _, f := range s.Figures {
		w.text(f.ID, f.Article.ID)
		w.number(f.Paragraph)
		c := f.Citation
		w.text(f.Said, f.What, f.Official, f.Agrees.Text, c.Title, c.Identifier, c.Publisher, c.Date.Text, c.URL.Text)
		w.end()
	}
}

// ChangesInput is all that the table of changes is made of: so an edit of one article has
// only its own story compared again.
type ChangesInput struct {
	Language string
	Pairs    []ChangesOf
}

// ChangesOf is a pair of articles that tell one story.
type ChangesOf struct {
	Pair site.Pair
	A, B ToldIn
}

// ToldIn is one of two articles: its name, and the key of its text and what was found in it.
type ToldIn struct {
	Name string
	Text uint64
}

func changesInput(s *site.Site) any {
	in := ChangesInput{Language: s.Config.Language}
	for _, p := range s.Pairs {
		a, b := s.Articles[p.A], s.Articles[p.B]
		in.Pairs = append(in.Pairs, ChangesOf{p, ToldIn{a.Doc.Name, a.Key}, ToldIn{b.Doc.Name, b.Key}})
	}
	return in
}

func changes(w *sheet, s *site.Site, o Options) {
	for _, p := range s.Pairs {
		if p.Away == "" {
			standoff(w, s, p)
		}
	}
	if o.Changes == nil {
		return
	}
	for i, c := range o.Changes() {
		if c == nil || s.Pairs[i].Away != "" {
			continue
		}
		a, b := s.Articles[s.Pairs[i].A], s.Articles[s.Pairs[i].B]
		countA, countB := a.Doc.File.CodePoints(), b.Doc.File.CodePoints()
		for _, f := range c.Findings {
			inA, okA := whereabouts(a, f.A)
			inB, okB := whereabouts(b, f.B)
			if !okA || !okB {
				continue
			}
			w.text(a.Doc.Name, b.Doc.Name, string(f.Kind), f.Entry)
			w.number(countA.At(inA.Start))
			w.number(countA.At(inA.End))
			w.text(a.Doc.File.Data[inA.Start:inA.End])
			w.number(countB.At(inB.Start))
			w.number(countB.At(inB.End))
			w.text(b.Doc.File.Data[inB.Start:inB.End])
			w.text(string(f.Verdict))
			w.end()
		}
	}
}

// standoff writes the changes between two private originals. The originals are not
// here, so the offsets are empty.
func standoff(w *sheet, s *site.Site, p site.Pair) {
	for _, c := range p.Changes {
		w.text(s.Articles[p.A].Doc.Name, s.Articles[p.B].Doc.Name, c.Kind, c.Entry, "", "", c.A, "", "", c.B, c.Verdict)
		w.end()
	}
}

// whereabouts is where a span of the prose stands in the file. An empty span is an
// empty place: before the byte that follows it, or behind the last.
func whereabouts(a *site.Article, s source.Span) (source.Span, bool) {
	if s.Len() > 0 {
		return a.Doc.Prose.Source(s)
	}
	if s.Start >= len(a.Doc.Prose.Text) {
		return source.Span{Start: len(a.Doc.File.Data), End: len(a.Doc.File.Data)}, true
	}
	where, ok := a.Doc.Prose.Source(source.Span{Start: s.Start, End: s.Start + 1})
	return source.Span{Start: where.Start, End: where.Start}, ok
}
