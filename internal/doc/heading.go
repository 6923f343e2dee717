package doc

import (
	"strconv"
	"strings"
	"unicode"
)

// Anchor tells whether the drawn body has an element of that id: a paragraph's number, a
// heading. Of the ids that a page adds it tells nothing.
func (d *Document) Anchor(id string) bool {
	if _, ok := d.anchors[id]; ok {
		return true
	}
	n, err := strconv.Atoi(strings.TrimPrefix(id, "p"))
	return err == nil && id == "p"+strconv.Itoa(n) && 0 < n && n <= d.paragraphs
}

// Paragraphs is how many paragraphs the body has.
func (d *Document) Paragraphs() int { return d.paragraphs }

// anchor is the id of a heading, as GitHub makes it: small letters, hyphens for spaces,
// other signs left out; "-1" and so on behind it where an earlier heading has it. "h-"
// stands before it where the page might have that id of its own.
func (d *Document) anchor(words string) string {
	id := Slug(words)
	switch {
	case id == "":
		id = "section"
	case d.owned(id):
		id = "h-" + id
	}
	if d.anchors == nil {
		d.anchors = map[string]int{}
	}
	unique := id
	for {
		if _, taken := d.anchors[unique]; !taken {
			break
		}
		d.anchors[id]++
		unique = id + "-" + strconv.Itoa(d.anchors[id])
	}
	d.anchors[unique] = 0
	return unique
}

// Slug is words as part of an address: small letters, hyphens for spaces.
func Slug(words string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-', unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Pc):
			return r
		}
		return -1
	}, strings.ToLower(strings.TrimSpace(words)))
}

// What pages give ids of their own: some words, a letter and a number (p1, m3), and names
// that authors choose behind a beginning (note-quay).
var (
	ownWords  = []string{"card", "main", "q", "in-this-article", "rules", "since", "numbers", "original", "evidence", "said", "sources"}
	ownHeads  = []string{"note-", "ref-", "cite-", "fig-", "letter-"}
	entryHead = "in-" // of an entry's articles
)

// owned tells whether an id is of a kind that pages give.
func (d *Document) owned(id string) bool {
	for _, word := range ownWords {
		if id == word {
			return true
		}
	}
	for _, head := range ownHeads {
		if strings.HasPrefix(id, head) {
			return true
		}
	}
	return d.sheet && strings.HasPrefix(id, entryHead) || id != "" && strings.Trim(id[1:], "0123456789") == "" && len(id) > 1
}
