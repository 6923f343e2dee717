package export

import (
	"html"
	"strconv"
	"strings"

	"glossator/internal/site"
)

// changesEntry is the feed's entry that tells what changed since an earlier publish. It is
// news of the day to which facts were checked; a site that gives none has no such entry.
func (o Options) changesEntry(s *site.Site) (all []atomEntry) {
	if o.Since == nil || !o.Since.Any() || s.Config.Checked == "" {
		return nil
	}
	t := func(word string) string { return labelled(s, word) }
	day, at := s.Config.Checked, "changes.html"
	var b strings.Builder
	for _, k := range o.Since.List(s) {
		b.WriteString("<p>" + html.EscapeString(t(k.Label)+t(": ")+strconv.Itoa(len(k.Items))) + "</p>\n<ul>")
		for _, x := range k.Items {
			name := html.EscapeString(x.Name)
			if x.Path != "" {
				name = link(o.address("feed.xml", x.Path), x.Name)
			}
			if lang := tongueOf(s, x.Tongue); lang != "" {
				name = "<span" + lang + ">" + name + "</span>"
			}
			if x.Word {
				x.Was, x.Is = t(x.Was), t(x.Is)
			}
			if x.Is != "" {
				name += html.EscapeString(t(". ") + t("Before") + t(": ") + x.Was + t(". ") + t("Now") + t(": ") + x.Is)
			}
			b.WriteString("<li>" + name + "</li>\n")
		}
		b.WriteString("</ul>\n")
	}
	return []atomEntry{{
		ID: o.id("changes", s.Config.Title+"\n"+string(day), at+"#"+string(day)), Title: t("What changed"), Updated: instant(day),
		Links: []atomLink{{"alternate", "text/html", o.address("feed.xml", at)}}, Content: atomContent{"html", o.address("feed.xml", at), b.String()},
	}}
}
