package build

import (
	"strings"

	"glossator/internal/card"
	"glossator/internal/page"
	"glossator/internal/site"
)

// Where the link-preview images stand.
const (
	cardOfSite      = "cards/index.png"
	cardsOfArticles = "cards/articles/"
)

func cardsOfFacets(s *site.Site) (paths []string) {
	for _, f := range s.Catalogue.Facets {
		paths = append(paths, "cards/"+f.Dir+".png")
	}
	return paths
}

// cardOf is what the card at an address says; false where the address is none of a card.
func cardOf(s *site.Site, path string) (card.Words, bool) {
	name, ok := strings.CutSuffix(path, ".png")
	if path == cardOfSite {
		return card.Words{Title: s.Config.Title, Kicker: s.Config.Description, Line: s.Config.Title}, true
	}
	if name, of := strings.CutPrefix(name, cardsOfArticles); of {
		if a := s.Article(name); a != nil {
			return card.Words{Title: a.Doc.Meta.Title, Kicker: kicker(a), Line: s.Config.Title}, ok
		}
		return card.Words{}, false
	}
	for i, of := range cardsOfFacets(s) {
		if f := s.Catalogue.Facets[i]; of == path {
			return card.Words{Title: f.Question, Kicker: f.Plural, Line: s.Config.Title}, true
		}
	}
	return card.Words{}, false
}

// misquotedCard is the card of a misquotation: the true words, and under them the copy's
// with what nobody said struck through.
func misquotedCard(s *site.Site, m page.Misquotation) card.Words {
	speaker := m.Name
	if e := s.Profile(m.Speaker); e != nil {
		speaker = e.Entry.Name
	}
	words := card.Words{Title: page.Quoted(s, m.Said), Kicker: speaker, Line: s.Config.Title}
	for _, r := range m.Retold {
		words.Under = append(words.Under, card.Piece(r))
	}
	return words
}

// kicker stands over the title on an article's card.
func kicker(a *site.Article) string {
	kicker := a.Doc.Meta.Publisher
	if day := a.Doc.Day(); day != "" {
		kicker = strings.TrimPrefix(kicker+" · "+string(day), " · ")
	}
	return kicker
}

// pictured tells of an address whether there is a card at it, where cards are made.
func pictured(s *site.Site, misquoted []page.Misquotation, made bool) func(path string) bool {
	if !made {
		return nil
	}
	of := make(map[string]card.Words, len(misquoted))
	for _, m := range misquoted {
		of[page.MisquotedCard(m)] = misquotedCard(s, m)
	}
	return func(path string) bool {
		words, ok := of[path]
		if !ok {
			words, ok = cardOf(s, path)
		}
		return ok && words.Drawn()
	}
}

// withoutCard counts the articles whose card could not say its words.
func (r *Result) withoutCard() (n int) {
	for _, b := range r.beside {
		if b.card == nil {
			continue
		}
		drawn := pictured(b.site, nil, true)
		for _, a := range b.site.Articles {
			if !drawn(cardsOfArticles + a.Doc.Name + ".png") {
				n++
			}
		}
	}
	return n
}
