package export

import (
	"cmp"
	"html"

	"glossator/internal/site"
)

// correctionEntries are the feed's entries that tell what was put right.
func (o Options) correctionEntries(s *site.Site) (all []atomEntry) {
	t := func(word string) string { return labelled(s, word) }
	for _, c := range s.Corrections {
		at := "corrections.html#" + c.ID
		title, to := cmp.Or(c.Title, t(site.Correctable[c.Page.Text])), cmp.Or(c.Path, at)
		text := func(label, words string) string {
			return "<p>" + html.EscapeString(t(label)+t(": ")) + "<q>" + html.EscapeString(words) + "</q></p>\n"
		}
		e := atomEntry{
			ID:      o.id("correction", s.Config.Title+"\n"+c.ID, at),
			Title:   t("Corrected") + t(": ") + title,
			Updated: instant(c.Date), Links: []atomLink{{"alternate", "text/html", o.address("feed.xml", to)}},
			Content: atomContent{"html", o.address("feed.xml", to), text("It said", c.Said) + text("It says", c.Says)},
		}
		if c.Note != "" {
			e.Content.HTML += "<p>" + html.EscapeString(c.Note) + "</p>\n"
		}
		all = append(all, e)
	}
	return all
}
