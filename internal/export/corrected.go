package export

import (
	"cmp"
	"html"
	"strings"

	"glossator/internal/site"
)

// correctionEntries are the feed's entries that tell what was put right, on pages of the
// site's language.
func (o Options) correctionEntries(s *site.Site) (all []atomEntry) {
	t := func(word string) string { return labelled(s, word) }
	for _, c := range s.Corrections {
		if strings.HasPrefix(c.Path, "../") {
			continue
		}
		at := "corrections.html#" + c.ID
		title, to := cmp.Or(c.Title, t(site.Correctable[c.Page.Text])), cmp.Or(c.Path, at)
		lang := tongueOf(s, c.Tongue)
		text := func(label, words string) string {
			return "<p>" + html.EscapeString(t(label)+t(": ")) + "<q" + lang + ">" + html.EscapeString(words) + "</q></p>\n"
		}
		e := atomEntry{
			ID:      o.id("correction", s.Config.Title+"\n"+c.ID, at),
			Title:   t("Corrected") + t(": ") + title,
			Updated: instant(c.Date), Links: []atomLink{{"alternate", "text/html", o.address("feed.xml", to)}},
			Content: atomContent{"html", o.address("feed.xml", to), text("It said", c.Said) + text("It says", c.Says)},
		}
		if c.Note != "" {
			e.Content.HTML += "<p" + lang + ">" + html.EscapeString(c.Note) + "</p>\n"
		}
		all = append(all, e)
	}
	return all
}

// tongueOf are the attributes of words in a language other than the site's; "" is the site's.
func tongueOf(s *site.Site, language string) string {
	if language == "" || language == s.Config.Language {
		return ""
	}
	lang := ` lang="` + html.EscapeString(language) + `"`
	if d := s.Config.DirectionOf(language); d != s.Config.Direction() {
		lang += ` dir="` + cmp.Or(d, "ltr") + `"`
	}
	return lang
}
