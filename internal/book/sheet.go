package book

import (
	"strconv"
	"strings"
)

// sheet is the whole book as one web page, to be printed.
func (b *book) sheet() string {
	number := map[*chapter]string{}
	for i, c := range b.chapters {
		number[c] = "c" + strconv.Itoa(i+1)
	}
	o := &output{book: b, leftOut: "only-wide"}
	o.named = func(c *chapter, id string) string { return number[c] + "-" + id }
	o.leads = func(_, to *chapter, id string) string {
		switch {
		case to == nil:
			return "#contents"
		case id == "":
			return "#" + number[to]
		}
		return "#" + o.named(to, id)
	}
	o.grow()
	c := b.Site.Config
	direction := ""
	if d := c.Direction(); d != "" {
		direction = ` dir="` + d + `"`
	}
	var s strings.Builder
	s.WriteString("<!doctype html>\n<html lang=\"" + escape.Replace(c.Language) + `"` + direction + ">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape.Replace(c.Title) + "</title>\n<style>\n" + bookStyle + printStyle + "</style>\n</head>\n<body>\n")
	for i, c := range b.chapters {
		class := "chapter"
		if c.short {
			class += " short"
		}
		if i == 0 {
			class = "first"
		}
		s.WriteString(`<section class="` + class + `" id="` + number[c] + `">`)
		write(&s, o.trees[c])
		s.WriteString("</section>\n")
		if i == 0 {
			s.WriteString(`<nav class="contents chapter" id="contents"><h1>` + escape.Replace(b.label("Contents")) + "</h1>\n")
			o.list(&s)
			s.WriteString("</nav>\n")
		}
	}
	s.WriteString("</body>\n</html>\n")
	return s.String()
}
