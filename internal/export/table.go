package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"

	"glossator/internal/site"
)

// Table is one CSV file: what a row is, and each of its columns.
type Table struct {
	Path    string
	About   string
	Columns []Column
	rows    func(*sheet, *site.Site, Options)
	input   func(*site.Site) any // what it is made of; nil for the whole site
}

// Column is one column of a table.
type Column struct{ Name, About string }

// Tables lists the tables in the order in which they are shown. It is what the
// tables are written from, and what the data page is made of.
func Tables() []Table {
	article := Column{"article", "name of the article: its page is articles/NAME.html"}
	start := Column{"source_start", "where the words begin in the article's source file, in Unicode code points from 0"}
	end := Column{"source_end", "where they end, the end excluded"}
	exact := Column{"exact", "the words as the source file has them, markup inside them included"}
	place := []Column{article, start, end, exact}
	table := func(path, about string, rows func(*sheet, *site.Site, Options), first []Column, more ...Column) Table {
		return Table{Path: "data/" + path, About: about, Columns: append(first[:len(first):len(first)], more...), rows: rows}
	}
	return []Table{
		table("mentions.csv", "A row for each phrase that stands for an entry.", mentions, place,
			Column{"facet", "which question the entry answers: a facet's id"},
			Column{"entry", "id of the entry"},
			Column{"level", "named (a name, surname or acronym) or descriptive (a phrase that describes)"},
			Column{"rule", "why it was linked"},
			Column{"sentence", "the sentence that holds it, as the page shows it"},
			Column{"page", "address of this very mention, from the site's root"}),
		table("quotes.csv", "A row for each passage between quotation marks, the marks left out.", quotes, place,
			Column{"kind", "direct (a clause or more) or fragment"},
			Column{"speaker", "id of the entry quoted; the name as written where there is no entry; empty where unknown"},
			Column{"cue", "the words that tell who speaks"},
			Column{"certainty", "certain or unknown"},
			Column{"rule", "editor where the speaker was decided by hand; empty where it was read"}),
		table("figures.csv", "A row for each number that carries a fact.", figures, place,
			Column{"value", "the number, with a decimal point"},
			Column{"unit", "what it is measured in: people, percent, dollars"},
			Column{"what", "what it counts, in the text's words"},
			Column{"rule", "editor where it was decided by hand; empty where it was read"}),
		table("dates.csv", "A row for each time expression.", dates, place,
			Column{"resolves", "the year, month or day meant (YYYY, YYYY-MM, YYYY-MM-DD), or the quarter or half of a year as in ISO 24617-1 (YYYY-Q3, YYYY-H1); empty where it cannot be placed"},
			Column{"rule", "editor where it was decided by hand; empty where it was read"}),
		table("cleaned.csv", "A row for each piece of a source file that is not shown as it stands.", cleaned, place,
			Column{"rule", "why it was left out or repaired"},
			Column{"replacement", "what is shown instead; empty where it was left out"}),
		table("changes.csv", "A row for each difference between two articles that tell one story.", changes, []Column{
			{"a", "name of the first article"}, {"b", "name of the second"},
			{"kind", "what the change is about: quotation, name, title, figure, day, claim, passage, wording"},
			{"entry", "id of the entry named, or of who is quoted; empty where unknown"},
			{"a_start", "where the changed words begin in the first article's source file, in code points; empty where that text is not here"},
			{"a_end", "where they end; equal to a_start where the words are missing"},
			{"a_exact", "the words there"},
			{"b_start", "the same for the second article"}, {"b_end", "where they end"}, {"b_exact", "the words there"},
			{"verdict", "what became of the words"}}).of(changesInput),
		table("evidence.csv", "A row for each phrase of an original that is not republished.", evidence, []Column{
			{"article", "name of the account of that original"},
			{"paragraph", "paragraph of the original, counted from 1; 0 is its title"},
			{"kind", "mention, quote, figure or date"},
			{"entry", "id of the entry mentioned, or of the speaker"},
			{"facet", "which question the entry answers"},
			{"level", "named or descriptive"},
			{"phrase", "the publisher's own words, at most " + strconv.Itoa(site.MostWords)},
			{"value", "of a figure its number, of a date the day meant, of a quotation its cue"}}),
		table("entries.csv", "A row for each entry of the catalogue.", entries, []Column{
			{"entry", "id"}, {"facet", "which question it answers: a facet's id"}, {"name", "its name"},
			{"kind", "what kind of thing it is"}, {"authority", "what law it rests on"},
			{"aliases", "its other names, separated by | marks"},
			{"from", "begin of its first period or role, as exact as known"},
			{"to", "end of its last; empty where open or not known"},
			{"mentions", "phrases in the articles that stand for it"},
			{"articles", "articles that mention it, originals that are not republished included"},
			{"stories", "different stories those tell: copies of one report count once"},
			{"note", "what it is, in a sentence"}, {"page", "address of its page, from the site's root"},
			{"status", "how it stood in the last period that is known: in force, blocked, ended …; empty where it has no periods"},
			{"same_as", "addresses of the same thing in registers such as Wikidata, separated by | marks"}}),
		table("checks.csv", "A row for each number of an article that is set beside an official one.", checks, []Column{
			{"id", "id"}, article, {"paragraph", "paragraph of the original, counted from 1; 0 where it is not told"},
			{"said", "the number as it was said"}, {"what", "what it counts"}, {"official", "the official number"},
			{"agrees", "whether both agree: yes, roughly, no or unverified"},
			{"source_title", "what is cited for it"}, {"source_identifier", "docket, citation or number of that source"},
			{"source_publisher", "who published it"}, {"source_date", "its day, or undated"}, {"source_url", "where it can be read"}}),
		table("events.csv", "A row for each event of the timeline.", events, []Column{
			{"date", "day, month or year"}, {"title", "headline"}, {"text", "what happened"},
			{"entries", "ids of the entries involved, separated by spaces"},
			{"article", "name of the article that reports it"},
			{"event", "yes where it is what that article is about"},
			{"source_title", "what is cited for it"}, {"source_identifier", "docket, citation or number of that source"},
			{"source_publisher", "who published it"}, {"source_date", "its day, or undated"}, {"source_url", "where it can be read"}}),
	}
}

// of tells what a table is made of, where that is not the whole site.
func (t Table) of(input func(*site.Site) any) Table {
	t.input = input
	return t
}

// write writes the table row by row: no site is too large for it.
func (t Table) write(to io.Writer, s *site.Site, o Options) error {
	w := sheet{csv: csv.NewWriter(bufio.NewWriterSize(to, 64<<10))}
	for _, c := range t.Columns {
		w.text(c.Name)
	}
	w.end()
	t.rows(&w, s, o)
	w.csv.Flush()
	return w.csv.Error()
}

// sheet is a CSV file being written. A failed write comes out in the end.
type sheet struct {
	csv *csv.Writer
	row []string
}

func (w *sheet) text(cells ...string) { w.row = append(w.row, cells...) }

func (w *sheet) number(n int) { w.text(strconv.Itoa(n)) }

func (w *sheet) decimal(v float64) { w.text(strconv.FormatFloat(v, 'f', -1, 64)) }

func (w *sheet) end() {
	_ = w.csv.Write(w.row) // its error stays until it is asked for
	w.row = w.row[:0]
}
