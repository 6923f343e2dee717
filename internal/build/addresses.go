package build

import (
	"slices"
	"sync"

	"glossator/internal/doc"
)

// addresses remembers the addresses of the last site, since most edits change none: what
// stands beside each article, by the document, and all of them in order.
type addresses struct {
	mu          sync.Mutex
	besides     map[string]*besideArticles // by the folder of a language
	all, sorted []string
}

// besideArticles are the addresses beside the articles' pages in a language.
type besideArticles struct {
	title    string // of the site: it stands on each card
	endings  []string
	cards    bool
	articles []besideArticle // of each of the Site's
}

type besideArticle struct {
	doc       *doc.Document
	path      string
	addresses []string
}

// of lists the addresses of a site that are known beforehand, sorted. The list is for all
// who ask.
func (m *addresses) of(r *Result) []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	all := make([]string, 0, max(len(m.all), len(r.claims)))
	for _, o := range r.claims {
		all = append(all, o.path)
	}
	for i := range r.beside {
		all = r.beside[i].names(all, m)
	}
	if !slices.Equal(all, m.all) {
		m.all, m.sorted = all, slices.Sorted(slices.Values(all))
	}
	return m.sorted
}

// names appends the addresses.
func (b *beside) names(all []string, m *addresses) []string {
	var endings []string
	for _, f := range b.formats {
		if !f.Entries {
			endings = append(endings, f.Ext)
			continue
		}
		for _, p := range b.site.Profiles {
			all = append(all, b.folder+f.Path(p.Path))
		}
	}
	now := &besideArticles{title: b.site.Config.Title, endings: endings, cards: b.card != nil, articles: make([]besideArticle, len(b.site.Articles))}
	var last []besideArticle
	if was := m.besides[b.folder]; was != nil && was.title == now.title && was.cards == now.cards && slices.Equal(was.endings, endings) {
		last = was.articles
	}
	drawn := pictured(b.site, nil, now.cards)
	for i, a := range b.site.Articles {
		x := besideArticle{doc: a.Doc, path: a.Path}
		switch {
		case i < len(last) && last[i].doc == a.Doc && last[i].path == a.Path:
			x = last[i]
		case a.Away == "":
			for _, f := range b.formats {
				if !f.Entries {
					x.addresses = append(x.addresses, b.folder+f.Path(a.Path))
				}
			}
			if path := cardsOfArticles + a.Doc.Name + ".png"; drawn != nil && drawn(path) {
				x.addresses = append(x.addresses, b.folder+path)
			}
		}
		now.articles[i] = x
		all = append(all, x.addresses...)
	}
	if m.besides == nil {
		m.besides = map[string]*besideArticles{}
	}
	m.besides[b.folder] = now
	return all
}
