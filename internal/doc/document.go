// Package doc makes a Document of one source text: Markdown, plain text or a saved
// web page.
//
// In: a file of content/articles (and the .yaml beside it, if any), or the body of
// an entry. Out: its metadata, its prose as plain text with a map back to the
// source, the author's own marks, what was cleaned away, and a body that can be
// drawn. Invariant: Prose.Text holds the words a reader sees, once each and in
// order, and every byte of it comes from a known place of the source.
package doc

import (
	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Document is one text, read. It is immutable and shared between goroutines. Its key
// leaves out what is made of the files.
type Document struct {
	File     *source.File
	MetaFile *source.File // where Meta was read: File itself, or the .yaml beside it
	Decided  *source.File // NAME.readings.yaml: what an editor decided of it; or nil
	Name     string       // the file's name without extension: its address
	Meta     Meta         `hash:"ignore"` // read from MetaFile, or from File; but for Private
	Private  bool         // it does not say its rights, and so is private
	Prose    Prose        `hash:"ignore"`
	Marks    []Mark       `hash:"ignore"` // the author's own, and an editor's, sorted
	Readings []Reading    `hash:"ignore"` // what else was decided by hand, sorted
	Cleaned  []Cleaning   `hash:"ignore"` // furniture left out and damage repaired, sorted
	Notes    []Note       `hash:"ignore"` // margin notes the author wrote, in order of their references
	Links    []Link       `hash:"ignore"` // the author's own, to places of the site

	body       body           `hash:"ignore"` // ready to draw
	paragraphs int            `hash:"ignore"` // how many there are
	anchors    map[string]int `hash:"ignore"` // ids of headings
	sheet      bool           `hash:"ignore"` // it is the body of an entry or a page
	cited      []string       `hash:"ignore"` // labels [^label] that stand for no note

	keeps  map[int]*row `hash:"ignore"` // while it is read: rows that keep a block or leave it out, by its number
	blocks []string     `hash:"ignore"` // while it is read, where there are rows: the words of each block of the source
}

// Meta is what is known of a text besides its words.
type Meta struct {
	Title         string      `meta:"title"`
	OriginalTitle string      `meta:"original_title"`
	Kind          meta.Word   `meta:"kind"` // one of Kinds
	Publisher     string      `meta:"publisher"`
	Authors       []string    `meta:"authors"`
	Published     meta.Day    `meta:"published,full"`
	Updated       meta.Day    `meta:"updated,full"`
	Event         meta.Day    `meta:"event,full"`
	Place         string      `meta:"place"`
	Language      meta.Word   `meta:"language"` // of its words, where not the site's: es-MX
	URL           meta.Word   `meta:"url"`
	Rights        meta.Word   `meta:"rights,withholds"` // one of Rights
	Draft         bool        `meta:"draft,withholds"`
	Summary       string      `meta:"summary"`
	SameStory     []Relation  `meta:"same_story"`
	Formerly      []meta.Word `meta:"formerly"`
	TranslationOf meta.Ref    `meta:"translation_of"` // the text of which it is a translation, by its name
}

// Kinds are the kinds of text; Rights what may be done with it; Relations how one
// text may stand to another.
var (
	Kinds     = []string{"report", "account", "transcript", "document", "opinion"}
	Rights    = []string{"own", "licensed", "public-domain", "private"}
	Relations = []string{"copy", "rewording", "same event", "unrelated"}
)

// Relation states or denies that another article tells the same story.
type Relation struct {
	Article meta.Ref  `meta:"article,required"`
	As      meta.Word `meta:"as,required"`
}

// Prose is the text a reader sees, without markup: blocks joined by "\n\n", line
// wraps inside a block turned into one space, entities decoded, furniture left out.
type Prose struct {
	Text   string
	Blocks []Block
	pieces []piece // sorted by prose and by source offset
}

// Block is a paragraph, heading, list item or title in the prose.
type Block struct {
	Kind  Kind
	Level uint8       // of a heading
	Span  source.Span // in Prose.Text
	P     int         // number in the source, from 1, with what is left out counted in; 0 where it stands nowhere in it
	N     int         // number as a reader counts, from 1: the block's id is "p" and N; 0 for headings, titles and notes
}

// Kind of a block.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading
	Title // the article's title: annotated like the prose, drawn apart from it
	Item
	Quoted
	Cell
	Aside // the words of a margin note
)

// Mark is what the author marked: [[ID|words]] links, [[-|words]] keeps unlinked.
type Mark struct {
	Span  source.Span // of the words, in Prose.Text
	Entry string      // ID; "" where nothing may be linked
	At    int         // byte offset of the mark in the source
	Row   bool        // it is an editor's, and At is in Document.Decided
}

// Rule is why what is marked is linked.
func (m Mark) Rule() string {
	if m.Row {
		return editor
	}
	return "mark"
}

// Cleaning is a piece of the source that is not in the prose (Replacement "") or
// stands there repaired.
type Cleaning struct {
	Span        source.Span // in the source
	Rule        string
	Replacement string
}

// Direction is "rtl" where the text's own language is written from right to left, else "".
func (d *Document) Direction() string { return language.WrittenFrom(d.Meta.Language.Text) }
