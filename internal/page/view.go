// Package page plans the published pages: for every page its path, its template, its
// view, and a key that changes when anything shown on it does.
//
// In: a site.Site. Out: Pages. Invariant: equal keys render equal bytes. A view is
// made only when its page is rendered; what many pages share (the note of an entry)
// is made once and joined in. No view carries site-wide counts or fingerprints into
// an article's page, so that one edit does not change a thousand pages.
//
// The view types below are what templates see; their comments are the reference for
// a template's author.
package page

import (
	"html/template"

	"glossator/internal/chart"
)

// Base is what every view begins with.
type Base struct {
	Site        string        // the site's title
	About       string        // the site's one-sentence description
	Language    string        // of the page: en
	Root        string        // what leads from this page to the site's root: "" or "../"
	Path        string        // this page's address from the root: articles/x.html
	Kind        string        // the template's name: article, entry …
	Title       string        // of the page
	Description string        // one sentence for link previews
	Canonical   string        // whole address, "" where the site's is not known
	Image       string        // whole address of the link-preview image, or ""
	Feed        bool          // there is a feed.xml
	NoIndex     bool          // keep search engines out
	Draft       bool          // this page is a draft
	SearchKey   bool          // the key / focuses the search box
	Menu        []Link        // the site's sections
	Foot        []Link        // what stands at the foot of every page
	Facets      []Facet       // the site's facets
	JSONLD      template.JS   // schema.org data, or ""
	Properties  template.HTML // meta elements for link previews
	Checked     *Day          // the day the facts were last checked
	CSP         string        // the content security policy
	Frame       string        // equal for pages with the same masthead and foot
	Refresh     string        // of a redirect: where it leads
}

// Property is a meta element for link previews: og:title and the like.
type Property struct{ Name, Content string }

// Link is a link with its words. Href is relative to the page.
type Link struct {
	Text    string
	Href    string
	Current bool   // it leads to this page, or to its section
	Here    bool   // it leads to this very page
	Note    string // a word beside it, or ""
}

// Facet is one of the site's questions.
type Facet struct {
	ID       string
	Singular string
	Plural   string
	Question string
	Href     string // of its index page
	N        int    // number of its style, from 1: its marks have the class fN
}

// Day is a day as a machine and as a reader write it.
type Day struct {
	ISO  string // 2022-12-19, 2022-12 or 2022
	Text string // December 19, 2022
}

// Card is an entry as other pages show it.
type Card struct {
	ID    string
	Facet string // the facet's ID
	Name  string
	Kind  string
	Href  string
	Note  string // one sentence
	Dates string // "2020–2023", or ""
	Count int    // as the page counts, 0 where it does not
	N     int    // number of its facet's style
	Short string // a person's surname, else the name
}

// Citation is a source of a fact.
type Citation struct {
	ID        string // fragment on the page: cite-ID, or ""
	Number    int    // on the page, from 1; 0 where it is not numbered
	Words     string // title or identifier
	Publisher string
	Date      string // day written out, or "undated"
	URL       string
	Note      string
}

// Article is the view of article.html.
type Article struct {
	Base
	Headline        template.HTML // the title, mentions drawn
	TextKind        string        // report, account …
	Account         bool          // our account of somebody else's text
	Private         bool          // not to be published
	OriginalTitle   string
	Publisher       string
	Authors         []string
	Published       *Day
	Event           *Day
	Updated         *Day
	Place           string
	URL             string // the publisher's own page, or ""
	Summary         string
	Minutes         int           // to read
	Body            template.HTML // the prose, drawn, with notes after its paragraphs
	Panels          template.HTML // who, which policy … with counts of this article, each leading to its first mention
	Entries         int           // how many entries those are
	Dense           bool          // more notes than fit beside the prose: they are set small
	Rules           Rules         // what was in force on its day
	Original        []Paragraph   // the original's map, from stand-off evidence
	OriginalPhrases int           // phrases in that map
	Figures         []FigureRow
	Cleaned         int    // pieces of furniture left out
	Repaired        int    // pieces of damage repaired
	Same            []Link // comparisons with other tellings
	Previous        *Link
	Next            *Link
	Exports         []Link // machine formats of this article
	Cite            []Cite
}

// Rules is how the policies and measures stood on an article's day.
type Rules struct {
	Day    *Day
	On     []Rule
	NotYet []Rule
	Over   []Rule
	Since  []Change // what happened after that day
	Any    bool     // there is anything to show
}

// Rule is one policy or measure on a day.
type Rule struct {
	Card
	Word     string // in force, blocked, proposed …
	Covers   string // for whom
	From, To *Day
	Note     string
	AsOf     *Day
	Cited    *Citation
}

// Change is something that happened later.
type Change struct {
	Day  *Day
	Card Card
	Text string
}

// Paragraph is one paragraph of a private original.
type Paragraph struct {
	N       int
	Phrases []Phrase
	Quotes  []Phrase
	Figures []Phrase
	Dates   []Phrase
}

// Phrase is the publisher's own wording for an entry.
type Phrase struct {
	Words string
	Card  Card
	Level string
	Value string // of a figure, of a quotation its cue
	Day   *Day   // of a date
	Same  bool   // the words are the entry's own name
}

// Quote is something somebody said.
type Quote struct {
	Words     string
	Speaker   Card   // Name alone where there is no entry
	Certainty string // certain, likely, unknown
	Kind      string // direct, fragment
	Article   Link
	Href      string // the exact place
	Place     string // ¶2 of the original, §2 of the article, note
	Original  bool
	Altered   *Link // the comparison that shows other words in another telling
}

// Cite is one way to cite the article.
type Cite struct {
	Label string
	Text  string
}

// Entry is the view of entry.html.
type Entry struct {
	Base
	Facet       Facet
	Card        Card
	Kind        string
	Aliases     []string
	Body        template.HTML
	Facts       []Fact
	Roles       []Role
	Periods     []Rule
	Authority   string
	By          []Card
	Under       []Card
	ClaimedBy   *Card
	Unmentioned string
	Chart       *chart.Timeline // its periods or roles, and the articles that mention it
	Citations   []Citation
	Related     []Card
	With        []Card // entries that share its sentences, with counts
	Groups      []Group
	Pages       []Link // of the evidence, the oldest first, this one the last; none where all of it stands here
	Mentions    int
	Stories     int
	Said        []Quote
	Exports     []Link // machine formats of this entry
}

// Evidence is the view of evidence.html: older mentions of an entry.
type Evidence struct {
	Base
	Facet    Facet
	Card     Card
	From, To *Day // of the articles quoted here
	Groups   []Group
	Said     []Quote
	Pages    []Link // of the evidence, the oldest first
}

// Fact is one line at a glance.
type Fact struct {
	Label, Value string
	AsOf         *Day
	Citation     *Citation
}

// Role is what somebody was.
type Role struct {
	Title    string
	From, To *Day
	AsOf     *Day
	Citation *Citation
}

// Group is the evidence of one article.
type Group struct {
	ID        string // fragment
	Article   Link
	Publisher string
	Day       *Day
	Copy      bool          // it tells a story that another article tells already
	Sentences template.HTML // list items: each sentence with its mentions marked and linked to their places
	Original  []Phrase2
}

// Phrase2 is a phrase of the original with its paragraph.
type Phrase2 struct {
	Paragraph int
	Words     string
	Level     string
	Href      string
}

// Index is the view of articles.html and facet.html: the lists.
type Index struct {
	Base
	Facet    *Facet
	Articles []ArticleLine
	Letters  []Letter
	Lead     string
}

// ArticleLine is an article in a list.
type ArticleLine struct {
	Title     string
	Href      string
	Publisher string
	Day       *Day
	Place     string
	Summary   string
	TextKind  string
	Copy      bool // it tells a story that an earlier one tells already
}

// Letter is the entries under one letter.
type Letter struct {
	ID      string // fragment
	Letter  string
	Entries []Card
}

// Home is the view of home.html.
type Home struct {
	Base
	Headline string
	Stake    string
	Start    *Link
	Body     template.HTML
	Articles []ArticleLine
	Matrix   Matrix
	Top      []TopList
	Updated  *Day
}

// TopList is a facet's most mentioned entries.
type TopList struct {
	Facet   Facet
	Entries []Card
}

// Matrix is articles by entries.
type Matrix struct {
	Columns []ArticleLine
	Groups  []MatrixGroup
	Width   int // columns, the names' included
}

// MatrixGroup is the rows of one facet.
type MatrixGroup struct {
	Facet Facet
	Rows  []MatrixRow
}

// MatrixRow is one entry's counts.
type MatrixRow struct {
	Card  Card
	Cells []Cell
	Total int
}

// Cell is a count that leads to its evidence; 0 leads nowhere.
type Cell struct {
	Count int
	Href  string
	Heat  int // 1 few, 2 some, 3 many
}

// Timeline is the view of timeline.html.
type Timeline struct {
	Base
	Years        []Year
	Wide, Narrow *chart.Timeline // the drawing, made for a wide and for a narrow screen
}

// Year is the events of one year.
type Year struct {
	Year   string
	Events []Event
}

// Event is one dated event.
type Event struct {
	ID       string // fragment
	Day      *Day
	Title    string
	Text     string
	Entries  []Card
	Article  *Link
	Meeting  bool
	Citation *Citation
	Looks    string // the looks of its entries' facets, for the filter: "f1 f2"
}

// Quotes is the view of quotes.html.
type Quotes struct {
	Base
	From     int // how many of the oldest articles are left out
	Speakers []Speaker
	Articles []QuotedArticle
}

// Speaker is everything one speaker said, article by article.
type Speaker struct {
	ID       string
	Card     Card
	Count    int
	Articles []QuotedArticle
}

// QuotedArticle is what is said in one article.
type QuotedArticle struct {
	Article Link
	Day     *Day
	Quotes  []Quote
}

// Figures is the view of figures.html.
type Figures struct {
	Base
	Rows []FigureRow
}

// FigureRow is a number beside the official one.
type FigureRow struct {
	ID        string
	Article   Link
	Paragraph int
	Said      string
	What      string
	Unit      string
	Speaker   Card
	Official  string
	Agrees    string // yes, roughly, no, unverified
	Verdict   string // the same in words
	Note      string
	Entries   []Card
	Citation  *Citation
	Bars      *chart.Series // of its series, or nil
	Says      string        // the series in words
}

// Prose is the view of page.html: about, method, teach and others; and of 404.html
// and search.html.
type Prose struct {
	Base
	Body    template.HTML
	Updated *Day
	Letters []Letter // search.html: every entry, A to Z
}

// Compare is the view of compare.html: two tellings of one story.
type Compare struct {
	Base
	A, B             ArticleLine
	Relation         string // copy, rewording, same event
	Why              string
	Sure             int  // per cent
	Stated           bool // by an author
	Originals        bool // what differs is between private originals, of which only the changed words are shown
	SharedA, SharedB int  // per cent of its words that the other tells
	Changes          int
	Kinds            []ChangeKind
	Rows             []CompareRow
}

// ChangeKind is the changes of one kind: quotation, name, title, figure, day, claim,
// passage.
type ChangeKind struct {
	Kind    string
	Count   int
	Changes []ChangeRow
}

// ChangeRow is one change with both readings; one may be missing.
type ChangeRow struct {
	ID             string // fragment
	Verdict        string // altered quotation, garbled name …
	A, B           string
	PlaceA, PlaceB string // ¶2, §2
	HrefA, HrefB   string
	Entry          *Card       // the entry named, or who speaks
	Again          []ChangeRow // the same change in other places
}

// CompareRow is an aligned passage. A side without words is missing there.
type CompareRow struct {
	A, B           template.HTML
	PlaceA, PlaceB string
	Moved, Same    bool
}

// Data is the view of data.html.
type Data struct {
	Base
	Files []DataFile
	More  []Link // other formats
}

// DataFile is a table to download, column by column.
type DataFile struct {
	Path    string
	Href    string
	About   string
	Columns []Column
}

// Column is one column of a table.
type Column struct{ Name, About string }
