package importer

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/annotation"
	"glossator/internal/site"
	"glossator/internal/source"
)

// File is a file to write, by its path below the site.
type File struct{ Path, Data string }

// mostOfText is how much of a text its evidence may repeat, names and days apart: one part
// in five.
const mostOfText = 5

// row is one line of evidence.
type row struct {
	span   source.Span // of the prose
	name   bool        // it names somebody, or a day, and so does not count as the text's own words
	rank   int         // what is chosen first: the lowest
	least  int         // how many of its first words it is kept with at least
	fields []string    // with the phrase still empty
}

// phraseColumn is where a row's phrase stands.
const phraseColumn = 5

// Evidence makes the stand-off evidence of an article. Quotations are left out where
// quotes is false: a reworded copy puts words into people's mouths.
func Evidence(s *site.Site, a *site.Article, quotes bool) File {
	rows := slices.Concat(mentions(s, a), figures(a), dates(a))
	if quotes {
		rows = append(rows, quotations(s, a)...)
	}
	rows = chosen(a.Doc.Prose.Text, rows)
	slices.SortStableFunc(rows, func(x, y row) int { return cmp.Compare(x.span.Start, y.span.Start) })
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(site.EvidenceColumns) // a bytes.Buffer does not fail
	for _, r := range rows {
		_ = w.Write(r.fields)
	}
	w.Flush()
	return File{"content/articles/" + a.Doc.Name + ".evidence.csv", b.String()}
}

// leastOfQuote and leastOfMention are how many of its first words a quotation and a mention
// are kept with at least.
const leastOfQuote, leastOfMention = 5, 4

// chosen takes rows as long as the words they repeat, each counted once, stay within a
// fifth of the text: first every row by its first words, in order of rank and the
// short ones first; then the longer ones get more of their words while some are left.
func chosen(text string, rows []row) (kept []row) {
	order := slices.Clone(rows)
	slices.SortStableFunc(order, func(x, y row) int {
		return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(x.span.Len(), y.span.Len()))
	})
	left := len(strings.Fields(text)) / mostOfText
	told := map[int]bool{} // offsets of words that stand in a row already
	for _, most := range []int{0, 5, 8, site.MostWords} {
		for i := range order {
			r := &order[i]
			words, starts := cut(text, r.span, max(most, r.least))
			fresh := 0
			for _, at := range starts {
				if !told[at] && !r.name {
					fresh++
				}
			}
			if fresh > left || most > 0 && r.fields[phraseColumn] == "" {
				continue
			}
			left -= fresh
			for _, at := range starts {
				told[at] = true
			}
			r.fields[phraseColumn] = words
		}
	}
	return slices.DeleteFunc(order, func(r row) bool { return r.fields[phraseColumn] == "" })
}

// cut is a stretch of the prose on one line, cut with … behind its first words where
// it has more than most; and where in the text the words begin.
func cut(text string, s source.Span, most int) (words string, starts []int) {
	fields := strings.Fields(strings.TrimRight(text[s.Start:s.End], ",."))
	tail := ""
	if len(fields) > most {
		fields, tail = fields[:most-1], " …"
	}
	at := s.Start
	for _, f := range fields {
		at += strings.Index(text[at:], f)
		starts = append(starts, at)
		at += len(f)
	}
	return strings.Join(fields, " ") + tail, starts
}

func paragraph(a *site.Article, at int) string {
	return strconv.Itoa(a.Doc.Prose.Blocks[a.Doc.Prose.Block(at)].N)
}

// inFile tells whether words stand in the text itself: a title that the .yaml beside
// it gives does not.
func inFile(a *site.Article, s source.Span) bool {
	_, ok := a.Doc.Prose.Source(s)
	return ok
}

// mentions are the rows of an article's mentions. The first of an entry is chosen first: no
// entry is lost for want of words.
func mentions(s *site.Site, a *site.Article) (rows []row) {
	met := map[string]bool{}
	for _, m := range a.Ann.Mentions {
		p := s.Profile(m.Entry)
		if p == nil || !inFile(a, m.Span) {
			continue
		}
		rank := 0
		if met[m.Entry] {
			rank = 2
		}
		met[m.Entry] = true
		rows = append(rows, row{span: m.Span, name: m.Level == annotation.Named, rank: rank, least: leastOfMention, fields: []string{
			paragraph(a, m.Span.Start), "mention", m.Entry, s.Catalogue.FacetOf(p.Entry).ID, string(m.Level), "", ""}})
	}
	return rows
}

func quotations(s *site.Site, a *site.Article) (rows []row) {
	for _, q := range a.Ann.Quotes {
		if !inFile(a, q.Span) {
			continue
		}
		facet := ""
		if p := s.Profile(q.Speaker); p != nil {
			facet = s.Catalogue.FacetOf(p.Entry).ID
		}
		rows = append(rows, row{span: q.Span, rank: 1, least: leastOfQuote, fields: []string{
			paragraph(a, q.Span.Start), "quote", q.Speaker, facet, q.Certainty, "", q.Name}})
	}
	return rows
}

func figures(a *site.Article) (rows []row) {
	for _, f := range a.Ann.Figures {
		if inFile(a, f.Span) {
			value := strings.TrimSpace(strconv.FormatFloat(f.Value, 'f', -1, 64) + " " + f.Unit)
			rows = append(rows, row{span: f.Span, least: leastOfMention, fields: []string{paragraph(a, f.Span.Start), "figure", "", "", "", "", value}})
		}
	}
	return rows
}

func dates(a *site.Article) (rows []row) {
	for _, d := range a.Ann.Dates {
		if d.Resolves != "" && inFile(a, d.Span) {
			rows = append(rows, row{span: d.Span, name: true, rank: 3, least: leastOfMention, fields: []string{paragraph(a, d.Span.Start), "date", "", "", "", "", string(d.Resolves)}})
		}
	}
	return rows
}
