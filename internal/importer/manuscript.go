package importer

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// manuscript is the text of a word processor's file as it would be printed, without what
// its writers left for each other.
type manuscript struct {
	blocks   []*piece
	notes    []*piece // in the order of their marks
	title    string   // by its style
	subtitle string
	authors  []string // by a style
	day      meta.Day // by a style
	property struct { // what the program wrote of the file
		title, author string
		made          meta.Day
	}
	left     []string // deleted, commented, hidden, repeated on every page
	deleted  int
	comments int
	hidden   int
	pictures int
}

// errNoText is of an archive that no word processor wrote.
var errNoText = errors.New("it is no text of a word processor's")

// readPacked reads a text of Word's or LibreOffice's.
func readPacked(in input) (*Article, []source.Problem) {
	p, err := unpack(in.data)
	var m *manuscript
	if err == nil {
		switch {
		case p["content.xml"] != nil:
			m, err = openText(p)
		case p["_rels/.rels"] != nil:
			m, err = wordText(p)
		default:
			err = errNoText
		}
	}
	if err != nil {
		return nil, []source.Problem{whole(in.path, "no-text", "the file cannot be read: "+err.Error(), "open it in a word processor, and save it as .docx, .odt or plain text (.txt)")}
	}
	return m.article(in.path)
}

// article makes an article of a manuscript.
func (m *manuscript) article(path string) (*Article, []source.Problem) {
	a := &Article{}
	m.unfold()
	m.head(a)
	body := strings.Join(markdown(slices.Concat(m.blocks, m.notes)), "\n")
	f, problems := source.Text(filepath.ToSlash(path), body)
	if a.Body = f.Data; strings.TrimSpace(a.Body) == "" {
		return nil, []source.Problem{whole(path, "no-article", "there is no text in the file", "write it, or leave the file out")}
	}
	var said []string
	for _, b := range m.blocks {
		if b.kind == para {
			said = append(said, b.line())
		}
	}
	a.converse(said)
	for i := range problems {
		problems[i].Pos = whole(path, "", "", "").Pos // its lines are those of what is written
	}
	a.From, a.Left, a.Words = path, append(a.Left, m.left...), countWords(a.Body)
	if a.Published == "" {
		a.made = m.property.made
	}
	return a, append(problems, m.told(path, a)...)
}

// unfold takes the paragraphs out of which nothing is left.
func (m *manuscript) unfold() {
	m.blocks = slices.DeleteFunc(m.blocks, func(b *piece) bool {
		return b.kind <= heading && len(b.runs) == 0
	})
}

// head takes title, authors, day and address from the head of the text: a style says what
// they are, or their words do. The file's properties say a title and an author where the
// text says none: programs fill them in, and often with somebody else's.
func (m *manuscript) head(a *Article) {
	a.Title, a.Summary, a.Authors, a.Published = m.title, m.subtitle, m.authors, m.day
	var notes []run
	if len(m.blocks) > 1 && a.Title == "" && m.blocks[0].isTitle() {
		a.Title, notes = m.blocks[0].line(), marks(m.blocks[0].runs)
		m.blocks = m.blocks[1:]
	}
	for i := 0; i < min(len(m.blocks), headLines); i++ {
		b := m.blocks[i]
		words := b.line()
		if b.kind != para || countWords(words) > 20 {
			break
		}
		names := bylineNames(words, a.Publisher)
		switch {
		case tells(words, &a.Meta):
		case len(names) > 0 && countWords(words) <= 14 && !strings.HasSuffix(words, "."):
			a.Authors = names
		default:
			continue
		}
		notes = append(notes, marks(b.runs)...)
		b.runs, b.gone = nil, true
	}
	m.blocks = slices.DeleteFunc(m.blocks, func(b *piece) bool { return b.gone })
	for _, b := range m.blocks {
		if b.kind == para {
			b.runs = append(b.runs, notes...)
			break
		}
	}
	first(&a.Title, m.property.title)
	if len(a.Authors) == 0 {
		a.Authors = slices.DeleteFunc(splitNames(m.property.author, ""), func(n string) bool { return !strings.Contains(n, " ") })
		m.property.author = strings.Join(a.Authors, ", ")
	} else {
		m.property.author = ""
	}
}

// styleKinds are the styles that say what a paragraph is, by the names that they have in
// every language of their programs.
var styleKinds = map[string]string{
	"title": "title", "subtitle": "subtitle", "author": "author", "date": "date",
	"quote": "quote", "intense quote": "quote", "block text": "quote", "quotations": "quote",
	"toc heading": "contents", "table of figures": "contents", "caption": "caption", "image caption": "caption",
}

// styleTells takes what a paragraph tells of the text by its style; false where it is text.
func (m *manuscript) styleTells(kind string, runs []run) bool {
	words := strings.Join(strings.Fields(text(runs)), " ")
	if len(marks(runs)) > 0 {
		return false
	}
	switch {
	case kind == "title" && m.title == "":
		m.title = words
	case kind == "subtitle" && m.subtitle == "" && m.title != "":
		m.subtitle = words
	case kind == "author" && m.authors == nil:
		m.authors = splitNames(words, "")
		return len(m.authors) > 0
	case kind == "date" && m.day == "":
		m.day = dayIn(words)
		return m.day != ""
	default:
		return false
	}
	return true
}

// isTitle tells whether the first block of a text is its title.
func (b *piece) isTitle() bool {
	words := b.line()
	if b.kind != para || words == "" {
		return b.kind == heading
	}
	ended := strings.ContainsAny(words[len(words)-1:], ".:;,")
	return !ended && countWords(words) <= 25 && !labelled.MatchString(words)
}

// marks are the marks of notes among runs.
func marks(runs []run) (notes []run) {
	for _, r := range runs {
		if r.note != "" {
			notes = append(notes, run{note: r.note})
		}
	}
	return notes
}

// told tells what an editor has to know of a file.
func (m *manuscript) told(path string, a *Article) (all []source.Problem) {
	note := func(rule, msg, hint string, as source.Severity) {
		all = append(all, whole(path, rule, msg, hint).As(as))
	}
	if m.deleted > 0 {
		note("tracked-changes", "changes are not settled in the file: what was deleted is left out, in "+count(m.deleted, "place")+", and what was inserted is kept", "accept or reject them in the word processor where that is not right", source.Warning)
	}
	if m.comments > 0 {
		note("comment", "comments are left out: "+count(m.comments, "comment"), "", source.Note)
	}
	if m.hidden > 0 {
		note("hidden-text", "hidden text is left out, in "+count(m.hidden, "place"), "", source.Warning)
	}
	if m.pictures > 0 {
		note("picture", fmt.Sprintf("pictures are not copied: %d in the text", m.pictures), "put them into static/ where a reader needs them", source.Warning)
	}
	if m.property.author != "" {
		note("author", "the author is the one whom the file's properties name: "+m.property.author, "write after authors: who wrote it, where it was another", source.Warning)
	}
	return all
}

// leave keeps the words of what is left out.
func (m *manuscript) leave(words string) bool {
	words = strings.Join(strings.Fields(words), " ")
	if words != "" {
		m.left = append(m.left, words)
	}
	return words != ""
}

// repeated keeps the words that stand on every page; a page's number says nothing.
func (m *manuscript) repeated(e *element) {
	if words := e.words(); strings.Trim(words, "0123456789 /-–—") != "" {
		m.leave(words)
	}
}

// mark is the mark of a new note with those blocks.
func (m *manuscript) mark(blocks []*piece) run {
	name := strconv.Itoa(len(m.notes) + 1)
	m.notes = append(m.notes, &piece{kind: note, name: name, kids: blocks})
	return run{note: name}
}

// listItem is a paragraph of a list.
type listItem struct {
	level   int
	ordered bool
	number  int
	list    string // whose it is
	blocks  []*piece
}

// beside tells whether an item goes on with the list of another.
func (x listItem) beside(o listItem) bool {
	return x.level == o.level && x.ordered == o.ordered && (x.list == o.list || !o.ordered)
}

// nested makes lists of items: one that lies deeper stands in the one before it. What only
// numbers headings is no list.
func nested(items []listItem) (lists []*piece) {
	for i := 0; i < len(items); {
		at := items[i]
		l := &piece{kind: list, ordered: at.ordered, first: at.number}
		for i < len(items) && (items[i].level > at.level || items[i].beside(at)) {
			if items[i].level == at.level {
				l.items = append(l.items, items[i].blocks)
				i++
				continue
			}
			end := i
			for end < len(items) && items[end].level > at.level {
				end++
			}
			last := len(l.items) - 1
			l.items[last] = append(l.items[last], nested(items[i:end])...)
			i = end
		}
		if inside := slices.Concat(l.items...); slices.ContainsFunc(inside, func(b *piece) bool { return b.kind == heading }) {
			lists = append(lists, inside...)
			continue
		}
		lists = append(lists, l)
	}
	return lists
}
