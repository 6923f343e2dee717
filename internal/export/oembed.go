package export

import (
	"html"
	"strconv"

	"glossator/internal/site"
)

// OEmbed is how another site embeds a page of this one, as oembed.com asks for it: a page
// at a whole address, what it shows, and the frame in which it fits.
type OEmbed struct {
	Address, Title string
	Width, Height  int
}

// Make makes the answer. base is the site's address.
func (e OEmbed) Make(s *site.Site, base string) string {
	width, height := strconv.Itoa(e.Width), strconv.Itoa(e.Height)
	frame := `<iframe src="` + html.EscapeString(e.Address) + `" title="` + html.EscapeString(e.Title+", "+s.Config.Title) +
		`" width="100%" height="` + height + `" style="border:0;max-width:` + width + `px" loading="lazy"></iframe>`
	var o object
	o.open('{')
	o.field("version", "1.0")
	o.field("type", "rich")
	o.field("title", e.Title)
	o.field("author_name", s.Config.Author)
	o.field("provider_name", s.Config.Title)
	o.field("provider_url", base)
	o.field("html", frame)
	o.number("width", e.Width)
	o.number("height", e.Height)
	o.shut('}')
	return o.String() + "\n"
}
