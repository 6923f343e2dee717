package annotate

import (
	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// GoldFile is the annotations of one document as an annotated example has them: the
// exchange format of check --export-annotations and of the quality tests. Offsets
// are code points of the source file, and every Exact is what stands there.
type GoldFile struct {
	Doc         string        `json:"doc"`
	Mentions    []GoldMention `json:"mentions"`
	Quotes      []GoldQuote   `json:"quotes"`
	Figures     []GoldFigure  `json:"figures"`
	Dates       []GoldDate    `json:"dates"`
	Boilerplate []GoldDefect  `json:"boilerplate"`
	Defects     []GoldDefect  `json:"defects"`
}

// GoldSpan is a range of code points and the text that stands there.
type GoldSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

// GoldMention is a Mention with its entry's facet and name.
type GoldMention struct {
	GoldSpan
	Facet string           `json:"facet"`
	ID    catalogue.ID     `json:"id"`
	Name  string           `json:"name"`
	Level annotation.Level `json:"level"`
	Rule  string           `json:"rule,omitempty"`
}

// GoldQuote is a Quote; Speaker is null where nobody with a name speaks. For who is no
// entry it is made from the name, which SpeakerName holds.
type GoldQuote struct {
	GoldSpan
	Speaker     *catalogue.ID `json:"speaker"`
	SpeakerName string        `json:"speaker_name,omitempty"`
	Kind        string        `json:"kind"`
	Rule        string        `json:"rule,omitempty"`
}

// GoldFigure is a Figure.
type GoldFigure struct {
	GoldSpan
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
	What  string  `json:"what"`
	Rule  string  `json:"rule,omitempty"`
}

// GoldDate is a Date; Resolves is null where it cannot be placed.
type GoldDate struct {
	GoldSpan
	Resolves *meta.Day `json:"resolves"`
	Rule     string    `json:"rule,omitempty"`
}

// softHyphen is the rule of doc by which a repair leaves nothing in its place.
const softHyphen = "soft hyphen"

// GoldDefect is furniture (ShouldBe "") or damage.
type GoldDefect struct {
	GoldSpan
	ShouldBe string `json:"should_be,omitempty"`
	Why      string `json:"why"`
}

// Gold turns annotations into that form. What stands nowhere in the file (a title
// from the metadata) is left out.
func Gold(d *doc.Document, a *annotation.Set, lex *lexicon.Lexicon) GoldFile {
	g := GoldFile{Doc: d.File.Path, Mentions: []GoldMention{}, Quotes: []GoldQuote{}, Figures: []GoldFigure{},
		Dates: []GoldDate{}, Boilerplate: []GoldDefect{}, Defects: []GoldDefect{}}
	points := d.File.CodePoints()
	place := func(s source.Span) GoldSpan {
		start := points.At(s.Start)
		return GoldSpan{start, points.At(s.End), d.File.Data[s.Start:s.End]}
	}
	each := func(s source.Span, use func(GoldSpan)) {
		if where, ok := d.Prose.Source(s); ok {
			use(place(where))
		}
	}
	for _, m := range a.Mentions {
		e := lex.Catalogue.Entry(m.Entry)
		each(m.Span, func(s GoldSpan) {
			g.Mentions = append(g.Mentions, GoldMention{s, lex.Catalogue.FacetOf(e).ID, e.ID, e.Name, m.Level, m.Rule})
		})
	}
	for _, q := range a.Quotes {
		each(q.Span, func(s GoldSpan) {
			out := GoldQuote{GoldSpan: s, SpeakerName: q.Name, Kind: q.Kind, Rule: q.Rule}
			if id := q.Speaker; id != "" {
				out.Speaker = &id
			} else if id := slug(q.Name, lex); id != "" {
				out.Speaker = &id
			}
			g.Quotes = append(g.Quotes, out)
		})
	}
	for _, x := range a.Figures {
		each(x.Span, func(s GoldSpan) { g.Figures = append(g.Figures, GoldFigure{s, x.Value, x.Unit, x.What, x.Rule}) })
	}
	for _, x := range a.Dates {
		each(x.Span, func(s GoldSpan) {
			out := GoldDate{GoldSpan: s, Rule: x.Rule}
			if x.Resolves != "" {
				out.Resolves = &x.Resolves
			}
			g.Dates = append(g.Dates, out)
		})
	}
	for _, c := range d.Cleaned {
		out := GoldDefect{place(c.Span), c.Replacement, c.Rule}
		if c.Replacement == "" && c.Rule != softHyphen {
			g.Boilerplate = append(g.Boilerplate, out)
		} else {
			g.Defects = append(g.Defects, out)
		}
	}
	for _, x := range a.Doubts {
		if x.Rule == "damaged-name" && len(x.Entries) == 1 {
			each(x.Span, func(s GoldSpan) {
				g.Defects = append(g.Defects, GoldDefect{s, lex.Catalogue.Entry(x.Entries[0]).Name, x.Msg})
			})
		}
	}
	return g
}
