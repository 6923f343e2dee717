package importer

import (
	"fmt"
	"regexp"
	"strings"

	"glossator/internal/source"
)

// vault reads what note-takers (Obsidian, and those that read its files) write besides
// Markdown: comments, which are private, embedded files, highlights, callouts, names of
// blocks and links to headings.
type vault struct {
	f        *source.File
	out      strings.Builder
	comment  int // where the open comment begins in f; -1 for none
	left     []string
	embedded []int // where files are embedded, in f
	first    int   // where the first comment begins, -1 for none
}

var (
	// callout begins a quotation: "> [!warning]- Title".
	callout = regexp.MustCompile(`^(\s*(?:>\s?)+)\[![\w-]+(?:\|[^\]]*)?\][+-]?[ \t]*(.*)$`)
	// blockName stands at the end of a paragraph that other notes link to: "^a1b2c3".
	blockName = regexp.MustCompile(`(?:^|[ \t])\^[A-Za-z0-9-]+[ \t]*$`)
	fence     = regexp.MustCompile("^ {0,3}(`{3,}|~{3,})")
)

// readVault is the body of a Markdown file without what only a note-taker's program
// reads, what was left out, and what is to be said of it.
func readVault(f *source.File, body source.Span) (text string, left []string, problems []source.Problem) {
	v := &vault{f: f, comment: -1, first: -1}
	closer := "" // of the open fence
	at := body.Start
	for line := range strings.Lines(f.Data[body.Start:body.End]) {
		mark := fence.FindStringSubmatch(line)
		switch {
		case v.comment >= 0:
			v.line(line, at)
		case closer != "":
			if mark != nil && strings.HasPrefix(mark[1], closer) && strings.TrimSpace(line) == mark[1] {
				closer = ""
			}
			v.out.WriteString(line)
		case mark != nil:
			closer = mark[1]
			v.out.WriteString(line)
		default:
			v.line(line, at)
		}
		at += len(line)
	}
	if v.comment >= 0 {
		return "", nil, []source.Problem{f.Problem(v.comment, "open-comment", "\"%%\" opens a comment that is never closed", "close it with %%, or write \\%% where it is text")}
	}
	return v.out.String(), v.left, v.told()
}

func (v *vault) told() (problems []source.Problem) {
	if v.first >= 0 {
		problems = append(problems, v.f.Problem(v.first, "comment", "comments are left out: "+count(len(v.left), "comment"), "").As(source.Note))
	}
	if len(v.embedded) > 0 {
		problems = append(problems, v.f.Problem(v.embedded[0], "picture", fmt.Sprintf("embedded files are not copied: %d in the text", len(v.embedded)), "put pictures into static/, and write what a reader needs of other notes").As(source.Warning))
	}
	return problems
}

// line reads a line, which begins at an offset of the file, outside fences.
func (v *vault) line(line string, at int) {
	bare := strings.TrimRight(line, "\r\n")
	if v.comment >= 0 {
		end := strings.Index(bare, "%%")
		if end < 0 {
			return
		}
		v.closed(v.comment+2, at+end)
		bare, at = bare[end+2:], at+end+2
		if strings.TrimSpace(bare) == "" {
			return
		}
	} else if m := callout.FindStringSubmatchIndex(bare); m != nil {
		v.out.WriteString(bare[m[2]:m[3]])
		bare, at = bare[m[4]:], at+m[4]
	}
	if m := blockName.FindStringIndex(bare); m != nil {
		bare = bare[:m[0]]
	}
	before := v.out.Len()
	v.words(bare, at)
	if v.comment < 0 || v.out.Len() > before {
		v.out.WriteString("\n")
	}
}

// closed ends a comment between two offsets of the file.
func (v *vault) closed(from, to int) {
	if v.first < 0 {
		v.first = from - 2
	}
	v.left, v.comment = append(v.left, strings.Join(strings.Fields(v.f.Data[from:to]), " ")), -1
}

// words reads a part of a line.
func (v *vault) words(s string, at int) {
	for i := 0; i < len(s); {
		rest := s[i:]
		n := 1
		switch {
		case rest[0] == '\\' && len(rest) > 1:
			n = 2
			v.out.WriteString(rest[:n])
		case rest[0] == '`':
			n = codeSpan(rest)
			v.out.WriteString(rest[:n])
		case strings.HasPrefix(rest, "%%"):
			end := strings.Index(rest[2:], "%%")
			if end < 0 {
				v.comment = at + i
				return
			}
			v.closed(at+i+2, at+i+2+end)
			n = end + 4
		case strings.HasPrefix(rest, "![[") && strings.Contains(rest, "]]"):
			v.embedded = append(v.embedded, at+i)
			n = strings.Index(rest, "]]") + 2
		case strings.HasPrefix(rest, "[[") && strings.Contains(rest, "]]"):
			n = strings.Index(rest, "]]") + 2
			v.out.WriteString(linkOf(rest[:n]))
		case highlighted(rest) > 0:
			n = highlighted(rest)
			v.words(rest[2:n-2], at+i+2)
		default:
			v.out.WriteByte(rest[0])
		}
		i += n
	}
}

// codeSpan is the length of the code at the head of a text, or of its backticks alone
// where they open none.
func codeSpan(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	for at := n; ; {
		i := strings.Index(s[at:], s[:n])
		if i < 0 {
			return n
		}
		run := len(s[at+i:]) - len(strings.TrimLeft(s[at+i:], "`"))
		if at += i + run; run == n {
			return at
		}
	}
}

// highlighted is the length of a highlight at the head of a text, "==words==", 0 for none.
func highlighted(s string) int {
	rest, ok := strings.CutPrefix(s, "==")
	end := strings.Index(rest, "==")
	if !ok || end < 1 || strings.ContainsAny(rest[:1], "= ") || rest[end-1] == ' ' {
		return 0
	}
	return end + 4
}

// linkOf is a link to a note as a link to an entry: to a heading of it, "[[Quay#Fees]]",
// as to the whole.
func linkOf(link string) string {
	id, words, named := strings.Cut(link[2:len(link)-2], "|")
	note, part, deep := strings.Cut(id, "#")
	if !deep {
		return link
	}
	if !named {
		words = strings.TrimLeft(part, "^")
		if note != "" {
			words = note + ", " + words
		}
	}
	if note == "" {
		return words
	}
	return "[[" + note + "|" + words + "]]"
}
