package hand

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/annotation"
	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/site"
	"glossator/internal/source"
)

// Page is what was read of the text that a page shows. File is "" where it shows none.
type Page struct {
	File     string    `json:"file"`
	Blocks   []Block   `json:"blocks"`
	Readings []Reading `json:"readings"`
	Left     []Left    `json:"left"`
	Place
}

// Block is a block of the page by its id, and its number in the source.
type Block struct {
	ID string `json:"id"`
	P  int    `json:"p"`
}

// Row is how a row of readings names some words.
type Row struct {
	P     int    `json:"p"`
	Words string `json:"words"`
	N     int    `json:"n,omitempty"`
}

// Reading is one thing that was read: Text is what the page shows, and Nth which of them in
// its block, from 0.
type Reading struct {
	Kind  string `json:"kind"` // mention, quote, date or figure
	Block string `json:"block"`
	Text  string `json:"text"`
	Nth   int    `json:"nth"`
	Row
	Entry       string  `json:"entry,omitempty"`
	Speaker     string  `json:"speaker,omitempty"`
	SpeakerName string  `json:"speaker_name,omitempty"`
	Day         string  `json:"day,omitempty"`
	Value       float64 `json:"value,omitempty"`
	Unit        string  `json:"unit,omitempty"`
	Says        string  `json:"says"`              // what it was read as
	Why         string  `json:"why"`               // by what
	Decided     string  `json:"decided,omitempty"` // the field of the row that decides it
	Place
	span source.Span
}

// Left is a block that is left out of the article. It stands Before a block of the page;
// "" at its end.
type Left struct {
	Row
	Text    string `json:"text"`
	Before  string `json:"before"`
	Why     string `json:"why"`
	Decided string `json:"decided,omitempty"`
	Place
}

// text is the text at an address of the browser, or nil. Only an article's can be decided.
func (s *Site) text(address string) *site.Article {
	rel := strings.TrimPrefix(address, s.Base)
	for _, a := range s.Site.Articles {
		if a.Path == rel {
			return a
		}
	}
	return nil
}

// Page is what was read of the article at an address.
func (s *Site) Page(address string) Page {
	p := Page{Blocks: []Block{}, Readings: []Reading{}, Left: []Left{}}
	a := s.text(address)
	if a == nil {
		return p
	}
	d := a.Doc
	p.File, p.Place = d.File.Path, s.place(source.Pos{Path: d.File.Path, Line: 1, Col: 1})
	for _, b := range d.Prose.Blocks {
		if b.N > 0 {
			p.Blocks = append(p.Blocks, Block{idOf(b), b.P})
		}
	}
	rows := decided(d)
	for _, r := range s.readings(a) {
		for _, row := range rows {
			if r.decides(row) {
				r.Row, r.Decided = Row{row.p, row.Words.Text, row.N}, row.field
			}
		}
		p.Readings = append(p.Readings, r)
	}
	p.Left = s.left(a, rows)
	return p
}

func idOf(b doc.Block) string {
	if b.N == 0 {
		return ""
	}
	return "p" + strconv.Itoa(b.N)
}

// readings are all that were read, in the order of the text.
func (s *Site) readings(a *site.Article) (all []Reading) {
	add := func(span source.Span, r Reading) {
		all = append(all, s.reading(a.Doc, span, r))
	}
	for _, m := range a.Ann.Mentions {
		add(m.Span, Reading{Kind: "mention", Entry: m.Entry, Says: s.name(m.Entry), Why: grounds(string(m.Level), m.Rule)})
	}
	for _, q := range a.Ann.Quotes {
		r := Reading{Kind: "quote", Speaker: q.Speaker, SpeakerName: q.Name, Says: "nobody known says it", Why: "Nothing near it tells who speaks."}
		if by := cmp.Or(s.name(q.Speaker), q.Name); by != "" {
			r.Says, r.Why = by+" says it", "What stands around it tells who speaks."
		}
		switch {
		case q.Rule == annotation.Editor:
			r.Why = "It was decided by hand."
		case q.Cue.Len() > 0:
			r.Why = fmt.Sprintf("“%s” tells who speaks.", a.Doc.Prose.Text[q.Cue.Start:q.Cue.End])
		}
		add(q.Span, r)
	}
	for _, x := range a.Ann.Dates {
		r := Reading{Kind: "date", Day: string(x.Resolves), Says: cmp.Or(string(x.Resolves), "a day that cannot be placed"), Why: grounds("", x.Rule)}
		add(x.Span, r)
	}
	for _, x := range a.Ann.Figures {
		value := strconv.FormatFloat(x.Value, 'f', -1, 64)
		add(x.Span, Reading{Kind: "figure", Value: x.Value, Unit: x.Unit, Says: strings.TrimSpace(value + " " + cmp.Or(x.What, x.Unit)), Why: grounds("", x.Rule)})
	}
	slices.SortStableFunc(all, func(a, b Reading) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	return all
}

// grounds says by what something was read.
func grounds(level, rule string) string {
	switch {
	case rule == annotation.Editor:
		return "It was decided by hand."
	case rule == "mark":
		return "It is marked in the text."
	case rule == "":
		return "Its own words tell it."
	case level == string(annotation.Descriptive):
		return "It describes it, by: " + rule + "."
	case level == "":
		return "By: " + rule + "."
	}
	return "It names it, by: " + rule + "."
}

func (s *Site) name(id string) string {
	if e := s.Site.Catalogue.Entry(id); e != nil {
		return e.Name
	}
	return ""
}

// reading puts a reading in its place.
func (s *Site) reading(d *doc.Document, span source.Span, r Reading) Reading {
	r.span, r.Text = span, d.Prose.Text[span.Start:span.End]
	b := d.Prose.Blocks[min(d.Prose.Block(span.Start), len(d.Prose.Blocks)-1)]
	block := d.Prose.Text[b.Span.Start:b.Span.End]
	r.Block, r.Nth = idOf(b), strings.Count(block[:span.Start-b.Span.Start], r.Text)
	r.Row = rowOf(block, b.P, span.Start-b.Span.Start, span.End-b.Span.Start)
	if where, ok := d.Prose.Source(span); ok {
		r.Place = s.place(d.File.Pos(where.Start))
	} else {
		r.Place = s.place(source.Pos{Path: d.File.Path, Line: 1, Col: 1})
	}
	return r
}

// longest is how many words of a span a row has.
const longest = 12

// rowOf is how a row names the words [from, to) of a block.
func rowOf(block string, p, from, to int) Row {
	words := strings.Fields(block[from:to])
	row := Row{P: p, Words: strings.Join(words, " ")}
	if len(words) > longest {
		row.Words = strings.Join(words[:8], " ")
	}
	nth, all := 0, 0
	for at := 0; ; {
		i := strings.Index(block[at:], row.Words)
		if i < 0 {
			break
		}
		at += i
		if whole(block, at, at+len(row.Words)) {
			if all++; at <= from {
				nth = all
			}
		}
		at += len(row.Words)
	}
	if all > 1 {
		row.N = nth
	}
	return row
}

// whole tells whether no word goes on over the ends of a span.
func whole(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return !letter(before) && !letter(after)
}

// decision is a row as it stands in the file.
type decision struct {
	doc.Row
	p     int
	field string
}

// decided are the rows beside a text.
func decided(d *doc.Document) (all []decision) {
	if d.Decided == nil {
		return nil
	}
	var rows []doc.Row
	_ = meta.Decode(d.Decided, source.Span{End: len(d.Decided.Data)}, &rows) // its mistakes are told as problems
	for _, r := range rows {
		x := decision{Row: r}
		x.p, _ = strconv.Atoi(r.P.Text)
		for field, is := range map[string]bool{"speaker": r.Speaker.ID != "", "speaker_name": r.SpeakerName != "", "link": r.Link.ID != "",
			"date": r.Date.Text != "", "value": r.Value.Text != "", "keep": r.Keep.Text != ""} {
			if is {
				x.field = field
			}
		}
		all = append(all, x)
	}
	return all
}

// decides tells whether a row is about the words of a reading.
func (r Reading) decides(x decision) bool {
	kinds := map[string]string{"speaker": "quote", "speaker_name": "quote", "link": "mention", "date": "date", "value": "figure"}
	first := strings.TrimLeft(x.Words.Text, "“”\"'‘’«»„")
	return kinds[x.field] == r.Kind && x.p == r.P && x.N == r.N && strings.HasPrefix(strings.TrimLeft(r.Text, "“”\"'‘’«»„"), first)
}

// left are the blocks that are not part of the article.
func (s *Site) left(a *site.Article, rows []decision) []Left {
	all := []Left{}
	d := a.Doc
	for _, c := range d.Cleaned {
		if c.Replacement != "" {
			continue
		}
		for _, n := range d.Numbers(c.Span) {
			if !n.Out || slices.ContainsFunc(all, func(l Left) bool { return l.P == n.P }) {
				continue
			}
			l := Left{Row: Row{P: n.P, Words: n.Words}, Text: n.Words, Why: "It was taken for: " + c.Rule + ".", Place: s.place(d.File.Pos(c.Span.Start))}
			if path.Ext(d.File.Path) == ".txt" {
				l.Text = strings.Join(strings.Fields(d.File.Data[c.Span.Start:c.Span.End]), " ")
			}
			for _, x := range rows {
				if x.field == "keep" && x.p == l.P {
					l.Row, l.Decided, l.Why = Row{x.p, x.Words.Text, x.N}, "keep", "It was left out by hand."
				}
			}
			for _, b := range d.Prose.Blocks {
				if b.P > n.P && b.N > 0 {
					l.Before = idOf(b)
					break
				}
			}
			all = append(all, l)
		}
	}
	return all
}
