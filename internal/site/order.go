package site

import (
	"cmp"
	"slices"
	"strings"

	"glossator/internal/doc"
)

// placed is an article on its way to its place.
type placed struct {
	a  *Article
	at int // in Input.Articles
}

// byPlace orders articles by day, undated ones last, then by name.
func byPlace(a, b placed) int {
	x, y := a.a.Doc, b.a.Doc
	day := func(d *doc.Document) string { return string(cmp.Or(d.Day(), "undated")) } // letters stand behind digits
	return cmp.Or(strings.Compare(day(x), day(y)), strings.Compare(x.Name, y.Name), a.at-b.at)
}

// lastOrder is the order of the articles in the last build; empty where some were left out.
// Most edits change none of it, and what they do not touch need not be compared again.
type lastOrder struct {
	at      []int32         // of each place: the index into Input.Articles
	docs    []*doc.Document // of each place
	byName  map[string]int  // nil where two had one name; shared by the Sites that have these names
	renamed bool            // since byName was made
}

// sort puts the articles in order. whole says that no article is left out, so that an index
// into all is one into Input.Articles.
func (o *lastOrder) sort(all []placed, whole bool) []placed {
	if whole && len(o.at) == len(all) {
		again := make([]placed, len(all))
		for i, at := range o.at {
			again[i] = all[at]
		}
		if all = again; o.holds(all) {
			return all
		}
	}
	slices.SortFunc(all, byPlace)
	*o = lastOrder{}
	if whole {
		o.at, o.docs = make([]int32, len(all)), make([]*doc.Document, len(all))
		for i, p := range all {
			o.at[i], o.docs[i] = int32(p.at), p.a.Doc
		}
	}
	return all
}

// holds tells whether the articles are in order as they stand, and takes them for the next
// build.
func (o *lastOrder) holds(all []placed) bool {
	before := true // the last article is the one of the last build
	for i, p := range all {
		same := p.a.Doc == o.docs[i]
		if i > 0 && !(same && before) && byPlace(all[i-1], p) > 0 {
			return false
		}
		if before = same; !same {
			o.renamed = o.renamed || p.a.Doc.Name != o.docs[i].Name
			o.docs[i] = p.a.Doc
		}
	}
	return true
}
