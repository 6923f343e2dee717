// Package sample makes small texts with mentions in them, for the tests of what is found
// over mentions.
package sample

import (
	"strings"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
	"glossator/internal/source"
)

// pilots are people and bodies by their IDs. IDs that begin with "the-" are organizations.
func pilots(ids ...string) *catalogue.Catalogue {
	var entries []*catalogue.Entry
	for _, id := range ids {
		kind := "person"
		if strings.HasPrefix(id, "the-") {
			kind = "organization"
		}
		entries = append(entries, &catalogue.Entry{ID: id, Name: named(id), Kind: kind})
	}
	return catalogue.New([]catalogue.Facet{{ID: "who"}}, entries)
}

// Text reads paragraphs in which {id|words} are mentions of persons, or of bodies where
// the ID begins with "the-".
func Text(published, lang, in string) (*reading.Text, []annotation.Mention) {
	var b strings.Builder
	var ms []annotation.Mention
	var ids []string
	for {
		before, rest, found := strings.Cut(in, "{")
		b.WriteString(before)
		if !found {
			break
		}
		inside, after, _ := strings.Cut(rest, "}")
		id, words, _ := strings.Cut(inside, "|")
		ms = append(ms, annotation.Mention{Span: source.Span{Start: b.Len(), End: b.Len() + len(words)}, Entry: id, Level: annotation.Named})
		ids = append(ids, id)
		b.WriteString(words)
		in = after
	}
	meta := source.NewFile("a.yaml", "title: Untitled\npublished: "+published+"\n")
	d, _ := doc.Parse(source.NewFile("a.txt", b.String()), meta, doc.Options{})
	shift := strings.Index(d.Prose.Text, b.String()[:min(8, b.Len())])
	for i := range ms {
		ms[i].Span.Start += shift
		ms[i].Span.End += shift
	}
	return reading.New(d, lexicon.New(pilots(ids...), lang)), ms
}

// named is the name that an ID is made of: "ana-ruiz" is Ana Ruiz.
func named(id string) string {
	words := strings.Split(id, "-")
	for i, w := range words {
		if w != "" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}
