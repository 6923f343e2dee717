package build

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"glossator/internal/doc"
	"glossator/internal/site"
	"glossator/internal/source"
)

// addresses remembers the addresses of the last site, since most edits change none: what
// stands beside each article, by the document, and all of them in order.
type addresses struct {
	mu      sync.Mutex
	besides map[string]*besideArticles // by the folder of a language
	all     []string                   // as they are listed
	sorted  []string
	at      []int32 // of each of all: the index into sorted
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
	addresses []string // those of formats, and then that of its card
	card      uint64   // the key of this; 0 where it has none
}

// listing is the addresses of a site that are known beforehand.
type listing struct {
	paths   []string // sorted
	at      []int32  // of each file, as claims and besides list them: the index into paths
	besides []*besideArticles
}

// of lists the addresses of a site. The list is for all who ask.
func (m *addresses) of(r *Result) (l listing) {
	m.mu.Lock()
	defer m.mu.Unlock()
	all := make([]string, 0, max(len(m.all), len(r.claims)))
	for _, o := range r.claims {
		all = append(all, o.path)
	}
	for i := range r.beside {
		b := &r.beside[i]
		now := b.articles(m.besides[b.folder])
		all = append(all, b.entries()...)
		for i := range now.articles {
			all = append(all, now.articles[i].addresses...)
		}
		if m.besides == nil {
			m.besides = map[string]*besideArticles{}
		}
		m.besides[b.folder] = now
		l.besides = append(l.besides, now)
	}
	if !slices.Equal(all, m.all) {
		m.sort(all)
	}
	l.paths, l.at = m.sorted, m.at
	return l
}

// sort takes the addresses of another site than the last.
func (m *addresses) sort(all []string) {
	order := make([]int32, len(all))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(all[a], all[b]) })
	m.all, m.sorted, m.at = all, make([]string, len(all)), make([]int32, len(all))
	for i, listed := range order {
		m.sorted[i], m.at[listed] = all[listed], int32(i)
	}
}

// entries are the addresses beside the entries' pages.
func (b *beside) entries() (all []string) {
	for _, f := range b.formats {
		for _, p := range b.site.Profiles {
			if f.Entries {
				all = append(all, b.folder+f.Path(p.Path))
			}
		}
	}
	return all
}

// articles are the addresses beside the articles' pages: those of the last build where this
// has the same document.
func (b *beside) articles(was *besideArticles) *besideArticles {
	now := &besideArticles{title: b.site.Config.Title, cards: b.card != nil, articles: make([]besideArticle, len(b.site.Articles))}
	for _, f := range b.formats {
		if !f.Entries {
			now.endings = append(now.endings, f.Ext)
		}
	}
	var last []besideArticle
	if was != nil && was.title == now.title && was.cards == now.cards && slices.Equal(was.endings, now.endings) {
		last = was.articles
	}
	for i, a := range b.site.Articles {
		switch {
		case i < len(last) && last[i].doc == a.Doc && last[i].path == a.Path:
			now.articles[i] = last[i]
		case a.Away == "":
			now.articles[i] = b.article(a)
		}
	}
	return now
}

func (b *beside) article(a *site.Article) besideArticle {
	x := besideArticle{doc: a.Doc, path: a.Path}
	for _, f := range b.formats {
		if !f.Entries {
			x.addresses = append(x.addresses, b.folder+f.Path(a.Path))
		}
	}
	path := cardsOfArticles + a.Doc.Name + ".png"
	if words, ok := cardOf(b.site, path); b.card != nil && ok && words.Drawn() {
		x.addresses, x.card = append(x.addresses, b.folder+path), cardKey(b.program(), words)
	}
	return x
}

// makeKeys makes the keys of all addresses, on so many processors.
func (r *Result) makeKeys(processors int) []uint64 {
	l := r.listed()
	all := make([]uint64, len(l.paths))
	set := func(listed int, key uint64) { all[l.at[listed]] = key }
	var work []func()
	shares(len(r.claims), func(lo, hi int) {
		work = append(work, func() {
			for i := lo; i < hi; i++ {
				set(i, r.claims[i].keyed())
			}
		})
	})
	slices.Reverse(work) // what is made of the whole site takes longest, and was claimed last
	first := len(r.claims)
	for i := range r.beside {
		b, articles := &r.beside[i], l.besides[i].articles
		from, entries := first, len(b.entries())
		work = append(work, func() {
			for i := range entries {
				set(from+i, b.safely(b.key))
			}
		})
		first += entries
		shares(len(articles), func(lo, hi int) {
			from := first
			for _, x := range articles[lo:hi] {
				first += len(x.addresses)
			}
			work = append(work, func() {
				for i := lo; i < hi; i++ {
					from = b.keys(from, &articles[i], b.site.Articles[i], set)
				}
			})
		})
	}
	var next atomic.Int64
	source.Together(processors, func(int) {
		for i := next.Add(1) - 1; i < int64(len(work)); i = next.Add(1) - 1 {
			work[i]()
		}
	})
	return all
}

// shares divides n things into runs: some keys are a hundred times the work of others.
func shares(n int, share func(lo, hi int)) {
	const most = 100
	for lo := 0; lo < n; lo += most {
		share(lo, min(lo+most, n))
	}
}

// keys sets the keys of what stands beside an article, which are listed from an index on, and
// tells where the next article's are.
func (b *beside) keys(from int, x *besideArticle, a *site.Article, set func(listed int, key uint64)) int {
	for _, f := range b.formats {
		if !f.Entries && len(x.addresses) > 0 {
			set(from, b.safely(func() uint64 { return b.keyOf(f, a) }))
			from++
		}
	}
	if x.card != 0 {
		set(from, x.card)
		from++
	}
	return from
}

// safely is a key, or 0 where the program fails.
func (b *beside) safely(key func() uint64) (made uint64) {
	_ = source.Guard("", func() { made = key() })
	return made
}
