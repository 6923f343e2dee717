package importer

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/mark"
)

// blockKind is what a block of an article is.
type blockKind int

const (
	para blockKind = iota
	heading
	quote
	list
	table
	verbatim
	note
)

// piece is a block of an article, on its way from a page to Markdown.
type piece struct {
	kind    blockKind
	level   int        // of a heading: 1 to 6
	runs    []run      // of a paragraph, heading or verbatim block
	kids    []*piece   // of a quotation or note
	name    string     // of a note
	items   [][]*piece // of a list
	ordered bool
	first   int       // number of an ordered list's first item
	rows    [][][]run // of a table; the first is its head
	gone    bool      // furniture
	paged   bool      // … the head of a page, or its number
	linked  bool      // it has a link, also one that is not written
	ruled   bool      // a rule stands before it
}

// markdown writes blocks as lines, with an empty one between two.
func markdown(blocks []*piece) []string { return written(blocks, 0) }

// deepest is how many lists and quotations are written in each other: what lies deeper
// stands in the last of them, as package mark reads no more.
const deepest = 30

// written writes blocks that stand in a number of lists and quotations.
func written(blocks []*piece, depth int) (lines []string) {
	for i, x := range blocks {
		if i > 0 {
			lines = append(lines, "")
		}
		switch x.kind {
		case heading:
			words := inline(x.runs)
			if strings.HasSuffix(words, "#") {
				words += " #" // what closes a heading is no part of it
			}
			lines = append(lines, strings.Repeat("#", x.level)+" "+words)
		case para:
			lines = append(lines, hardBreaks(escapeBlock(inline(x.runs)))...)
		case verbatim:
			fence := "```"
			for strings.Contains(text(x.runs), fence) {
				fence += "`"
			}
			lines = append(append(append(lines, fence), strings.Split(text(x.runs), "\n")...), fence)
		case quote:
			if depth == deepest {
				lines = append(lines, written(x.kids, depth)...)
				break
			}
			lines = append(lines, indented(written(x.kids, depth+1), "> ", "> ")...)
		case note:
			lines = append(lines, indented(written(x.kids, depth+1), "[^"+x.name+"]: ", "    ")...)
		case list:
			if depth == deepest {
				lines = append(lines, written(slices.Concat(x.items...), depth)...)
				break
			}
			lines = append(lines, x.listed(i > 0 && blocks[i-1].kind == list, depth+1)...)
		case table:
			for n, row := range x.rows {
				line := "|"
				for _, cell := range row {
					line += " " + strings.ReplaceAll(strings.ReplaceAll(inline(cell), "|", `\|`), "\n", " ") + " |"
				}
				if lines = append(lines, line); n == 0 {
					lines = append(lines, "|"+strings.Repeat(" --- |", len(row)))
				}
			}
		}
	}
	return lines
}

// listed writes a list. again tells that another list stands right before it: its
// markers must differ, or the two would be one.
func (x *piece) listed(again bool, depth int) (lines []string) {
	tight := x.tight()
	for n, item := range x.items {
		marker := "- "
		switch {
		case x.ordered && again:
			marker = strconv.Itoa(x.first+n) + ") "
		case x.ordered:
			marker = strconv.Itoa(x.first+n) + ". "
		case again:
			marker = "* "
		}
		inside := written(item, depth)
		if tight {
			inside = slices.DeleteFunc(inside, func(l string) bool { return l == "" })
		} else if n > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, indented(inside, marker, strings.Repeat(" ", len(marker)))...)
	}
	return lines
}

// indented puts one thing before the first line and another before the rest.
func indented(lines []string, first, rest string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimRight(rest+l, " ")
		if i == 0 {
			out[i] = strings.TrimRight(first+l, " ")
		}
	}
	return out
}

// hardBreaks are the lines of a paragraph whose author broke it.
func hardBreaks(s string) []string {
	lines := strings.Split(s, "\n")
	for i := range lines[:len(lines)-1] {
		if !strings.HasSuffix(lines[i], `\`) { // behind a backslash it would not be read as a break
			lines[i] += `\`
		}
	}
	return lines
}

// tight tells whether every item of a list is one paragraph, or a paragraph and a
// list in it.
func (x *piece) tight() bool {
	for _, item := range x.items {
		for i, b := range item {
			if !b.tightAt(i) {
				return false
			}
		}
	}
	return true
}

// tightAt tells whether a piece may be the part of a tight list's item that has that number.
func (b *piece) tightAt(i int) bool {
	switch b.kind {
	case para:
		return i == 0
	case list:
		return b.tight() && (i == 0 || !b.ordered || b.first == 1)
	}
	return false
}

// inline writes runs as Markdown: their words alone where they hold more signs than
// package mark reads in one block.
func inline(runs []run) string {
	s := styled(runs)
	signs := 0
	for _, sign := range []string{"*", "_", "~", "`", "[", "]"} {
		signs += strings.Count(s, sign)
	}
	if signs <= mark.MostSigns {
		return s
	}
	return bare(text(runs))
}

// bare writes words so that no sign in them is one.
func bare(words string) string {
	var b strings.Builder
	for i := range len(words) {
		if isASCIIPunct(words[i]) {
			b.WriteByte('\\')
		}
		b.WriteByte(words[i])
	}
	return b.String()
}

// styled writes runs with their styles. Emphasis that Markdown could not tell from
// asterisks where it stands is left out: its words stay.
func styled(runs []run) string {
	w := stylist{runs: runs, whole: text(runs)}
	start := 0 // of the run in whole
	for i, r := range runs {
		if r.note != "" {
			w.out, w.starred = append(w.out, "[^"+r.note+"]"...), false
		} else {
			w.run(i, start)
		}
		start += len(r.text)
	}
	return string(w.out)
}

// stylist is the runs as far as they are written.
type stylist struct {
	runs    []run
	whole   string // their words
	out     []byte
	starred bool // the last run ended in asterisks
}

// run writes run i, whose words begin at an offset in the whole.
func (w *stylist) run(i, start int) {
	r := w.runs[i]
	core := strings.Trim(r.text, " \n\u00a0")
	if core == "" {
		w.out, w.starred = append(w.out, r.text...), false
		return
	}
	at := strings.Index(r.text, core)
	lead, tail := r.text[:at], r.text[at+len(core):]
	w.out = append(w.out, lead...)
	stars := r.stars()
	if w.starred && lead == "" || r.href != "" || !w.flanked(i, core, lead, tail) {
		stars = ""
	}
	words := escapePart(w.whole, start+at, start+at+len(core))
	switch {
	case r.code && !strings.ContainsAny(core, "`\n"):
		words = "`" + core + "`"
	case r.href != "":
		if k := len(w.out) - 1; k >= 0 && w.out[k] == '!' && !escaped(w.out[:k]) {
			w.out = append(w.out[:k], `\!`...) // before a link it would make an image of it
		}
		words = linkTo(words, r.href)
	}
	w.out = append(w.out, stars+words+stars+tail...)
	w.starred = stars != "" && tail == ""
}

// linkTo writes escaped words as a link.
func linkTo(words, href string) string {
	if strings.HasPrefix(words, "^") {
		words = `\` + words // or it would be a note
	}
	return "[" + strings.ReplaceAll(escapeBrackets(words), "\n", " ") + "](" + safeAddress(href) + ")"
}

// stars are the asterisks of a run's emphasis.
func (r run) stars() (s string) {
	if r.em {
		s = "*"
	}
	if r.strong {
		s += "**"
	}
	return s
}

// flanked tells whether asterisks around the words of run i would be emphasis. Lead and tail
// are the spaces around them.
func (w *stylist) flanked(i int, core, lead, tail string) bool {
	before, after := utf8.RuneError, utf8.RuneError
	switch {
	case lead != "":
		before = ' '
	case i > 0:
		before, _ = utf8.DecodeLastRuneInString(w.runs[i-1].text)
	}
	switch {
	case tail != "":
		after = ' '
	case i+1 < len(w.runs):
		after, _ = utf8.DecodeRuneInString(w.runs[i+1].text)
	}
	return !strings.Contains(core, "\n") && flanked(core, before, after)
}

// escaped tells whether what follows a text is escaped: an odd number of backslashes end
// it, of which each other one escapes the next.
func escaped(b []byte) bool { return (len(b)-len(bytes.TrimRight(b, `\`)))%2 == 1 }

// flanked tells whether asterisks around words would be emphasis (CommonMark 6.2).
func flanked(core string, before, after rune) bool {
	first, _ := utf8.DecodeRuneInString(core)
	last, _ := utf8.DecodeLastRuneInString(core)
	opens := before != '*' && (!symbol(first) || open(before))
	closes := after != '*' && (!symbol(last) || open(after))
	return opens && closes
}

func symbol(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

func open(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) || symbol(r) }

// safeAddress writes an address so that it stays whole between ( and ).
func safeAddress(s string) string {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\\", "%5C", "\n", "", "*", "%2A", "`", "%60").Replace(s)
}

// escapeBrackets escapes the brackets in escaped text: inside a link none may stand
// bare.
func escapeBrackets(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			b.WriteByte(s[i]) // it may escape what follows
			i++
		case s[i] == '[' || s[i] == ']':
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

var entityStart = regexp.MustCompile(`^&#?[0-9A-Za-z]+;`)

// escapePart writes the part of s between two offsets so that Markdown reads it as it
// is: what means something to Markdown may begin in it and end behind it.
func escapePart(s string, from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if means(s, i, to) {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// means tells whether the byte of s at i would mean something to Markdown, in a part of s
// that ends at to.
func means(s string, i, to int) bool {
	rest := s[i+1:]
	switch s[i] {
	case '*', '`', '~':
		return true
	case '\\':
		return i+1 == to || rest == "" || rest[0] == '\n' || isASCIIPunct(rest[0])
	case '_':
		return !inWord(s, i)
	case '[':
		return bracketMeans(s[i:]) || i+strings.IndexByte(s[i:], ']') >= to
	case '<':
		return rest != "" && (alnum(rest[0]) || strings.IndexByte("/!?", rest[0]) >= 0 || opensAddress(rest))
	case '&':
		m := entityStart.FindString(s[i:])
		return m != "" && html.UnescapeString(m) != m
	case '!':
		return strings.HasPrefix(rest, "[")
	}
	return false
}

// inWord tells whether a byte of a text stands between two letters or digits.
func inWord(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return (unicode.IsLetter(before) || unicode.IsDigit(before)) && (unicode.IsLetter(after) || unicode.IsDigit(after))
}

// opensAddress tells whether a mail address might follow a "<": it may begin with signs.
func opensAddress(s string) bool {
	word := strings.IndexAny(s, " \n<>@")
	return word >= 0 && s[word] == '@'
}

// farthest is how many bytes away what closes a bracket is looked for: one that is farther
// might mean anything.
const farthest = 1000

// bracketMeans tells whether a bracket might open a link, a mark or a note. "[sic]"
// and the like stay as they are.
func bracketMeans(s string) bool {
	s = s[:min(len(s), farthest)]
	end := strings.IndexByte(s, ']')
	if end < 0 || s[1] == '^' || s[1] == '[' {
		return true
	}
	if inner := strings.IndexByte(s[1:], '['); inner >= 0 && inner < end {
		return true
	}
	return end+1 >= len(s) || strings.IndexByte("([:", s[end+1]) >= 0
}

func isASCIIPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !alnum(c)
}

func alnum(c byte) bool {
	letter := c|0x20 >= 'a' && c|0x20 <= 'z'
	return letter || c >= '0' && c <= '9' || c >= 0x80
}

// noted is the mark of a note that would be read as the note itself.
var noted = regexp.MustCompile(`^\[\^\w+\]:`)

var numbered = regexp.MustCompile(`^(\d{1,9})([.)])(\s|$)`)

// escapeBlock keeps a paragraph from being read as a heading, a list, a quotation, a
// rule, a table or a passage, on each of its lines.
func escapeBlock(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		switch {
		case line == "":
		case strings.ContainsAny(line[:1], "#>+-=|") || strings.HasPrefix(line, ":"):
			lines[i] = `\` + line
		case noted.MatchString(line):
			lines[i] = strings.Replace(line, "]:", `]\:`, 1)
		case numbered.MatchString(line):
			lines[i] = numbered.ReplaceAllString(line, `$1\$2$3`)
		}
	}
	return strings.Join(lines, "\n")
}
