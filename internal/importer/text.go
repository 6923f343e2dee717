package importer

import (
	"regexp"
	"slices"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// headLines is how many lines at the head of a text may tell of it.
const headLines = 14

var (
	labelled = regexp.MustCompile(`^\s*([A-Za-z][A-Za-z -]{1,20}):[ \t]*(\S.*?)\s*$`)
	address  = regexp.MustCompile(`^\s*<?(https?://[^\s<>]+)>?\s*$`)
	fileDay  = regexp.MustCompile(`^(?:.*/)?((?:19|20)\d\d-\d\d-\d\d)[-_ ]`)
)

// readText reads a plain text. What stands at its head besides the title (labels, an
// address, a day) becomes metadata; package doc finds title, paragraphs and furniture
// in the rest, and the words are written as Markdown.
func readText(f *source.File) (*Article, []source.Problem) {
	if problems := inColumns(f); problems != nil {
		return nil, problems
	}
	a := &Article{}
	var m doc.Meta
	text, printed := unprinted(f.Data, &m)
	text, told, dropped := head(text, &m)
	d, _ := doc.Parse(source.NewFile("text.txt", text), nil, doc.Options{})
	if len(d.Prose.Blocks) == 0 {
		return nil, []source.Problem{whole(f.Path, "no-article", "there is no text in the file besides its head", "write it, or leave the file out")}
	}
	a.Meta, a.Left = m, append(append(printed, dropped...), left(text, d.Cleaned)...)
	if a.Title == "" && d.Prose.Blocks[0].Kind == doc.Title {
		a.Title = strings.TrimSpace(d.Meta.Title) // a title made of the first words would stand twice
	}
	for _, l := range slices.Concat(told, a.Left) {
		if len(a.Authors) == 0 {
			a.Authors = bylineNames(l, a.Publisher)
		}
	}
	var body strings.Builder
	var said []string
	first := true
	for i, b := range d.Prose.Blocks {
		words := strings.TrimSpace(d.Prose.Text[b.Span.Start:b.Span.End]) // four spaces would make code of it
		if first && words == a.Title {                                    // a first line that reads like another title is text
			continue
		}
		if first && a.Published == "" {
			a.Published = datelineDay(words)
		}
		if first && a.Publisher == "" {
			a.Publisher = agency(words)
		}
		first = false
		if isHeading := loud(words) && i+1 < len(d.Prose.Blocks) && !loud(d.Prose.Text[d.Prose.Blocks[i+1].Span.Start:d.Prose.Blocks[i+1].Span.End]); isHeading {
			body.WriteString("## " + inline([]run{{text: words}}) + "\n\n")
			continue
		}
		body.WriteString(escapeBlock(inline([]run{{text: words}})) + "\n\n")
		said = append(said, words)
	}
	a.Body = body.String()
	a.converse(said)
	if a.Published == "" {
		if n := fileDay.FindStringSubmatch(f.Path); n != nil {
			a.Published = dayIn(n[1])
		}
	}
	if a.Body == "" {
		return nil, []source.Problem{whole(f.Path, "no-article", "the file has a title and no text", "write it, or leave the file out")}
	}
	return a, misreadWords(f)
}

// loud tells whether a line is a heading in capitals.
func loud(s string) bool {
	return countWords(s) <= 12 && strings.ToUpper(s) == s && strings.ToLower(s) != s && !strings.ContainsAny(s[len(s)-1:], ".:;,!?")
}

// head takes the lines that tell of a text from its head, and gives the rest: told are
// those that say something of it, dropped those of a letter or a wire that say nothing.
func head(text string, m *doc.Meta) (rest string, told, dropped []string) {
	lines := strings.SplitAfter(text, "\n")
	mail := len(lines) > 1 && mailHead.MatchString(lines[0]) && mailHead.MatchString(lines[1])
	var kept []string
	for i, line := range lines {
		s := strings.TrimSpace(line)
		switch {
		case i >= headLines && !mail || len(strings.Fields(s)) > 20, mail && s == "":
			return strings.Join(kept, "") + strings.Join(lines[i:], ""), told, dropped
		case tells(s, m):
			told = append(told, s)
		case mail && mailHead.MatchString(s), mail && s != "" && strings.HasPrefix(line, " "), slug.MatchString(s):
			dropped = append(dropped, s)
		default:
			kept = append(kept, line)
			mail = false
		}
	}
	return strings.Join(kept, ""), told, dropped
}

var (
	// mailHead is a field of a letter's head that says nothing of the text (RFC 5322).
	mailHead = regexp.MustCompile(`(?i)^(?:from|to|cc|bcc|sent|subject|date|reply-to|return-path|received|delivered-to|message-id|in-reply-to|references|mime-version|content-type|content-transfer-encoding|sender|list-[a-z]+|x-[a-z-]+|dkim-signature|authentication-results|slug|priority|embargo):\s`)
	// slug is the name of a wire's story: "BC-HARBOR-FERRY", "AM-Harbor,2nd Ld".
	slug = regexp.MustCompile(`^(?:BC|AM|PM|BC-)-[A-Z][\w-]*(?:[,;:].*)?$|^(?:Slug|SLUG):\s`)
)

// tells takes what a line says of the text; false where it is part of the text.
func tells(s string, m *doc.Meta) bool {
	if n := address.FindStringSubmatch(s); n != nil && m.URL.Text == "" {
		m.URL.Text = n[1]
		return true
	}
	if day, ok := onlyDay(s); ok && m.Published == "" && !changedLine(s) {
		m.Published = day
		return true
	}
	if stamp(s, m) {
		return true
	}
	n := labelled.FindStringSubmatch(s)
	if n == nil {
		return false
	}
	value := n[2]
	switch strings.ToLower(n[1]) {
	case "title", "headline", "subject":
		m.Title = value
	case "author", "authors", "byline", "by", "written by":
		m.Authors = splitNames(value, m.Publisher)
	case "from":
		names := splitNames(value, m.Publisher)
		if len(names) == 0 {
			return false
		}
		m.Authors = names
	case "date", "published", "publication date", "published on", "day", "posted", "issued":
		day := dayIn(value)
		if day == "" {
			return false
		}
		m.Published = day
	case "publisher", "publication", "newspaper", "outlet", "source":
		if address.MatchString(value) {
			m.URL.Text = value
			return true
		}
		m.Publisher = value
	case "url", "link", "web", "address", "original", "source url", "permalink":
		if !address.MatchString(value) {
			return false
		}
		m.URL.Text = strings.Trim(value, "<>")
	default:
		return false
	}
	return true
}

var stampParts = regexp.MustCompile(`\s+[·•|–—-]\s+`)

// stamp takes a line that holds a byline and a day and no more: "By Ana Luz · 3 March 2024".
func stamp(s string, m *doc.Meta) bool {
	parts := stampParts.Split(s, -1)
	var authors []string
	var day meta.Day
	for _, part := range parts {
		names := bylineNames(part, m.Publisher)
		d, isDay := onlyDay(part)
		switch {
		case isDay && day == "" && !changedLine(part):
			day = d
		case names != nil && authors == nil:
			authors = names
		default:
			return false
		}
	}
	if day == "" || authors == nil || m.Published != "" {
		return false
	}
	m.Published, m.Authors = day, authors
	return true
}

// left lists what was cleaned away as words.
func left(text string, cleaned []doc.Cleaning) (all []string) {
	for _, c := range cleaned {
		if words := strings.Join(strings.Fields(text[c.Span.Start:c.Span.End]), " "); c.Replacement == "" && words != "" && words != "\u00ad" && words != "-" {
			all = append(all, words)
		}
	}
	return all
}

// datelineDay is the day in the dateline that opens a paragraph, "" where there is
// none or it has no year.
func datelineDay(s string) meta.Day {
	for _, dash := range slices.Concat(dashes, []string{"— ", "– ", ": "}) {
		if at := strings.Index(s[:min(len(s), longestDateline)], dash); at > 0 {
			if day := dayIn(s[:at]); day != "" {
				return day
			}
		}
	}
	return ""
}

const longestDateline = 90 // bytes

// dashes end a dateline.
var dashes = []string{" — ", " – ", " - ", " -- "}

// agency is who sent a text out, as its dateline has it in parentheses: "SALTMERE, March
// 12, 2024 (Coast Wire) --"; "" where it has none.
func agency(s string) string {
	for _, dash := range dashes {
		at := strings.Index(s[:min(len(s), longestDateline)], ")"+dash)
		if from := strings.LastIndexByte(s[:max(at, 0)], '('); from > 0 {
			return s[from+1 : at]
		}
	}
	return ""
}
