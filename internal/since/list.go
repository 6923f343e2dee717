package since

import (
	"cmp"

	"glossator/internal/site"
)

// Kind is the changes of one kind, as readers are told of them.
type Kind struct {
	Label string // one of the pages' own words
	Items []Item
}

// Item is one change.
type Item struct {
	Name    string // what it concerns
	Path    string // its page; "" where there is none any more
	What    string // the words that it concerns, or ""
	Was, Is string // "" both of what came or went
	Word    bool   // these are some of the pages' own words: in force, no
	Quoted  bool   // these are somebody's words
	Tongue  string // of the words, where they are not translated
}

// List tells of changes in the order in which a reader wants to know of them.
func (c *Changes) List(s *site.Site) (all []Kind) {
	add := func(label string, n int, item func(i int) Item) {
		if n == 0 {
			return
		}
		k := Kind{Label: label}
		for i := range n {
			k.Items = append(k.Items, item(i))
		}
		all = append(all, k)
	}
	article := func(i int) Item { a := s.Articles[i]; return Item{Name: a.Doc.Meta.Title, Path: a.Path} }
	entry := func(i int) Item { p := s.Profiles[i]; return Item{Name: p.Entry.Name, Path: p.Path} }
	changed := func(label string, changes []Change, of func(i int) Item, also func(*Item)) {
		add(label, len(changes), func(i int) Item {
			x := of(changes[i].Of)
			x.Was, x.Is, x.What = changes[i].Was, changes[i].Is, cmp.Or(changes[i].What, x.What)
			also(&x)
			return x
		})
	}
	number := func(i int) Item {
		f := s.Figures[i]
		return Item{Name: f.Said, Path: "figures.html", What: f.What, Tongue: f.Tongue}
	}
	name := func(id string) string {
		if p := s.Profile(id); p != nil {
			return p.Entry.Name
		}
		return id
	}
	plain := func(*Item) {}
	add("New articles", len(c.Articles), func(i int) Item { return article(c.Articles[i]) })
	add("Articles taken away", len(c.Gone), func(i int) Item { return Item{Name: cmp.Or(c.Gone[i].Title, c.Gone[i].ID)} })
	add("New entries", len(c.Begun), func(i int) Item { return entry(c.Begun[i]) })
	add("Entries taken away", len(c.Ended), func(i int) Item { return Item{Name: c.Ended[i].Name} })
	changed("Statuses changed", c.Statuses, entry, func(x *Item) { x.Word = true })
	changed("Quotations corrected", c.Quotes, article, func(x *Item) { x.Quoted = true })
	changed("Speakers corrected", c.Speakers, article, func(x *Item) { x.Was, x.Is = name(x.Was), name(x.Is) })
	changed("Numbers corrected", c.Figures, article, plain)
	changed("Verdicts on numbers changed", c.Verdicts, number, func(x *Item) { x.Was, x.Is, x.Word = site.Verdict(x.Was), site.Verdict(x.Is), true })
	changed("Official numbers changed", c.Official, number, plain)
	return all
}
