package export

import (
	"html"
	"strconv"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/site"
)

// timeline is the events, the articles and the periods of entries in the JSON that
// TimelineJS reads (timeline.knightlab.com/docs/json-format.html).
func timeline(s *site.Site, o Options) string {
	const here = "data/timeline.json"
	var j object
	j.open('{')
	j.key("title").open('{')
	j.field("unique_id", "title")
	slide(&j, s.Config.Title, html.EscapeString(s.Config.Description))
	j.shut('}')
	j.key("events").open('[')
	for i, e := range s.Timeline {
		j.open('{')
		j.field("unique_id", "event-"+strconv.Itoa(i+1))
		date(j.key("start_date"), e.Date)
		text := html.EscapeString(e.Text)
		if a := s.Article(e.Article.ID); a != nil {
			text += " " + link(o.address(here, a.Path), title(a))
		}
		slide(&j, e.Title, strings.TrimSpace(text))
		j.shut('}')
	}
	for _, a := range s.Here() {
		if a.Doc.Day() == "" {
			continue
		}
		j.open('{')
		j.field("unique_id", "article-"+a.Doc.Name)
		date(j.key("start_date"), a.Doc.Day())
		slide(&j, title(a), link(o.address(here, a.Path), a.Doc.Meta.Publisher))
		j.shut('}')
	}
	for _, p := range s.Profiles {
		for k, q := range p.Entry.Periods {
			if q.Ended() {
				continue // says that it is over: no span of its own
			}
			j.open('{')
			j.field("unique_id", p.Entry.ID+"-"+strconv.Itoa(k+1))
			j.field("group", s.Catalogue.FacetOf(p.Entry).Plural)
			date(j.key("start_date"), q.From)
			if q.To != "" {
				date(j.key("end_date"), q.To)
			}
			slide(&j, p.Entry.Name, strings.TrimSpace(html.EscapeString(q.Covers)+" "+link(o.address(here, p.Path), p.Entry.Name)))
			j.shut('}')
		}
	}
	j.shut(']')
	j.shut('}')
	return j.String() + "\n"
}

func slide(j *object, headline, text string) {
	j.key("text").open('{')
	j.field("headline", html.EscapeString(headline))
	j.field("text", text)
	j.shut('}')
}

func link(href, words string) string {
	if words == "" {
		words = href
	}
	return `<a href="` + html.EscapeString(href) + `">` + html.EscapeString(words) + "</a>"
}

// date writes as much of a day as is known.
func date(j *object, d meta.Day) {
	j.open('{')
	for i, part := range strings.Split(string(d), "-") {
		n, err := strconv.Atoi(part)
		if err != nil {
			continue // never: a Day is digits
		}
		j.number([]string{"year", "month", "day"}[i], n)
	}
	j.shut('}')
}
