package export

import (
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/site"
)

func entries(w *sheet, s *site.Site, _ Options) {
	for _, p := range s.Profiles {
		e := p.Entry
		from, to := life(e)
		w.text(e.ID, s.Catalogue.FacetOf(e).ID, e.Name, e.Kind, e.Authority, words(e.Aliases), string(from), string(to))
		w.number(p.Mentions)
		w.number(len(p.Articles))
		w.number(p.Stories)
		w.text(note(p), p.Path, e.Status(), words(e.SameAs))
		w.end()
	}
}

func words(all []meta.Word) string { return strings.Join(texts(all), "|") }

func texts(all []meta.Word) []string {
	texts := make([]string, len(all))
	for i, a := range all {
		texts[i] = a.Text
	}
	return texts
}

// note is the sentence that explains an entry in a margin.
func note(p *site.Profile) string { return p.Doc.Prose.Text[p.Note.Start:p.Note.End] }

// life is from when to when an entry was anything at all: to is "" where it goes on.
// A period in which it had ended already is none of its life.
func life(e *catalogue.Entry) (from, to meta.Day) {
	open := false
	lasts := func(f, t meta.Day) {
		if f != "" && (from == "" || f.First() < from.First()) {
			from = f
		}
		if t == "" {
			open = true
		} else if to == "" || t.Last() > to.Last() {
			to = t
		}
	}
	for _, p := range e.Periods {
		if !p.Ended() {
			lasts(p.From, p.To)
		}
	}
	for _, r := range e.Roles {
		lasts(r.From, r.To)
	}
	if open {
		to = ""
	}
	return from, to
}

func events(w *sheet, s *site.Site, _ Options) {
	for _, e := range s.Timeline {
		var ids []string
		for _, r := range e.Entries {
			if s.Profile(r.ID) != nil { // it may be a draft
				ids = append(ids, r.ID)
			}
		}
		about := ""
		if e.Event {
			about = "yes"
		}
		c := e.Citation
		w.text(string(e.Date), e.Title, e.Text, strings.Join(ids, " "), e.Article.ID, about,
			c.Title, c.Identifier, c.Publisher, c.Date.Text, c.URL.Text)
		w.end()
	}
}
