// Package page plans the published pages: for every page its path, its template, its
// view, and a key that changes when anything shown on it does.
//
// In: a site.Site. Out: Pages. Invariant: equal keys render equal bytes. A view is
// made only when its page is rendered. What stands in texts is made of the templates'
// parts (see InTexts): what many pages share, the note of an entry or the markup of its
// marks, is made once and joined in. No view carries site-wide counts or fingerprints into
// an article's page, so that one edit does not change a thousand pages.
//
// The view types below are what templates see; their comments are the reference for
// a template's author: docs/templates.md is made of them.
package page

import (
	"html/template"

	"glossator/internal/chart"
)

// Base is what every view begins with.
type Base struct {
	Site        string       // the site's title
	About       string       // the site's one-sentence description
	Language    string       // of the page: en
	Direction   string       // rtl where the language is written from right to left, else ""
	Root        string       // what leads from this page to the root of its language's pages: "" or "../"
	SiteRoot    string       // what leads from it to the site's root, where the assets are
	Path        string       // this page's address from the root: articles/x.html
	Kind        string       // the template's name: article, entry …
	Title       string       // of the page
	Description string       // one sentence for link previews
	Canonical   string       // whole address, "" where the site's is not known
	Image       string       // whole address of the link-preview image, or ""
	Feed        bool         // there is a feed.xml
	NoIndex     bool         // keep search engines out
	Draft       bool         // this page is a draft
	SearchKey   bool         // the key / focuses the search box
	Menu        []Link       // the site's sections
	Foot        []Link       // what stands at the foot of every page
	Facets      []Facet      // the site's facets
	JSONLD      template.JS  // schema.org data, or ""
	Properties  []Property   // for link previews
	Checked     *Day         // the day the facts were last checked
	CSP         string       // the content security policy
	Frame       string       // equal for pages with the same masthead and foot
	Refresh     string       // of a redirect: where it leads
	Corrected   []Correction // what was put right on this page, the latest first
	Report      string       // where a reader tells of an error on this page, filled in; "" where nobody is told
	OEmbed      string       // whole address of what tells other sites how to embed this page, or ""
	Embeds      string       // what on this page other sites can embed, each with the height of its frame: "fig 380, said 380"; or ""
	Languages   []Language   // of the site, where there are several: the switch
}

// Language is one of the site's languages, as a page's switch shows it.
type Language struct {
	Tag       string // es
	Name      string // in itself: español
	Direction string // rtl where it is written from right to left, else ""
	Href      string // this page in it, or where it has none the nearest, from this page
	URL       string // the page's whole address in it, or Href where the site's is not known; "" where it has none
	Here      bool   // it is this page's
	Main      bool   // it is the site's own
}

// Tongue is the language of words that are not in the page's: what is not translated.
type Tongue struct {
	Language  string // es; "" where the words are in the page's language
	Direction string // ltr or rtl, where it is not the page's
	In        string // its name in the page's language: inglés
}

// Property is a meta element for link previews: og:title and the like.
type Property struct {
	Name, Content string // the property's name, and its value
}

// Link is a link with its words. Href is relative to the page.
type Link struct {
	Text    string // the words to link
	Href    string // where it leads, from this page
	Current bool   // it leads to this page, or to its section
	Here    bool   // it leads to this very page
	Note    string // a word beside it, or ""
	Tongue         // of Text
}

// Correction is what a page said that was wrong, and what it says now.
type Correction struct {
	ID     string // fragment on corrections.html; "" elsewhere
	Day    *Day   // when it was put right
	Page   *Link  // the page concerned; nothing on that page
	Said   string // what it said
	Says   string // what it says now
	Note   string // free words, or ""
	Tongue        // of Said, Says and Note
}

// Facet is one of the site's questions.
type Facet struct {
	ID       string // as in site.yaml: who
	Singular string // what one entry is called: person
	Plural   string // what all are called: Who
	Question string // what it asks of an article: Who is this?
	Href     string // of its index page
	N        int    // number of its style, from 1: its marks have the class fN
}

// Day is a day as a machine and as a reader write it.
type Day struct {
	ISO  string // 2022-12-19, 2022-12 or 2022, which HTML has no quarters for
	Text string // December 19, 2022; fourth quarter of 2022
}

// Card is an entry as other pages show it.
type Card struct {
	ID     string // the entry's file name without .md
	Facet  string // the facet's ID
	Name   string // the entry's name
	Kind   string // as the entry says: person, order …
	Href   string // its page, from this page
	Note   string // one sentence
	Dates  string // "2020–2023", or ""
	Count  int    // as the page counts, 0 where it does not
	N      int    // number of its facet's style
	Short  string // a person's surname, else the name
	Tongue        // of Note
}

// Citation is a source of a fact.
type Citation struct {
	ID        string // fragment on the page: cite-ID, or ""
	Number    int    // on the page, from 1; 0 where it is not numbered
	Words     string // title or identifier
	Publisher string // who published it
	Date      string // day written out, or "undated"
	URL       string // where it can be read, or ""
	Note      string // free words, or ""
	Tongue           // of Note
	Source    Tongue // of Words and Publisher
}

// Article is the view of article.html.
type Article struct {
	Base
	Headline        template.HTML // the title, mentions drawn
	TextKind        string        // report, account …
	Account         bool          // our account of somebody else's text
	Reworded        bool          // that text puts another's in words that are nobody's own
	Private         bool          // not to be published
	OriginalTitle   string        // the publisher's headline, where ours is another
	Publisher       string        // who published the text
	Press           Tongue        // of Publisher
	Authors         []string      // who wrote it
	Published       *Day          // the day it was published
	Event           *Day          // the day of what it tells
	Updated         *Day          // the day our words were last changed
	Place           string        // where it was written
	URL             string        // the publisher's own page, or ""
	Summary         string        // one sentence, or ""
	TextLanguage    string        // of the text, where it is not the page's: es
	TextDirection   string        // ltr or rtl, where it is not the page's
	Minutes         int           // to read
	Body            template.HTML // the prose, drawn, with notes after its paragraphs
	Panels          []Panel       // who, which policy … with counts of this article
	Entries         int           // how many entries those are
	Set             string        // class of the notes where more of them than fit stand beside the prose: they are set small
	Rules           Rules         // what was in force on its day
	Original        []Paragraph   // the original's map, from stand-off evidence
	OriginalPhrases int           // phrases in that map
	Source          Tongue        // of the original's words
	Figures         []FigureRow   // its numbers beside the official ones
	Tally           []Tally       // how many of them agree
	Cleaned         int           // pieces of furniture left out
	Repaired        int           // pieces of damage repaired
	Same            []Link        // comparisons with other tellings
	Previous        *Link         // the article before it in time
	Next            *Link         // the article after it
	Exports         []Link        // machine formats of this article
	Cite            []Cite        // ways to cite this page
	Hint            *Hint         // what a mark does, told on the first entry, once to each reader; nothing where nothing is marked
}

// Hint shows what a mark does: a mark, and what it would open.
type Hint struct {
	Mark template.HTML // the entry's name, marked
	Says string        // what it was that day, else its note
}

// Panel is what an article mentions of one facet.
type Panel struct {
	Facet   Facet       // the facet
	Entries []PanelLine // its entries that the article mentions
}

// PanelLine is an entry that an article mentions.
type PanelLine struct {
	Card  Card   // the entry
	First string // fragment of its first mention: m3
	Count int    // how many mentions there are
}

// Rules is how the policies and measures stood on an article's day.
type Rules struct {
	Day    *Day     // the article's day
	On     []Rule   // what was on: in force, blocked, proposed …
	NotYet []Rule   // what was to come
	Over   []Rule   // what had ended
	Since  []Change // what happened after that day
	Any    bool     // there is anything to show
	Whole  string   // the page of that day, where there is one: all that stood on it
	Main   []Rule   // of all these the few that the text speaks of most
	Others []Rule   // the others
	Turns  []Change // of what happened the few that concern those the text speaks of most
	Later  []Change // all of it, where it is more
}

// Rule is one policy or measure on a day.
type Rule struct {
	Card
	Word     string    // in force, blocked, proposed …
	By       []Card    // who brought it about
	Covers   string    // for whom
	From, To *Day      // the days between which it was so; nothing where open or not known
	Note     string    // free words, or ""
	AsOf     *Day      // the day up to which that is known
	Cited    *Citation // where it was read
	Off      bool      // on the day that is told of it was yet to come, or over; of a period: the thing was over in it
	Tongue             // of Covers and Note
}

// Change is something that happened later.
type Change struct {
	Day    *Day   // when
	Card   Card   // the entry it concerns
	Text   string // what happened
	Tongue        // of Text
}

// Paragraph is one paragraph of a private original.
type Paragraph struct {
	N       int      // its number, from 1
	Phrases []Phrase // what it calls the entries
	Quotes  []Phrase // what it quotes; each Card is the speaker
	Figures []Phrase // its numbers
	Dates   []Phrase // its days
}

// Phrase is the publisher's own wording for an entry.
type Phrase struct {
	Words string // as the publisher wrote them
	Card  Card   // the entry; Name alone where there is none
	Level string // named, descriptive …
	Value string // of a figure, of a quotation its cue
	Day   *Day   // of a date
	Same  bool   // the words are the entry's own name
}

// Quote is something somebody said.
type Quote struct {
	Words     string // what was said, without quotation marks
	Language  string // of these words, where it is not the page's: es
	Direction string // ltr or rtl, where it is not the page's
	Of        *Link  // the words that these translate, and where they stand; nothing of words as they were quoted
	Speaker   Card   // Name alone where there is no entry
	Certainty string // certain, unknown
	Kind      string // direct, fragment
	Article   Link   // the article that has it; Note is its day
	Href      string // the exact place
	Place     string // ¶2 of the original, §2 of the article, note
	Original  bool   // it stands in the private original, not in the article
	Source    string // address of these words on the publisher's own page, or ""
	Altered   *Link  // the comparison that shows other words in another telling
}

// Cite is one way to cite the article.
type Cite struct {
	Label string // what is cited: the original, our account
	Text  string // the citation
}

// Entry is the view of entry.html.
type Entry struct {
	Base
	Facet       Facet           // the facet it belongs to
	Card        Card            // the entry as other pages show it, with Count 0
	Kind        string          // person, order … or ""
	Aliases     []string        // its other names
	Body        template.HTML   // the entry's words, drawn
	Words       Tongue          // of the entry's words
	Also        string          // of an entry of which only the note is translated: the note
	Facing      Tongue          // of Authority and Unmentioned
	Facts       []Fact          // at a glance
	Roles       []Role          // what it was, when
	Periods     []Rule          // when it was on, and how
	Began       *Rule           // the first of them in which it was in force, where its begin is known
	Over        *Rule           // since when it is no more, and why; nothing where that is not known
	Authority   string          // the law it rests on, or ""
	By          []Card          // who issued it or does it
	Under       []Card          // what it is done under
	ClaimedBy   *Card           // the only one who claims it
	Unmentioned string          // why it is here though no article mentions it, or ""
	Chart       *chart.Timeline // its periods or roles, and the articles that mention it
	Citations   []Citation      // its sources, numbered
	Same        []Link          // the same thing in registers: Wikidata Q42
	Related     []Card          // what to see also
	With        []Card          // entries that share its sentences, with counts
	Groups      []Group         // its evidence, article by article, in time
	Pages       []Link          // of the evidence, the oldest first, this one the last; none where all of it stands here
	Mentions    int             // how many there are
	Stories     int             // in how many stories: copies count once
	Said        []Quote         // what is quoted of it
	Misquoted   []Misquoted     // what it said, and what a copy made of it
	Exports     []Link          // machine formats of this entry
}

// Evidence is the view of evidence.html: older mentions of an entry.
type Evidence struct {
	Base
	Facet    Facet   // the facet the entry belongs to
	Card     Card    // the entry
	From, To *Day    // the days of the first and last article quoted here
	Groups   []Group // the evidence, article by article, in time
	Said     []Quote // what is quoted of it in these articles
	Pages    []Link  // of the evidence, the oldest first
}

// Fact is one line at a glance.
type Fact struct {
	Label, Value string    // what, and how much or who
	AsOf         *Day      // the day up to which that is known
	Citation     *Citation // where it was read
	Tongue                 // of Label and Value
}

// Role is what somebody was.
type Role struct {
	Title    string    // the role: President of Mexico
	From, To *Day      // its first and last day; nothing where open or not known
	AsOf     *Day      // the day up to which that is known
	Citation *Citation // where it was read
	Tongue             // of Title
}

// Group is the evidence of one article.
type Group struct {
	ID        string        // fragment
	Article   Link          // the article; Note is its kind of text
	Publisher string        // who published it
	Press     Tongue        // of Publisher
	Day       *Day          // its day
	Copy      bool          // it tells a story that another article tells already
	Reworded  bool          // it puts another's report in words that are nobody's own
	Sentences template.HTML // list items: each sentence with its mentions marked and linked to their places
	Original  []Phrase2     // phrases of the private original
	Source    Tongue        // of those
	Telling   bool          // it is the article above it in another language of the site: no other source
	Tongue                  // of the article
}

// Phrase2 is a phrase of the original with its paragraph.
type Phrase2 struct {
	Paragraph int    // its number in the original
	Words     string // as the publisher wrote them
	Level     string // named, descriptive …
	Href      string // the paragraph on the article's page
	Source    string // address of these words on the publisher's own page, or ""
}

// Index is the view of articles.html and facet.html: the lists.
type Index struct {
	Base
	Facet    *Facet        // the facet whose entries these are; nothing on articles.html
	Articles []ArticleLine // every article, in time; empty for a facet
	Letters  []Letter      // the facet's entries, A to Z; empty on articles.html
}

// ArticleLine is an article in a list.
type ArticleLine struct {
	Title     string // the article's title
	Href      string // its page, from this page
	Publisher string // who published it
	Press     Tongue // of Publisher
	Day       *Day   // the day it was published, else of its event
	Place     string // where it was written
	Summary   string // one sentence, or ""
	TextKind  string // report, account …
	Copy      bool   // it tells a story that an earlier one tells already
	Tongue           // of Title, Place and Summary
}

// Letter is the entries under one letter.
type Letter struct {
	ID      string // fragment
	Letter  string // as it is shown
	Entries []Card // the entries that begin with it
}

// Home is the view of home.html.
type Home struct {
	Base
	Headline  string        // of content/pages/index.md, else the site's title
	Stake     string        // what is at stake, in one sentence, or ""
	Start     *Link         // the article to start with
	Body      template.HTML // the words of content/pages/index.md, drawn
	Articles  []ArticleLine // in time, at most forty
	Matrix    Matrix        // articles by entries
	Misquoted []Misquoted   // what was said, and what a copy made of it: at most three
	Changed   *Link         // the page that compares the two tellings of the first of them
	Sample    *Card         // an entry, to show what a marked word does
	Over      *Over         // a rule that is asked for most, and is over
	Wrong     []Link        // numbers that are wrong, at most three; Note is what they count
	Days      []Link        // the days of the articles, at most twelve
	Top       []TopList     // each facet's most mentioned entries, at most eight
	Updated   *Day          // the day those words were last changed
	Words     Tongue        // of Headline, Stake and Body
}

// Over is a rule that ended.
type Over struct {
	Card   Card   // the rule
	Since  string // the first day on which it was over, in words: since May 12, 2023
	Note   string // how it ended, or ""
	Tongue        // of Note
}

// TopList is a facet's most mentioned entries.
type TopList struct {
	Facet   Facet  // the facet
	Entries []Card // most told of first: Count is in how many stories
}

// Matrix is articles by entries with periods. It is empty where there are more than a
// dozen articles.
type Matrix struct {
	Columns []ArticleLine // the articles
	Groups  []MatrixGroup // the rows, facet by facet
	Width   int           // columns, the names' included
	Lists   []MatrixList  // the same, article by article: for a phone
}

// MatrixGroup is the rows of one facet.
type MatrixGroup struct {
	Facet Facet       // the facet
	Rows  []MatrixRow // its entries
}

// MatrixRow is one entry's counts.
type MatrixRow struct {
	Card  Card   // the entry
	Cells []Cell // its counts, one for each of Columns
	Total int    // their sum
}

// MatrixList is what one article speaks of.
type MatrixList struct {
	Article ArticleLine // the article
	Rows    []Counted   // most spoken of first
}

// Counted is an entry with one count.
type Counted struct {
	Card Card // the entry
	Cell Cell // the count
}

// Cell is a count that leads to its evidence; 0 leads nowhere.
type Cell struct {
	Count int    // how many phrases of the article speak of the entry
	Href  string // the evidence, from this page
	Heat  int    // 1 few, 2 some, 3 many
}

// Timeline is the view of timeline.html.
type Timeline struct {
	Base
	Day      *Day            // the day that is shown at first: the last article's
	Meetings []Meeting       // the days that the drawings mark through every rule
	Days     []Link          // the pages of the articles' days, where they are more than those
	Groups   []StoodGroup    // how each rule stood on each day, by how it stood
	Lying    *chart.Lying    // the drawing for a wide screen; nothing where no rule has periods
	Standing *chart.Standing // the same for a phone, of the rules that most stories speak of
	Rules    int             // how many rules there are
	Strips   int             // how many of them the drawing for a phone has
	Many     bool            // they are so many that at first only those of the day are drawn
	First    string          // the first day drawn: 2018-05-01
	Last     string          // the last one
	Months   string          // the names of the months with | between them
	Order    string          // how a day is written: January 2, 2006
	Years    []Year          // the events, year by year
}

// Meeting is a day that articles are about.
type Meeting struct {
	Day      Day    // the day
	Title    string // what happened
	Href     string // the page of that day, or ""
	Selected bool   // it is the day shown at first
}

// StoodGroup is rules that stood alike: in force, blocked or suspended, and so on.
type StoodGroup struct {
	Word  string  // how they stood, in words
	Known bool    // they stood so on an earlier day, and it is not known what became of them
	Count int     // how many of them on the day shown
	Rules []Stood // in the order of the site's entries
}

// Stood is a rule and how it stood on days on end.
type Stood struct {
	Rule
	First string // the first of those days: 2020-03-20
	Last  string // the last one, or "" where nothing is known of an end
	On    bool   // the day shown is one of them
	Plain bool   // it was in force: no word has to say how it stood
}

// DayPage is the view of day.html: how the rules stood on a day that articles are about.
type DayPage struct {
	Base
	Day            Day           // the day
	Articles       []ArticleLine // the articles that are about it
	Groups         []StoodGroup  // the rules that were on, by how they stood
	Events         []Event       // what happened on that day, as the timeline has it
	Timeline       Link          // the timeline at this day
	Previous, Next *Link         // the days beside it; Note is what happened
}

// Year is the events of one year.
type Year struct {
	Year   string  // as it is shown
	Events []Event // in time
}

// Event is one dated event.
type Event struct {
	ID       string    // fragment
	Day      *Day      // when
	Title    string    // what happened, in a headline
	Text     string    // one or two sentences, or ""
	Entries  []Card    // whom and what it concerns
	Article  *Link     // the article that reports it
	Meeting  bool      // it is what the articles are about
	Citation *Citation // where it was read
	Looks    string    // the looks of its entries' facets, for the filter: "f1 f2"
	Tongue             // of Title and Text
}

// Quotes is the view of quotes.html.
type Quotes struct {
	Base
	From     int             // how many of the oldest articles are left out
	Speakers []Speaker       // most quoted first
	Articles []QuotedArticle // the same, by article
}

// Speaker is everything one speaker said, article by article.
type Speaker struct {
	ID       string          // fragment
	Card     Card            // the speaker; without Href where there is no entry, without Name where unknown
	Count    int             // how many quotations
	Articles []QuotedArticle // what was said, article by article
}

// QuotedArticle is what is said in one article.
type QuotedArticle struct {
	Article Link    // the article; Note is its publisher
	Day     *Day    // its day
	Quotes  []Quote // in the order of the text
}

// Figures is the view of figures.html.
type Figures struct {
	Base
	Rows  []FigureRow // every number that was checked
	Tally []Tally     // how many of them agree
}

// Tally is how many numbers stand to the record in one way.
type Tally struct {
	Agrees  string // yes, roughly, unverified, no
	Verdict string // the same in words
	Count   int    // how many numbers
	Href    string // the first of them
}

// FigureRow is a number beside the official one.
type FigureRow struct {
	ID        string        // fragment
	Article   Link          // the article that has it; Note is its day
	Paragraph int           // of the original; 0 where not known
	Fragment  string        // where the article's page shows that paragraph: #o26, or ""
	Said      string        // the number as the article gives it
	What      string        // what it counts
	Unit      string        // in what
	Speaker   Card          // who gives it; Name alone where there is no entry
	Official  string        // the number on record, or ""
	Agrees    string        // yes, roughly, no, unverified
	Verdict   string        // the same in words
	Note      string        // why they agree or not, or ""
	Entries   []Card        // what it is about
	Citation  *Citation     // where the official number was read
	Bars      *chart.Series // of its series, or nil
	Says      string        // the series in words
	Tongue                  // of Said, What, Official and Note
}

// Prose is the view of page.html: about, method, teach and others; and of 404.html
// and search.html.
type Prose struct {
	Base
	Body     template.HTML // the words, drawn
	Updated  *Day          // the day they were last changed
	Letters  []Letter      // search.html: every entry, A to Z
	Exhibits []Exhibit     // what the page shows besides its words
}

// Exhibit is a table, a glossary, a path, a chart or a map that a page shows besides its words, mostly
// one of them.
type Exhibit struct {
	ID        string     // fragment
	Title     string     // its headline
	Lead      string     // what it shows, or ""
	Note      string     // what a reader must know of it, or ""
	Columns   []string   // of a table: the heads of its columns
	Rows      []Row      // of a table
	Terms     []Term     // of a glossary, A to Z
	Steps     []Step     // of a path
	Chart     *Counts    // of a chart
	Map       *Places    // of a map
	Citations []Citation // its sources, numbered
	Tongue               // of its words
}

// Counts is what was counted, in parts, over time.
type Counts struct {
	Series       []string      // what the parts are, the lowest first
	Unit         string        // what is counted, or ""
	Wide, Narrow *chart.Stacks // the drawing, made for a wide and for a narrow screen
	Rows         []CountRow    // the same in numbers
	Marks        []DayMark     // the days that the drawing marks
}

// Places is where something is told to have happened: first in words, then on a map.
type Places struct {
	Rows         []PlaceRow // the places, numbered from 1
	Wide, Narrow *chart.Map // the drawing, made for a wide and for a narrow screen
}

// PlaceRow is what is said of a place.
type PlaceRow struct {
	ID       string     // fragment
	Name     string     // of the place
	Text     string     // what is said of it, or ""
	Articles []Link     // that tell of it
	Entries  []Card     // that it concerns
	Cited    []Citation // where it was read
}

// CountRow is what was counted in one stretch of time.
type CountRow struct {
	Day    Day        // the stretch: a month, a year
	Values []string   // a number for each series; none where it is not known
	Total  string     // their sum, or ""
	Note   string     // free words, or ""
	Cited  []Citation // where it was read
}

// DayMark is a day that a chart marks.
type DayMark struct {
	Number  int    // in the drawing
	Day     Day    // the day
	Title   string // what happened
	Article *Link  // the article that tells of it
}

// Row is a row of a table.
type Row struct {
	Name    string     // its first cell
	Cells   []Detail   // the others
	Entries []Card     // whom and what it concerns
	Cited   []Citation // where it was read
}

// Detail is a cell of a table.
type Detail struct {
	Label string // the head of its column
	Words string // what stands in it, or ""
}

// Term is a word of a glossary.
type Term struct {
	ID      string     // fragment
	Term    string     // the word
	Text    string     // what it means
	Not     string     // what it is taken for, and is not, or ""
	Entries []Card     // where more is told
	Cited   []Citation // where it was read
}

// Step is a day of a path.
type Step struct {
	ID             string     // fragment
	Number         int        // from 1
	Day            Day        // the day
	Title          string     // a headline
	Text           string     // a sentence or two, or ""
	Article        *Link      // the article that tells of that day; Note is its publisher
	Rules          []Rule     // how some rules stood on it
	Lots           []Lot      // what they did to whom
	After          []Link     // what happened next, in the timeline; Note is the day
	Cited          []Citation // where it was read
	Previous, Next *Link      // the steps beside it; Note is the day
}

// Lot is what became of some people on a day.
type Lot struct {
	Who   string     // whom it tells of
	Under []Card     // the rules and measures that they met
	Text  string     // what became of them
	Then  string     // what could happen next, or ""
	Cited []Citation // where it was read
}

// Compare is the view of compare.html: two tellings of one story.
type Compare struct {
	Base
	A, B             ArticleLine  // the two articles
	Relation         string       // copy, rewording, same event
	Why              string       // what speaks for it
	Sure             int          // per cent
	Stated           bool         // by an author
	Originals        bool         // what differs is between private originals, of which only the changed words are shown
	SharedA, SharedB int          // per cent of its words that the other tells
	Judged           bool         // it is known what differences mean; else quotations and passages alone are told
	Changes          int          // how many changes that matter
	Misquoted        []Misquoted  // what was said, and what the copy made of it
	Kinds            []ChangeKind // those changes, kind by kind
	Rows             []CompareRow // both texts side by side; empty between private originals
	Source           Tongue       // of the words of private originals
}

// ChangeKind is the changes of one kind: quotation, name, title, figure, day, claim,
// passage.
type ChangeKind struct {
	Kind    string      // quotation, name, title, figure, day, claim or passage
	Count   int         // how many
	Changes []ChangeRow // each with both readings
}

// ChangeRow is one change with both readings; one may be missing.
type ChangeRow struct {
	ID             string      // fragment
	Verdict        string      // altered quotation, garbled name …
	A, B           string      // both readings; "" where one is missing
	PlaceA, PlaceB string      // ¶2, §2
	HrefA, HrefB   string      // the places, from this page
	Entry          *Card       // the entry named, or who speaks
	Garbled        string      // the side whose reading is the wrong one: a, b; "" where neither is known to be
	Elsewhere      bool        // A is how other sources have it: the first text lacks the passage
	Again          []ChangeRow // the same change in other places
	Times          int         // in how many places in all; 0 where it is one
}

// CompareRow is an aligned passage. A side without words is missing there.
type CompareRow struct {
	A, B           []ComparePiece // the passage in both texts
	PlaceA, PlaceB string         // §2 of the text
	Moved, Same    bool           // it stands elsewhere; it is word for word the same
}

// ComparePiece is a stretch of a passage.
type ComparePiece struct {
	Words   template.HTML // the words
	Changed bool          // the other text has other words here, or none
	Verdict string        // what was found of that, or ""
	Finding string        // fragment of that finding
}

// EmbedPage is the view of embed.html: a piece of a page for other sites to show in theirs.
// One of Entry, Quote, Figure and Timeline is there, with as much of it as has room.
type EmbedPage struct {
	Base
	Entry    *Entry     // an entry: Facet, Card, Kind, Began, Over, the last of Periods, two of Roles, ClaimedBy, Mentions, Stories
	Quote    *Misquoted // what was said, and what a copy made of it
	Figure   *FigureRow // a number beside the official one
	Timeline *Timeline  // Lying and Standing of the rules that most stories speak of, else the last events in Years; Day, and in Groups how the rules stood on it
	Whole    Link       // the page of which it is a piece
}

// MisquotedPage is the view of misquoted.html: what somebody said, and what a copy made of it.
type MisquotedPage struct {
	Base
	Quote          Misquoted    // both
	Original       *ArticleLine // the article that has the true words; nothing where they were read elsewhere
	Copy           ArticleLine  // the article that rewords it
	Previous, Next *Link        // the others of the site
}

// Misquoted is what somebody said, and what a rewording put into that mouth.
type Misquoted struct {
	ID      string   // fragment
	Said    string   // the true words, whole
	Retold  []Retold // the words of the copy
	Wrong   []string // those of them that nobody said, one by one
	Speaker Card     // who said it; Name alone where there is no entry
	Day     *Day     // the day of the article
	Place   string   // of the true words: ¶10, or ""
	Href    string   // its own page; "" on that
	Compare string   // where the two tellings are compared
	Tongue           // of Said, Retold and Wrong
}

// Retold is words of a copy.
type Retold struct {
	Words  string // with one space between them
	Struck bool   // nobody said them
}

// CorrectionsPage is the view of corrections.html.
type CorrectionsPage struct {
	Base
	All []Correction // the latest first
}

// ChangesPage is the view of changes.html: what changed since an earlier publish.
type ChangesPage struct {
	Base
	Kinds []ChangesOf // kind by kind; none where nothing changed
}

// ChangesOf is the changes of one kind.
type ChangesOf struct {
	Label string    // what they are: New articles, Quotations corrected …
	Items []Changed // one by one
}

// Changed is one change.
type Changed struct {
	Name    string // what it concerns: an article's title, an entry's name, a number
	Href    string // its page; "" where there is none any more
	What    string // the words that it concerns, or ""
	Was, Is string // "" both of what came or went
	Quoted  bool   // these are somebody's words
	Tongue         // of Name and What
}

// Statement is the view of made.html and accessibility.html: what the site says of itself.
type Statement struct {
	Base
	Articles    int      // how many there are
	Entries     int      // how many there are
	Author      string   // who answers for the words
	Accounts    bool     // some articles are accounts of texts that are not republished
	Numbers     bool     // numbers stand beside official ones
	Tellings    bool     // articles that tell one story are compared
	Corrections int      // how many there are
	Tested      *Day     // the day on which the pages were last tried; nothing where site.yaml gives none
	Known       []string // barriers that are known, as site.yaml tells them
}

// Data is the view of data.html.
type Data struct {
	Base
	Files []DataFile // every table
	More  []Link     // other formats
}

// DataFile is a table to download, column by column.
type DataFile struct {
	Path    string   // its address from the root: data/quotes.csv
	Href    string   // the same, from this page
	About   string   // what is in it
	Columns []Column // one by one
}

// Column is one column of a table.
type Column struct {
	Name, About string // the column's name, and what stands in it
}
