// Package desk asks of a site what an editor at the desk would ask before it goes out:
// who is this, which of the two, as of when, who says so, by what right.
//
// In: the site's model, what was left out of it as a draft, and the names that no entry
// explains. Out: Topics, in a fixed order, each with its Questions; the text that
// check prints of them. Invariant: pure; every question has a place in the author's
// files and a hint that says what to write there; what a problem says already is not
// asked (but for the notes that Asked names, which stand here instead).
//
// # The format of check --format json
//
// One object: the fields of build.Report, of which Problems is the list of problems
// (Pos {Path, Line, Col}, Rule, Msg, Hint, Severity), and Questions, the topics that
// have any, in the order below; [] where there are none.
//
//	"Questions": [{
//	  "ID": "ambiguous",               // one of the IDs below; they stay as they are
//	  "Asks": "Which one is meant?",   // for people
//	  "Count": 1,                      // of Items, all of which are here
//	  "Items": [{
//	    "Pos": {"Path": "content/articles/ferry.md", "Line": 3, "Col": 1},
//	    "Msg": "“Luz” may be ana-luz or eva-luz, 2 times",
//	    "Hint": "write [[ana-luz|Luz]] or …",
//	    "Entries": ["ana-luz", "eva-luz"],    // the entries it is about; left out where none
//	    "Places": [{…}, {…}]                  // every place, Pos first; left out where one
//	  }]
//	}]
//
// Line 0 means a file as a whole. The IDs: unexplained, ambiguous, speaker, figure,
// rights, source, status, citation, empty, unmentioned,
// untranslated, draft.
package desk

import (
	"fmt"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/site"
	"glossator/internal/source"
)

// Input is what the desk reads.
type Input struct {
	Site     *site.Site
	Editions []*site.Site   // in its other languages
	Drafts   []*source.File // what is left out of the site
	Names    []Name         // that no entry explains, the most mentioned first
}

// Name is a name that no entry explains.
type Name struct {
	Text     string
	Kind     string       // person, organization, law …
	ID       catalogue.ID // that its entry could have
	Places   []source.Pos // where it stands, in reading order
	Articles int          // in how many
}

// Topic is one question and all that it is asked of. Count is len(Items).
type Topic struct {
	ID    string
	Asks  string
	Count int
	Items []Question
}

// Question is one thing to settle.
type Question struct {
	Pos     source.Pos
	Msg     string
	Hint    string
	Entries []catalogue.ID `json:",omitempty"`
	Places  []source.Pos   `json:",omitempty"` // where there is more than one; the first is Pos
}

// asked are the rules of the notes that the desk asks as questions.
var asked = []string{"ambiguous-surname", "ambiguous-name", "unresolved-description", "unmentioned"}

// Asked tells whether a problem is a note that the desk asks as a question.
func Asked(p source.Problem) bool {
	return p.Severity == source.Note && slices.Contains(asked, p.Rule)
}

// Ask asks everything; topics without a question are left out.
func Ask(in Input) []Topic {
	s := in.Site
	all := []Topic{
		{ID: "unexplained", Asks: "Who or what is this? Names that no entry explains: check --suggest", Items: unexplained(in)},
		{ID: "ambiguous", Asks: "Which one is meant?", Items: ambiguous(s)},
		{ID: "speaker", Asks: "Who says so? Quotations without a speaker", Items: speakers(s)},
		{ID: "figure", Asks: "Is the number right? Figures without an official one", Items: figures(s)},
		{ID: "rights", Asks: "May we publish this? Texts with unclear rights", Items: rights(s)},
		{ID: "source", Asks: "Where is it from? Articles without a day, publisher or address", Items: sources(s)},
		{ID: "status", Asks: "Is it still so? Statuses without a recent as_of", Items: statuses(s)},
		{ID: "citation", Asks: "Where does it say that? Entries without a citation", Items: uncited(s)},
		{ID: "empty", Asks: "What is it? Entries without a sentence", Items: empty(s)},
		{ID: "unmentioned", Asks: "Why is it here? Entries that no article mentions", Items: unmentioned(s)},
		{ID: "untranslated", Asks: "What is it in the other language? What is not translated", Items: untranslated(in.Editions)},
		{ID: "draft", Asks: "When is it ready? Drafts that are not published", Items: drafts(in.Drafts)},
	}
	all = slices.DeleteFunc(all, func(t Topic) bool { return len(t.Items) == 0 })
	for i := range all {
		all[i].Count = len(all[i].Items)
	}
	return all
}

// places gathers the places of one question.
type places struct {
	all      []source.Pos
	articles int
	last     string // path
}

func (p *places) add(at source.Pos) {
	if slices.Contains(p.all[max(0, len(p.all)-4):], at) {
		return // told twice
	}
	p.all = append(p.all, at)
	if at.Path != p.last {
		p.articles++
		p.last = at.Path
	}
}

// often says how often something stands in how many texts: nothing where it is once.
func often(times, texts int) string {
	switch {
	case times < 2:
		return ""
	case texts < 2:
		return fmt.Sprintf(", %d times", times)
	}
	return fmt.Sprintf(", %d times in %d texts", times, texts)
}

// several is the list of places as a Question keeps it.
func several(all []source.Pos) []source.Pos {
	if len(all) < 2 {
		return nil
	}
	return all
}

// or joins words for a reader: "a, b or c".
func or(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
	return strings.Join(words, "")
}

// posIn is where words of an annotated text stand; the file as a whole where they are
// not in it.
func posIn(x site.Annotated, s source.Span) source.Pos {
	if where, ok := x.Doc.Prose.Source(s); ok {
		return x.Doc.File.Pos(where.Start)
	}
	return source.Pos{Path: x.Doc.File.Path}
}

// phrase is a stretch of prose in quotation marks, on one line and cut where it is long.
func phrase(x site.Annotated, s source.Span) string {
	const most = 9
	words := strings.Fields(x.Doc.Prose.Text[s.Start:s.End])
	if len(words) > most {
		words = append(words[:most-1:most-1], "…")
	}
	return "“" + strings.Join(words, " ") + "”"
}
