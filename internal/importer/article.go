package importer

import (
	"strings"

	"glossator/internal/edit"
	"glossator/internal/meta"
)

// String is the article as a file: front matter and Markdown. What is not known
// stands in it as a comment, so that the editor sees where it belongs.
func (a *Article) String() string {
	var b strings.Builder
	b.WriteString("---\n")
	b.WriteString(a.Front)
	field := func(name, value string) {
		if value != "" && !hasField(a.Front, name) {
			b.WriteString(name + ": " + edit.Scalar(value) + "\n")
		}
	}
	field("title", a.Title)
	field("kind", a.Kind.Text)
	field("publisher", a.Publisher)
	if len(a.Authors) > 0 && !hasField(a.Front, "authors") {
		names := make([]string, len(a.Authors))
		for i, n := range a.Authors {
			names[i] = edit.Inside(n)
		}
		b.WriteString("authors: [" + strings.Join(names, ", ") + "]\n")
	}
	if a.changed {
		b.WriteString("published: " + string(a.Published) + " # when it was changed last: no other day was found\n")
	} else {
		field("published", string(a.Published))
	}
	field("updated", string(a.Updated))
	field("event", string(a.Event))
	field("place", a.Place)
	field("url", a.URL.Text)
	if a.Rights.Text != "" && !hasField(a.Front, "rights") {
		b.WriteString("rights: " + edit.Scalar(a.Rights.Text))
		if a.Rights.Text == "private" {
			b.WriteString(" # not settled: write own, licensed or public-domain where you may publish the text")
		}
		b.WriteString("\n")
	}
	field("summary", a.Summary)
	if a.version() && !hasField(a.Front, "same_story") {
		b.WriteString("same_story: [{article: " + a.SameStory[0].Article.ID + ", as: copy}] # another version of the same page\n")
	}
	if a.Day() == "" && a.made != "" {
		b.WriteString("# published: " + string(a.made) + " is when the file was made: no other day was found\n")
	} else if a.Day() == "" {
		b.WriteString("# published: 2024-01-31 was not found\n")
	}
	if a.Publisher == "" {
		b.WriteString("# publisher: was not found\n")
	}
	b.WriteString("---\n")
	b.WriteString(strings.Trim(a.Body, "\n"))
	b.WriteString("\n")
	return b.String()
}

// Day is the day from which the article speaks, "" where it is not known.
func (a *Article) Day() meta.Day {
	if a.Published != "" {
		return a.Published
	}
	return a.Event
}

func hasField(front, name string) bool {
	return strings.HasPrefix(front, name+":") || strings.Contains(front, "\n"+name+":")
}
