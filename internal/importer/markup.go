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
			if b.kind != para && b.kind != list || b.kind == para && i > 0 || b.kind == list && (!b.tight() || i > 0 && b.ordered && b.first != 1) {
				return false
			}
		}
	}
	return true
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
	var b []byte
	starred := false // the last run ended in asterisks
	whole := text(runs)
	start, end := 0, 0 // of the run in whole
	for i, r := range runs {
		start, end = end, end+len(r.text)
		before, after := utf8.RuneError, utf8.RuneError
		if i > 0 {
			before, _ = utf8.DecodeLastRuneInString(runs[i-1].text)
		}
		if i+1 < len(runs) {
			after, _ = utf8.DecodeRuneInString(runs[i+1].text)
		}
		if r.note != "" {
			b, starred = append(b, "[^"+r.note+"]"...), false
			continue
		}
		core := strings.Trim(r.text, " \n\u00a0")
		if core == "" {
			b = append(b, r.text...)
			starred = false
			continue
		}
		at := strings.Index(r.text, core)
		lead, tail := r.text[:at], r.text[at+len(core):]
		if lead != "" {
			before = ' '
		}
		if tail != "" {
			after = ' '
		}
		b = append(b, lead...)
		stars := ""
		if r.em {
			stars += "*"
		}
		if r.strong {
			stars += "**"
		}
		if starred && lead == "" || r.href != "" || !flanked(core, before, after) || strings.Contains(core, "\n") {
			stars = ""
		}
		words := escapePart(whole, start+at, start+at+len(core))
		switch {
		case r.code && !strings.ContainsAny(core, "`\n"):
			words = "`" + core + "`"
		case r.href != "":
			if k := len(b) - 1; k >= 0 && b[k] == '!' && !escaped(b[:k]) {
				b = append(b[:k], `\!`...) // before a link it would make an image of it
			}
			if strings.HasPrefix(words, "^") {
				words = `\` + words // or it would be a note
			}
			words = "[" + strings.ReplaceAll(escapeBrackets(words), "\n", " ") + "](" + safeAddress(r.href) + ")"
		}
		b = append(b, stars+words+stars+tail...)
		starred = stars != "" && tail == ""
	}
	return string(b)
}

// escaped tells whether what follows a text is escaped: an odd number of backslashes end
// it, of which each other one escapes the next.
func escaped(b []byte) bool { return (len(b)-len(bytes.TrimRight(b, `\`)))%2 == 1 }

// flanked tells whether asterisks around words would be emphasis (CommonMark 6.2).
func flanked(core string, before, after rune) bool {
	first, _ := utf8.DecodeRuneInString(core)
	last, _ := utf8.DecodeLastRuneInString(core)
	return (!symbol(first) || open(before)) && (!symbol(last) || open(after)) && before != '*' && after != '*'
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
		c := s[i]
		switch {
		case c == '\\' && (i+1 == len(s) || isASCIIPunct(s[i+1]) || i+1 == to || s[i+1] == '\n'), c == '*', c == '`', c == '~':
			b.WriteByte('\\')
		case c == '_' && !inWord(s, i):
			b.WriteByte('\\')
		case c == '[' && (bracketMeans(s[i:]) || i+strings.IndexByte(s[i:], ']') >= to):
			b.WriteByte('\\')
		case c == '<' && i+1 < len(s) && (alnum(s[i+1]) || s[i+1] == '/' || s[i+1] == '!' || s[i+1] == '?' || opensAddress(s[i+1:])):
			b.WriteByte('\\')
		case c == '&':
			if m := entityStart.FindString(s[i:]); m != "" && html.UnescapeString(m) != m {
				b.WriteByte('\\')
			}
		case c == '!' && i+1 < len(s) && s[i+1] == '[':
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
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
	if end < 0 || strings.IndexByte(s[1:], '[') >= 0 && strings.IndexByte(s[1:], '[') < end || s[1] == '^' || s[1] == '[' {
		return true
	}
	return end+1 >= len(s) || strings.IndexByte("([:", s[end+1]) >= 0
}

func isASCIIPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !alnum(c)
}

func alnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
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
