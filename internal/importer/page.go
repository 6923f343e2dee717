package importer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"glossator/internal/doc"
	"glossator/internal/source"
)

// readPage reads a saved web page, in this order:
//
//  1. what the page says of the article: JSON-LD, meta elements, its headline and byline
//     as they are shown, the address a browser wrote into it (linked.go, about.go); its
//     day, by all that tells one (witness.go, shown.go);
//  2. the element that holds the article (find.go);
//  3. furniture is taken out of it: by element, by class and by form (prune.go), and
//     then, line by line, by the rules by which package doc cleans a plain text;
//  4. what is left is written as Markdown: headings, paragraphs, lists, quotations,
//     tables, emphasis, and links to other sites (blocks.go, markup.go).
//
// Pictures and their captions are left out. address is where the page was saved from,
// where the file around it says so.
func readPage(f *source.File, address string) (_ *Article, problems []source.Problem) {
	root, err := html.Parse(strings.NewReader(f.Data))
	if err != nil {
		return nil, []source.Problem{f.Problem(0, "no-article", "the page cannot be read: "+err.Error(), "save its text as .txt instead")}
	}
	data, said, seen := linkedDataOf(root), aboutOf(root), shownOn(root)
	first(&said.saved, address)
	strip(root)
	wiki, notes := takeWiki(root), takeNotes(root)
	place := find(root)
	said.near(place)
	said.around(root, place)
	a := said.settle(data)
	l := said.tongue(data)
	witnesses := append(said.witnesses(data), seen.witnesses(l, place, a.Title)...)
	pruner := &pruner{all: wordsIn(place), data: map[*html.Node]bool{}}
	each(place, pruner.furniture, func(n *html.Node) {
		a.Left = append(a.Left, leftOut(n)...)
	})
	a.Left = append(a.Left, wiki...)
	blocks := blocksOf(place, said.resolve(a.URL.Text))
	blocks = notes.under(&a, a.sift(blocks, said))
	if body := strings.Join(markdown(blocks), "\n"); wordsIn(place) > 0 {
		a.Body = body
	}
	if told := strings.Fields(data.body); len(told) > 2*len(strings.Fields(a.Body)) && len(told) > 40 {
		a.Body = fromData(data.body) // the page is drawn by a script: its words stand in its data alone
	}
	if strings.TrimSpace(a.Body) == "" {
		return nil, []source.Problem{f.Problem(0, "no-article", "no article was found in the page", "save its text as .txt instead")}
	}
	for _, l := range a.Left {
		if len(a.Authors) == 0 {
			a.Authors = bylineNames(l, a.Publisher)
		}
	}
	if len(blocks) > 0 {
		witnesses = append(witnesses, witness{day: datelineDay(text(blocks[0].runs)), kind: "dateline", where: "its dateline", worth: worthOfDateline})
	}
	problems = append(notes.told(f.Path), a.dated(f.Path, settleDay(witnesses))...)
	if a.Publisher == "" && len(blocks) > 0 {
		a.Publisher = agency(text(blocks[0].runs))
	}
	return &a, problems
}

// dated gives an article the day that its page tells.
func (a *Article) dated(path string, s settledDay) (problems []source.Problem) {
	a.Published, a.changed = s.day, s.change
	if s.doubt != "" {
		problems = append(problems, whole(path, "two-days", s.doubt, "the first was taken: write the other after published: where that is right").As(source.Warning))
	}
	if s.change {
		problems = append(problems, whole(path, "day-of-change", fmt.Sprintf("the page tells only when it was changed last, on %s", s.day), "that was taken: write after published: when it came out, where you know it").As(source.Warning))
	}
	return problems
}

// leftOut are the words of a piece of furniture, block by block; none where it has
// none.
func leftOut(n *html.Node) (all []string) {
	for _, b := range blocksOf(n, nil) {
		all = append(all, flat(b)...)
	}
	return all
}

// flat lists the words of a block and of those in it.
func flat(b *piece) (all []string) {
	if w := strings.Join(strings.Fields(text(b.runs)), " "); w != "" {
		all = append(all, w)
	}
	for _, k := range b.kids {
		all = append(all, flat(k)...)
	}
	for _, item := range b.items {
		for _, k := range item {
			all = append(all, flat(k)...)
		}
	}
	for _, row := range b.rows {
		all = append(all, strings.Join(strings.Fields(rowText(row)), " "))
	}
	return all
}

// fromData makes Markdown of the plain text that a page's data hold.
func fromData(s string) string {
	var paras []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			paras = append(paras, escapeBlock(inline([]run{{text: line}})))
		}
	}
	return strings.Join(paras, "\n\n")
}

// sift takes the furniture that has no class of its own out of the blocks: the title
// again, byline, day and deck above the text, what package doc's rules know by its
// form, and a pull quote that repeats the text.
func (a *Article) sift(blocks []*piece, said *about) []*piece {
	blocks = unfenced(blocks)
	a.header(blocks, said)
	a.byForm(blocks)
	a.endMatter(blocks)
	var prose strings.Builder
	for _, b := range blocks {
		if b.kind == para && !b.gone {
			prose.WriteString(text(b.runs) + "\n")
		}
	}
	pulled := 0
	for _, b := range blocks {
		if b.kind == quote && pulled < mostPulled && len(flat(b)) > 0 {
			pulled++
			words := flat(b)
			w := strings.Trim(words[0], " \"“”«»„.")
			alone := len(words) == 1 || len(words) == 2 && len(strings.Fields(words[1])) <= 8 // with who says it
			if alone && len(w) > 20 && strings.Contains(prose.String(), w) {
				b.gone = true
			}
		}
	}
	turned(blocks)
	blocks = a.prune(blocks)
	a.levels(blocks)
	var paragraphs []string
	for _, b := range blocks {
		if b.kind == para {
			paragraphs = append(paragraphs, b.line())
		}
	}
	a.converse(paragraphs)
	return blocks
}

// turned joins a paragraph that the head of a page cuts in two: what is gone between
// them is furniture.
func turned(blocks []*piece) {
	var before *piece // the paragraph that may go on
	cut := false
	for _, b := range blocks {
		switch {
		case b.gone:
			cut = cut || b.paged
			continue
		case cut && before != nil && b.kind == para && goesOn(before.line(), b.line()):
			before.runs = tidy(slices.Concat(before.runs, []run{{text: " "}}, b.runs))
			b.runs = nil
			continue
		}
		before, cut = nil, false
		if b.kind == para {
			before = b
		}
	}
}

// goesOn tells whether a line that ends without a mark goes on in small letters.
func goesOn(before, line string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(first) && !strings.ContainsRune(".!?:…\"”", last)
}

// mostPulled is how many quotations of a page are looked for in its text.
const mostPulled = 200

// unfenced makes paragraphs of preformatted text where it is most of the article: old
// pages hold whole press releases so.
func unfenced(blocks []*piece) (out []*piece) {
	fenced, all := 0, 0
	for _, b := range blocks {
		n := len(strings.Fields(strings.Join(flat(b), " ")))
		if all += n; b.kind == verbatim {
			fenced += n
		}
	}
	if fenced*2 < all {
		return blocks
	}
	for _, b := range blocks {
		if b.kind != verbatim {
			out = append(out, b)
			continue
		}
		d, _ := doc.Parse(source.NewFile("page.txt", text(b.runs)), nil, doc.Options{})
		for _, x := range d.Prose.Blocks {
			out = append(out, &piece{kind: para, runs: []run{{text: d.Prose.Text[x.Span.Start:x.Span.End]}}})
		}
	}
	return out
}

// unit is a line of an article for the rules of package doc.
type unit struct {
	b     *piece
	words string
}

// byForm has package doc look at the blocks as at a plain text, and takes out what it
// takes out there.
func (a *Article) byForm(blocks []*piece) {
	var units []unit
	var gather func([]*piece)
	gather = func(blocks []*piece) {
		for _, b := range blocks {
			switch b.kind {
			case para, heading:
				if !b.gone {
					units = append(units, unit{b, strings.ReplaceAll(text(b.runs), "\n", " ")})
				}
			case quote:
				gather(b.kids)
			case list:
				for _, item := range b.items {
					gather(item)
				}
			}
		}
	}
	gather(blocks)
	var s strings.Builder
	starts := make([]int, len(units))
	for i, u := range units {
		starts[i] = s.Len()
		s.WriteString(u.words + "\n\n")
	}
	d, _ := doc.Parse(source.NewFile("page.txt", s.String()), nil, doc.Options{Whole: true})
	for k := len(d.Cleaned) - 1; k >= 0; k-- { // from the end: edits move what follows
		c := d.Cleaned[k]
		i, exact := slices.BinarySearch(starts, c.Span.Start)
		if !exact {
			i--
		}
		if c.Rule == "capitals promotion" && !units[i].b.linked {
			continue // a heading of the article's own: what promotes another story leads to it
		}
		from, to := c.Span.Start-starts[i], c.Span.End-starts[i]
		if from == 0 && to >= len(units[i].words) && c.Replacement == "" {
			units[i].b.gone, units[i].b.paged = true, c.Rule == "page head"
			continue
		}
		if c.Replacement == "" && to-from > len("\u00ad") {
			a.Left = append(a.Left, units[i].words[from:min(to, len(units[i].words))])
		}
		units[i].b.runs = spliced(units[i].b.runs, from, to, c.Replacement)
	}
}

// spliced replaces bytes of the text of runs.
func spliced(runs []run, from, to int, with string) (out []run) {
	at := 0
	for _, r := range runs {
		end := at + len(r.text)
		lo, hi := min(max(from-at, 0), len(r.text)), min(max(to-at, 0), len(r.text))
		if from < end && to > at {
			r.text = r.text[:lo] + with + r.text[hi:]
			with = ""
		}
		if r.text != "" {
			out = append(out, r)
		}
		at = end
	}
	return tidy(out)
}

// prune drops what is gone, and lists and quotations that are left empty.
func (a *Article) prune(blocks []*piece) (kept []*piece) {
	for _, b := range blocks {
		if b.gone {
			a.Left = append(a.Left, flat(b)...)
			continue
		}
		switch b.kind {
		case quote:
			if b.kids = a.prune(b.kids); len(b.kids) == 0 {
				continue
			}
		case list:
			var items [][]*piece
			for _, item := range b.items {
				if item = a.prune(item); len(item) > 0 {
					items = append(items, item)
				}
			}
			if b.items = items; len(items) == 0 {
				continue
			}
		case para, heading:
			if len(b.runs) == 0 {
				continue
			}
		}
		kept = append(kept, b)
	}
	for len(kept) > 0 && kept[len(kept)-1].kind == heading { // nothing follows it
		a.Left = append(a.Left, flat(kept[len(kept)-1])...)
		kept = kept[:len(kept)-1]
	}
	return kept
}

// levels makes headings begin at the second level, below the article's title, and a
// heading of a short paragraph that is all bold.
func (a *Article) levels(blocks []*piece) {
	least := 6
	for _, b := range blocks {
		if b.kind == heading {
			least = min(least, b.level)
		}
	}
	level := 2
	for _, b := range blocks {
		switch {
		case b.kind == heading:
			b.level = min(max(2, b.level-least+2), 6)
			level = min(b.level+1, 6)
		case b.kind == para && boldLine(b.runs):
			b.kind, b.level, b.runs = heading, level, plain(b.runs)
		}
	}
}

func boldLine(runs []run) bool {
	if len(runs) != 1 || !runs[0].strong || runs[0].href != "" {
		return false
	}
	words := text(runs)
	ended := strings.HasSuffix(words, "”") || strings.ContainsAny(words[len(words)-1:], ".:;,?!\"")
	return !ended && len(strings.Fields(words)) <= 12 && !strings.Contains(words, "\n")
}
