package site

import (
	"runtime"
	"slices"

	"glossator/internal/annotation"
	"glossator/internal/source"
)

// lot is what a run of articles says of the entries. It is kept from build to build: an edit
// changes one article, and so one lot.
type lot struct {
	of   []material // of each article
	says []says     // of each entry that they speak of
}

// mostInLot is how many articles a lot has: all but the last.
const mostInLot = 256

// material is what of an article its entries are told.
type material struct {
	ann      *annotation.Set
	told     []*annotation.Set // in other languages
	evidence []Evidence
}

// says is what the articles of a lot say of one entry: see Profile.
type says struct {
	profile, mentions int
	evidence          []Standoff
	articles          []int
	said              []Said
}

func (s *says) meet(article int) {
	if n := len(s.articles); n == 0 || s.articles[n-1] != article {
		s.articles = append(s.articles, article)
	}
}

func (m *material) is(a *Article) bool {
	return m.ann == a.Ann && slices.Equal(m.evidence, a.Evidence) &&
		slices.EqualFunc(m.told, a.Told, func(ann *annotation.Set, t *Article) bool { return ann == t.Ann })
}

// lots divides the articles, and takes of the last build's lots those that have the same
// articles in the same places. Of one that is remembered the articles are not looked into.
func (s *Site) lots(last []lot) []lot {
	chunks := slices.Collect(slices.Chunk(s.Articles, mostInLot))
	all := make([]lot, len(chunks))
	n := runtime.GOMAXPROCS(0)
	source.Together(n, func(w int) {
		for i := w; i < len(chunks); i += n {
			if i < len(last) && slices.EqualFunc(last[i].of, chunks[i], func(m material, a *Article) bool { return m.is(a) }) {
				all[i] = last[i]
			} else {
				all[i] = s.lot(chunks[i])
			}
		}
	})
	return all
}

// lot gathers what some articles say.
func (s *Site) lot(articles []*Article) (l lot) {
	at := make([]int, len(s.Profiles)) // of each profile: its index in says, plus one
	of := func(profile int) *says {
		if at[profile] == 0 {
			l.says = append(l.says, says{profile: profile})
			at[profile] = len(l.says)
		}
		return &l.says[at[profile]-1]
	}
	for _, a := range articles {
		m := material{ann: a.Ann, evidence: a.Evidence}
		for _, seen := range a.Seen {
			x := of(seen.Profile)
			x.mentions += len(seen.Mentions)
			x.articles = append(x.articles, a.Index)
		}
		for _, t := range a.Told { // what only another language's text mentions is mentioned
			m.told = append(m.told, t.Ann)
			for _, seen := range t.Seen {
				of(seen.Profile).meet(a.Index)
			}
		}
		for qi, q := range a.Ann.Quotes {
			if p := s.Profile(q.Speaker); p != nil {
				x := of(p.Index)
				x.said = append(x.said, Said{a.Index, qi, -1})
			}
		}
		for ri, row := range a.Evidence {
			p := s.Profile(row.Entry)
			switch {
			case p == nil:
			case row.Kind == "quote":
				x := of(p.Index)
				x.said = append(x.said, Said{a.Index, -1, ri})
			case row.Kind == "mention":
				x := of(p.Index)
				x.evidence = append(x.evidence, Standoff{a.Index, ri})
				x.meet(a.Index)
			}
		}
		l.of = append(l.of, m)
	}
	return l
}

// join tells each entry what all lots say of it.
func (s *Site) join(lots []lot) {
	sizes := make([]struct{ evidence, articles, said int }, len(s.Profiles))
	for _, l := range lots {
		for _, x := range l.says {
			n := &sizes[x.profile]
			n.evidence, n.articles, n.said = n.evidence+len(x.evidence), n.articles+len(x.articles), n.said+len(x.said)
		}
	}
	for i, p := range s.Profiles {
		p.Evidence = slices.Grow(p.Evidence, sizes[i].evidence)
		p.Articles, p.Said = slices.Grow(p.Articles, sizes[i].articles), slices.Grow(p.Said, sizes[i].said)
	}
	for _, l := range lots {
		for _, x := range l.says {
			p := s.Profiles[x.profile]
			p.Mentions += x.mentions
			p.Evidence, p.Articles, p.Said = append(p.Evidence, x.evidence...), append(p.Articles, x.articles...), append(p.Said, x.said...)
		}
	}
}
