package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
)

// headerBlocks is how far down what stands above an article's text may go.
const headerBlocks = 12

// header marks what stands above the text and is told in the front matter: the title
// again, byline, day, what kind of story it is, and the sentence under the headline.
func (a *Article) header(blocks []*piece, said *about) {
	text := firstText(blocks)
	seen := 0
	for i, b := range blocks {
		words := b.line()
		if b.kind != para && b.kind != heading || words == "" {
			seen++
			continue
		}
		if squash(words) == squash(a.Title) || b.kind == heading && i < max(text, 3) && said.isHeadline(words) {
			b.gone = true
			continue
		}
		if seen++; seen > headerBlocks {
			continue
		}
		if a.above(b, words, said); !b.gone && i < text {
			b.gone = b.kind == para && isKicker(words)
		}
		if countWords(words) > 25 {
			seen = headerBlocks // the text has begun
		}
	}
}

// line is the words of a paragraph or heading, with one space between them.
func (b *piece) line() string { return strings.Join(strings.Fields(text(b.runs)), " ") }

// above marks a block above the text where the front matter tells what it says.
func (a *Article) above(b *piece, words string, said *about) {
	names := bylineNames(words, a.Publisher)
	_, only := onlyDay(words)
	switch {
	case len(names) > 0 && countWords(words) <= 14 && !strings.HasSuffix(words, "."):
		if b.gone = true; len(a.Authors) == 0 {
			a.Authors = names
		}
	case only, releaseLines[strings.ToUpper(strings.Trim(words, " .:*"))], words == a.Publisher, hasName(a.Authors, words):
		b.gone = true
	case b.kind == heading && said.describes(words), a.Summary != "" && words == said.deck:
		a.Summary, b.gone = words, true
	case words == a.Summary:
		a.Summary = "" // it is the text's first paragraph: told once
	}
}

// firstText is the place of the first block that is prose for certain.
func firstText(blocks []*piece) int {
	return max(0, slices.IndexFunc(blocks, func(b *piece) bool { return b.kind == para && countWords(text(b.runs)) >= 20 }))
}

// kickerWords is how many words a kicker has at most.
const kickerWords = 4

// isKicker tells whether a line above the text says what kind of story follows: a few
// words, and no mark at their end.
func isKicker(words string) bool {
	last := []rune(words)[len([]rune(words))-1]
	return countWords(words) <= kickerWords && (unicode.IsLetter(last) || unicode.IsDigit(last)) && !strings.ContainsAny(words, ",;\"“”")
}

// releaseLines stand above a press release.
var releaseLines = map[string]bool{"FOR IMMEDIATE RELEASE": true, "PRESS RELEASE": true, "NEWS RELEASE": true, "MEDIA RELEASE": true, "PRESS STATEMENT": true, "NEWS": true}

// squash is a text's letters and digits, in small letters: what is the same when two
// programs write a headline.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// isHeadline tells whether a heading is the article's headline in one of the ways in
// which the page says it, or its beginning.
func (a *about) isHeadline(words string) bool {
	h := squash(words)
	for _, s := range slices.Concat(a.headings, a.meta["og:title"], a.meta["twitter:title"], []string{a.title}) {
		if s = squash(s); s != "" && oneHeadline(h, s) {
			return true
		}
	}
	return false
}

// oneHeadline tells whether a heading is a headline, its beginning, or not much more.
func oneHeadline(heading, headline string) bool {
	const least = 16 // bytes of a beginning
	begins := len(heading) >= least && strings.HasPrefix(headline, heading)
	goesOn := len(headline) >= least && strings.HasPrefix(heading, headline) && len(heading) < len(headline)*3/2
	return heading == headline || begins || goesOn
}

// describes tells whether a line is what the page says in its metadata of itself.
func (a *about) describes(words string) bool {
	line := squash(words)
	for _, name := range []string{"description", "og:description", "twitter:description"} {
		if v := a.get(name); countWords(v) >= 4 && squash(v) == line {
			return true
		}
	}
	return false
}

// tailBlocks is how far up what stands below an article's text may begin, tailWords how
// long it is at most.
const (
	tailBlocks = 6
	tailWords  = 250
)

// endMatter marks what stands below the text and is not of it: what a sender says of
// itself under "About Acme" or a rule, who the author is, and numbers that count pages
// or pictures.
func (a *Article) endMatter(blocks []*piece) {
	for _, b := range blocks {
		if (b.kind == para || b.kind == heading) && isNumber(b.line()) {
			b.gone, b.paged = true, true
		}
	}
	words := 0
	for i := len(blocks) - 1; i >= max(1, len(blocks)-tailBlocks); i-- {
		b := blocks[i]
		if b.gone {
			continue
		}
		line := b.line()
		if words += countWords(line); words > tailWords {
			return
		}
		switch {
		case a.sender(blocks[i:], line), b.kind == para && b.ruled && a.named(line):
			for _, x := range blocks[i:] {
				x.gone = true
			}
			words = 0
		case b.kind == para && a.ofAuthor(line):
			b.gone = true
		}
	}
}

func isNumber(s string) bool {
	s = strings.TrimRight(s, ".)")
	return s != "" && len(s) <= 3 && strings.Trim(s, "0123456789") == ""
}

// sender tells whether blocks begin with a heading "About Acme", or a bold line that is
// one, and go on with Acme.
func (a *Article) sender(blocks []*piece, line string) bool {
	if len(blocks) < 2 || countWords(line) > 8 || blocks[0].kind != heading && !boldLine(blocks[0].runs) {
		return false
	}
	next := blocks[1].line()
	for _, start := range language.FurnitureOf().About {
		n := len(start)
		if len(line) <= n || !strings.EqualFold(line[:n], start) {
			continue
		}
		name := firstWord(line[n:])
		if r, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(r) && strings.Contains(next[:min(len(next), 120)], name) {
			return blocks[1].kind == para
		}
	}
	return false
}

// saysWho tells whether a line begins with a name and goes on with who that is.
func saysWho(line, name string) bool {
	rest, ok := strings.CutPrefix(line, name)
	return ok && name != "" && slices.ContainsFunc(language.FurnitureOf().Who, func(who string) bool { return strings.HasPrefix(rest, who) })
}

// ofAuthor tells whether a line says who the author is.
func (a *Article) ofAuthor(line string) bool {
	return countWords(line) <= 80 && slices.ContainsFunc(a.Authors, func(name string) bool {
		return saysWho(line, name) || saysWho(line, firstWord(name))
	})
}

// named tells whether a line says what somebody is whom the title begins with: below a
// rule, a sender speaks of itself.
func (a *Article) named(line string) bool { return saysWho(line, firstWord(a.Title)) }
