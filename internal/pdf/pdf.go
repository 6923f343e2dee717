// Package pdf reads the text of a PDF in the order in which a person reads it.
//
// In: a file's bytes. Out: paragraphs, with what was left out of them; an error that
// tells why there are none. Invariants: columns are read one after the other; a paragraph
// goes on over the end of a line, a column and a page; no words are made up, and what a
// page repeats at its head and foot, turned words and the marks of notes are in Left.
//
// What a PDF holds is letters at places: it knows no words, lines, paragraphs or columns.
// PDFium, Chrome's reader, finds the letters (engine.go), inside a sandbox that has no
// files, little memory and little time. The rest is geometry:
//
//	line.go      letters to lines, in pieces where a gap is too wide for a space
//	column.go    pieces that stand beside each other through several lines
//	edge.go      what stands at the head and foot of pages again and again
//	paragraph.go lines to paragraphs
package pdf

import (
	"context"
	"errors"
	"strings"
	"time"
)

// Text is what was read of a file.
type Text struct {
	Paragraphs []string // the title first, if one is set larger than the text
	Titled     bool
	Left       []string // what is no part of the text: page heads and numbers, turned words
	Notes      int      // marks of notes that were taken out of words
	Address    string   // where a browser says that it printed the page from
	Pages      int
	Empty      int // pages without any letter: pictures
	Columns    int // pages set in columns
}

var (
	ErrLocked = errors.New("it is locked with a password")
	ErrBroken = errors.New("it is damaged, or no PDF")
	ErrLong   = errors.New("it takes too long to read")
	ErrLarge  = errors.New("it has more than 2000 pages")
)

// Limits that no article meets.
const (
	mostPages  = 2000
	mostTime   = 2 * time.Minute
	mostMemory = 512 << 20 // of the sandbox, bytes
)

// Read reads a file.
func Read(data []byte) (*Text, error) {
	ctx, done := context.WithTimeout(context.Background(), mostTime)
	defer done()
	pages, err := letters(ctx, data)
	switch {
	case ctx.Err() != nil:
		return nil, ErrLong
	case err != nil:
		return nil, err
	}
	return compose(pages), nil
}

// compose makes paragraphs of letters.
func compose(pages [][]letter) *Text {
	t := &Text{}
	var all []page
	for _, l := range pages {
		t.Pages++
		p := t.lines(l)
		if len(p.lines) == 0 {
			t.Empty++
		}
		all = append(all, p)
	}
	t.edges(all)
	for i := range all {
		all[i].notesLast()
		if all[i].inColumns() {
			t.Columns++
		}
	}
	t.paragraphs(all)
	return t
}

// String is the text with a blank line between paragraphs.
func (t *Text) String() string { return strings.Join(t.Paragraphs, "\n\n") + "\n" }
