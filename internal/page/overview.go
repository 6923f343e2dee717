package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/doc"
	"glossator/internal/site"
)

const titleKind = doc.Title

func (p *planner) eventID(i int) string { return p.eventIDs()[i] }

// addressEvents makes the events' ids, of their days and first words:
// "e2021-06-01.the-night-ban-ends".
func (p *planner) addressEvents() []string {
	events := p.Site.Timeline
	if p.Main != nil { // one event has one id in all languages
		events = p.Main.Timeline
	}
	all, taken := make([]string, len(events)), map[string]int{}
	for i, e := range events {
		at := "e" + string(e.Date) + "." + doc.Slug(beginning(e.Title))
		if taken[at]++; taken[at] > 1 {
			at += "." + strconv.Itoa(taken[at])
		}
		all[i] = at
	}
	return all
}

func (p *planner) event(i int, e site.Event) Event { return p.eventAt("", i, e) }

// eventAt is an event as a page shows it from which root leads to the site's.
func (p *planner) eventAt(root string, i int, e site.Event) Event {
	v := Event{ID: p.eventID(i), Day: p.day(e.Date), Title: e.Title, Text: e.Text, Meeting: e.Event, Entries: p.cardsAt(root, e.Entries), Tongue: p.tongueOf(e.Tongue)}
	for _, c := range v.Entries {
		if look := "f" + strconv.Itoa(c.N); !strings.Contains(v.Looks, look) {
			v.Looks = strings.TrimLeft(v.Looks+" "+look, " ")
		}
	}
	if a := p.Article(e.Article.ID); a != nil {
		l := p.articleLink(a, root)
		l.Note = ""
		v.Article = &l
	}
	if !e.Citation.IsZero() {
		c := p.cite(e.Citation, 0)
		v.Citation = &c
	}
	return v
}

func (p *planner) hasQuotes() bool {
	return slices.ContainsFunc(p.Articles, func(a *site.Article) bool {
		return len(a.Ann.Quotes) > 0 || slices.ContainsFunc(a.Evidence, func(e site.Evidence) bool { return e.Kind == "quote" })
	})
}

// quotesOf is everything said in an article and in its original.
func (p *planner) quotesOf(a *site.Article, root string) (all []Quote) {
	add := func(s site.Said) {
		if p.setAgainst(s) || p.toldLonger(s) {
			return
		}
		if q := p.quote(s, root); said(q) {
			all = append(all, q)
		}
	}
	for i := range a.Ann.Quotes {
		add(site.Said{Article: a.Index, Quote: i, Row: -1})
	}
	for i, r := range a.Evidence {
		if r.Kind == "quote" {
			add(site.Said{Article: a.Index, Quote: -1, Row: i})
		}
	}
	return all
}

// setAgainst tells whether words stand in the table of a rewording, beside those of the
// report that it rewords: the page that compares the two shows them.
func (p *planner) setAgainst(s site.Said) bool {
	a := p.Articles[s.Article]
	if s.Row >= 0 || !p.Reworded(a) {
		return false
	}
	return a.Doc.Prose.Blocks[a.Doc.Prose.Block(a.Ann.Quotes[s.Quote].Span.Start)].Kind == doc.Cell
}

// toldLonger tells whether the same words of the same speaker stand a second time, in the
// article or in its original, and at least as many of them there: an account and what it
// retells are one source. Of a translation the words that it translates are looked for.
func (p *planner) toldLonger(s site.Said) bool {
	a := p.Articles[s.Article]
	words := func(i int) string {
		if of, j := p.translates(a, i); of != nil {
			return bareQuote(quotedWords(of, j))
		}
		return bareQuote(quotedWords(a, i))
	}
	if s.Row >= 0 {
		row := a.Evidence[s.Row]
		own := bareQuote(row.Phrase)
		for i, q := range a.Ann.Quotes {
			if q.Speaker == row.Entry && strings.Contains(words(i), own) {
				return true
			}
		}
		return false
	}
	own := words(s.Quote)
	return slices.ContainsFunc(a.Evidence, func(r site.Evidence) bool {
		row := bareQuote(r.Phrase)
		return r.Kind == "quote" && r.Entry == a.Ann.Quotes[s.Quote].Speaker && row != own && strings.Contains(row, own)
	})
}

// translates is the text and the quotation there whose words a quotation of a translation has
// in another language; nil where it is none.
func (p *planner) translates(a *site.Article, quote int) (*site.Article, int) {
	of := a.Original()
	if of == nil {
		return nil, 0
	}
	pairs, known := p.translated.Load(a)
	if !known {
		pairs = a.Translated(of)
		p.translated.Store(a, pairs)
	}
	if j := pairs.([]int)[quote]; j >= 0 {
		return of, j
	}
	return nil, 0
}

// quotedWords are the words of a quotation, as the text has them.
func quotedWords(a *site.Article, quote int) string {
	s := a.Ann.Quotes[quote].Span
	return a.Doc.Prose.Text[s.Start:s.End]
}

// bareQuote is quoted words without what stands around them, to find them again.
func bareQuote(s string) string { return strings.ToLower(strings.Trim(s, " .,…\"“”'")) }

// said tells whether what stands between quotation marks may be somebody's words. A single
// word that nobody is known to say is kept at a distance, and words that are all
// capitalized are the title of something.
func said(q Quote) bool {
	if q.Speaker.Name != "" {
		return true
	}
	words := strings.Fields(q.Words)
	return len(words) > 1 && slices.ContainsFunc(words, func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return len(w) > shortWord && !unicode.IsUpper(r)
	})
}

// shortWord is how many letters a word has at most that a title may write small.
const shortWord = 3

// quotes plans quotes.html: who said what, by speaker and by article.
func (p *planner) quotes() Page {
	parts := func() Parts {
		parts := p.parts()
		texts := newSum()
		defer texts.release()
		for _, a := range p.Articles {
			texts.add(p.texts[a.Index], p.retold(a.Index))
		}
		parts.Texts = []uint64{texts.key(), p.allCards()}
		return parts
	}
	return Page{Path: "quotes.html", Parts: parts, View: func() any {
		v := &Quotes{Base: p.base("quotes.html", "quotes", "Who said what", p.Config.Description)}
		at := map[string]int{}
		v.From = p.quotedFrom()
		for _, a := range p.Articles[v.From:] {
			qs := p.quotesOf(a, "")
			if len(qs) == 0 {
				continue
			}
			head := QuotedArticle{Article: p.articleLink(a, ""), Day: p.day(a.Doc.Day())}
			whole := head
			whole.Quotes = qs
			v.Articles = append(v.Articles, whole)
			for _, q := range qs {
				k, ok := at[q.Speaker.Name]
				if !ok {
					k = len(v.Speakers)
					at[q.Speaker.Name] = k
					v.Speakers = append(v.Speakers, Speaker{ID: "s" + strconv.Itoa(k+1), Card: q.Speaker})
				}
				s := &v.Speakers[k]
				if n := len(s.Articles); n == 0 || s.Articles[n-1].Article.Href != head.Article.Href {
					s.Articles = append(s.Articles, head)
				}
				last := &s.Articles[len(s.Articles)-1]
				last.Quotes = append(last.Quotes, q)
				s.Count++
			}
		}
		slices.SortStableFunc(v.Speakers, func(a, b Speaker) int {
			return cmp.Or(cmp.Compare(known(b), known(a)), cmp.Compare(b.Count, a.Count))
		})
		return v
	}}
}

// mostQuotes is about how many quotations a page lists: beyond that it shows the
// newest articles' and leads to the table.
const mostQuotes = 2000

// quotedFrom is the first article whose quotations are listed.
func (p *planner) quotedFrom() int {
	n := 0
	for i := len(p.Articles) - 1; i >= 0; i-- {
		a := p.Articles[i]
		if n += len(a.Ann.Quotes) + len(a.Evidence); n > mostQuotes {
			return i + 1
		}
	}
	return 0
}

// known ranks speakers with an entry before those with a name, and those before the
// unknown.
func known(s Speaker) int {
	switch {
	case s.Card.ID != "":
		return 2
	case s.Card.Name != "":
		return 1
	}
	return 0
}

// figures plans figures.html.
func (p *planner) figures() Page {
	return p.whole("figures.html", func() any {
		v := &Figures{Base: p.base("figures.html", "figures", "Figures", p.Config.Description)}
		for _, f := range p.Site.Figures {
			v.Rows = append(v.Rows, p.figure(f, ""))
		}
		v.Tally = tally(v.Rows, "#")
		v.Embeds = p.embeddable(figureEmbed)
		return v
	})
}

// tally counts numbers by how they stand to the record. Each count leads to its first.
func tally(rows []FigureRow, at string) (all []Tally) {
	for _, agrees := range []string{"yes", "roughly", "unverified", "no"} {
		t := Tally{Agrees: agrees, Verdict: site.Verdict(agrees)}
		for i := range rows {
			if cmp.Or(rows[i].Agrees, "unverified") != agrees {
				continue
			}
			if t.Count++; t.Count == 1 {
				t.Href = at + rows[i].ID
			}
		}
		if t.Count > 0 {
			all = append(all, t)
		}
	}
	return all
}

func (p *planner) figuresOf(a *site.Article) (all []FigureRow) {
	for _, i := range p.figuresIn[a.Doc.Name] {
		all = append(all, p.figure(p.Site.Figures[i], "../"))
	}
	return all
}

func (p *planner) figure(f site.Figure, root string) FigureRow {
	v := FigureRow{ID: f.ID, Paragraph: f.Paragraph, Said: f.Said, What: f.What, Unit: f.Unit, Official: f.Official, Agrees: f.Agrees.Text, Verdict: site.Verdict(f.Agrees.Text), Note: f.Note,
		Speaker: p.speaker(root, f.Speaker.ID, f.SpeakerName), Tongue: p.tongueOf(f.Tongue)}
	if a := p.Article(f.Article.ID); a != nil {
		v.Article = p.articleLink(a, root)
		v.Fragment = mapped(a, f.Paragraph)
	}
	if !f.Citation.IsZero() {
		c := p.cite(f.Citation, 0)
		v.Citation = &c
	}
	for _, r := range f.Entries {
		if x := p.Profile(r.ID); x != nil {
			v.Entries = append(v.Entries, p.card(root, x.Index))
		}
	}
	v.Bars, v.Says = p.bars(f)
	return v
}

// mapped leads to a paragraph in the map of an article's original; "" where that has no
// such paragraph.
func mapped(a *site.Article, paragraph int) string {
	if !slices.ContainsFunc(a.Evidence, func(r site.Evidence) bool { return r.Paragraph == paragraph }) {
		return ""
	}
	return "#o" + strconv.Itoa(paragraph)
}

// data plans data.html: every table that can be downloaded, column by column.
func (p *planner) data() Page {
	return p.whole("data.html", func() any {
		v := &Data{Base: p.base("data.html", "data", "Data", p.Config.Description), Files: p.Tables}
		notes := []string{p.t("The whole site in one file"), p.t("What its fields mean")}
		for i, path := range p.Whole {
			v.More = append(v.More, Link{Text: path, Href: path, Note: notes[i]})
		}
		return v
	})
}
