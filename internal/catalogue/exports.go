package catalogue

import (
	"slices"
	"strings"
)

// Export is something that can be made besides pages and the files of the site as a whole.
type Export struct {
	Name    string // as site.yaml and --exports write it
	Usually bool   // it is made where nothing is said
}

// Exports are all of them. What each article gets a file of costs as much as its page's
// file, so that what few ask for is made where it is asked for.
var Exports = []Export{
	{"cards", true},       // link-preview images
	{"annotations", true}, // of each article, what was found in it, with its prose
	{"text", false},       // of each article, its prose alone
	{"citations", false},  // of each article, in three formats; its page makes them, too
	{"embeds", false},     // of each entry, misquotation and figure, and of the timeline, a page for other sites' pages
	{"markdown", false},   // beside the page of each article and entry, and llms.txt
	{"json", false},       // the whole site in one file, with its schema
}

// ExportsHint says what may be written.
func ExportsHint() string {
	var names []string
	for _, e := range Exports {
		names = append(names, e.Name)
	}
	return "write all, pages, or some of " + strings.Join(names, ", ")
}

// Exported are the names of what is asked for, in the order of Exports: by "all", by "pages",
// which asks for none, or by names with commas ("cards, text"); by "" what is usual. unknown
// is the first word that is none of these.
func Exported(asked string) (names []string, unknown string) {
	words := strings.FieldsFunc(asked, func(r rune) bool { return r == ',' || r == ' ' })
	for _, w := range words {
		if w != "all" && w != "pages" && !slices.ContainsFunc(Exports, func(e Export) bool { return e.Name == w }) {
			return nil, w
		}
	}
	for _, e := range Exports {
		if len(words) == 0 && e.Usually || slices.Contains(words, "all") || slices.Contains(words, e.Name) {
			names = append(names, e.Name)
		}
	}
	return names, ""
}
