// Package importer makes content of raw articles: a new site, articles for a site
// that stands, and stand-off evidence of texts that may not be republished.
//
// In: paths of texts, Markdown files and saved web pages, and a site. Out: files as
// values (a Plan), each with where it came from and whether it is new, kept or
// replaces another; Plan.Write writes them. The author's mistakes are located
// problems and stop only the file that they are in.
//
// Invariants. No file that holds anything else is replaced unless Force says so. No
// word of an article's text is lost: what is left out of a page or a text as
// furniture is listed in Article.Left. What is written builds without an error. What
// a page does not say of itself (its day, its publisher) is left out, never guessed.
// In evidence a phrase has at most site.MostWords words, and all phrases of a text
// that are not names together at most a fifth of it.
//
// # What is read
//
//   - .txt: a title in the first line where it reads like one; lines "By …", "Date: …",
//     "Source: …", "URL: …" at the head, a letter's head, a wire's slug; a dateline's day.
//     Read by package doc, whatever column its lines were wrapped at. Two columns are
//     refused, and what a scanner misread is told.
//   - .md: with YAML front matter or without. Fields of package doc stay as they are
//     written; the names that other programs use (date, author, source …) are
//     renamed; what is left is told. Of a note-taker's file (Obsidian) comments and
//     embedded files are left out and told; its highlights and callouts are plain words.
//   - .html, .htm, .xhtml, .mhtml: saved web pages: see page.go. Of those that a word processor
//     made the notes are kept (pagenotes.go), of MediaWiki's the text alone (wiki.go).
//   - .docx, .odt, .fodt: texts of Word and LibreOffice, as they would be printed: notes are
//     notes; what was deleted or hidden, comments, and what stands on every page are left out
//     and told. See manuscript.go.
//   - .eml: mails: the plain text, else the page; what is attached is told.
//   - .pdf: see package pdf; what it reads is then a plain text.
//
// Encodings: UTF-8, UTF-16 with a byte order mark, what a page declares, and
// Windows-1252; any line ends.
package importer

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"glossator/internal/doc"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Request says what to import, and where to.
type Request struct {
	Site     string   // the site's directory
	New      bool     // make it
	Title    string   // of a new site; "" for the folder's name
	Language string   // of a new site; "" for that of most pages, else en
	Facets   []string // of a new site, by ID; nil for DefaultFacets
	Rights   string   // of every article that says nothing of its own; "" for private
	Force    bool     // replace what stands there
	Versions bool     // keep a page that the site has with other words beside it
	Paths    []string // files and folders

	Progress func(stage string, done, total int) // told as it goes on; nil for nobody
}

// Article is one text as it was understood.
type Article struct {
	doc.Meta
	From     string   // the file, as it was given
	Language string   // as the page says; "" where it does not
	Encoding string   // that it was decoded from; "" for UTF-8
	Body     string   // Markdown
	Front    string   // front matter that the author wrote, to stand as it is
	Left     []string // what was left out of the text as furniture, in order
	Words    int      // of the body
	changed  bool     // Published is the day of a change
	made     meta.Day // of the file, where no other day is known
	like     string   // what it is a copy or a version of, as the table tells it
}

// What happened, or will, to a file.
const (
	Wrote    = "wrote"
	Kept     = "kept"
	Replaced = "replaced"
	Skipped  = "skipped"
)

// Planned is a file to write.
type Planned struct {
	File
	Action  string
	Article *Article `json:",omitempty"` // nil for the site's own files
}

// Plan is everything an import will write.
type Plan struct {
	Site     string
	Language string
	Files    []Planned // the site's own first, then the articles in the order given
	Passed   int       // files in folders that are no articles
	Problems []source.Problem
}

// Make reads what is asked for and plans what to write. An error is the world's
// failure, or a request that cannot be met at all.
func Make(r Request) (*Plan, error) {
	p := &Plan{Site: r.Site}
	found := gather(r.Paths)
	p.Passed, p.Problems = found.passed, found.problems
	var articles []*Article
	for i, in := range found.inputs {
		if r.Progress != nil {
			r.Progress("read", i, len(found.inputs))
		}
		a, problems := read(in)
		p.Problems = append(p.Problems, problems...)
		if a != nil {
			articles = append(articles, a)
		}
	}
	articles = p.unlike(articles)
	there, err := survey(r)
	if err != nil {
		return p, err
	}
	if r.New && len(r.Paths) > 0 && len(articles) == 0 {
		return p, fmt.Errorf("no article could be read: no site was made")
	}
	p.Language = cmp.Or(r.Language, there.language)
	if r.New {
		p.Language = cmp.Or(r.Language, most(articles), "en")
	}
	if r.Versions && !r.Force {
		there.versions(articles)
	}
	names := there.names(articles)
	if r.New {
		for _, f := range newSite(r, p.Language, articles, names) {
			p.Files = append(p.Files, Planned{File: f})
		}
	}
	for i, a := range articles {
		p.Problems = append(p.Problems, there.links(a)...)
		p.Problems = append(p.Problems, strange(a, p.Language)...)
		if a.Rights.Text == "" {
			a.Rights.Text = cmp.Or(r.Rights, "private")
		}
		p.Files = append(p.Files, Planned{File: File{"content/articles/" + names[i] + ".md", a.String()}, Article: a})
	}
	err = p.compare(r, there)
	p.alike(there)
	p.Problems = source.SortProblems(p.Problems)
	return p, err
}

// compare settles what each file means for what stands at its place.
func (p *Plan) compare(r Request, there *standing) error {
	for i := range p.Files {
		f := &p.Files[i]
		data, err := os.ReadFile(filepath.Join(p.Site, filepath.FromSlash(f.Path)))
		other := ""
		if f.Article != nil && f.Article.URL.Text != "" {
			other = there.addresses[f.Article.URL.Text]
		}
		switch {
		case err == nil && (string(data) == f.Data || f.Article != nil && !r.Force && sameWords(string(data), f.Data)):
			f.Action = Kept
		case err != nil && (other == "" || f.Article.version()):
			f.Action = Wrote
		case r.Force && err == nil:
			f.Action = Replaced
		case f.Article == nil:
			return fmt.Errorf("%s stands there already: nothing was written\n\thint: leave out --new to add articles to a site, name another folder, or add --force to replace the site's own files",
				filepath.Join(p.Site, filepath.FromSlash(f.Path)))
		case err != nil:
			f.Action = Skipped
			p.Problems = append(p.Problems, whole(f.Article.From, "already-there", fmt.Sprintf("the page %s is in the site already, as %s", f.Article.URL.Text, other),
				otherWords))
		default:
			f.Action = Skipped
			p.Problems = append(p.Problems, whole(f.Article.From, "already-there", fmt.Sprintf("%s stands there already, with other words in it", f.Path),
				otherWords))
		}
	}
	return nil
}

// otherWords says what can be done with a text that stands in the site with other words.
const otherWords = "add --versions to keep both, as two tellings of one story, or --force to replace it: what you changed in it is lost"

// unlike drops articles whose words another one has already.
func (p *Plan) unlike(articles []*Article) (kept []*Article) {
	first := map[string]*Article{}
	for _, a := range articles {
		body := strings.TrimSpace(a.Body)
		if other := first[body]; other != nil {
			p.Problems = append(p.Problems, whole(a.From, "same-text", "the text is the same as that of "+other.From, "it is imported once").As(source.Warning))
			continue
		}
		first[body] = a
		kept = append(kept, a)
	}
	return kept
}

// most is the language of most articles that tell theirs; of equals the first.
func most(articles []*Article) (language string) {
	count := map[string]int{}
	for _, a := range articles {
		if a.Language != "" {
			count[a.Language]++
		}
	}
	for _, a := range articles {
		if count[a.Language] > count[language] {
			language = a.Language
		}
	}
	return language
}

// strange tells of an article in another language than the site's.
func strange(a *Article, language string) []source.Problem {
	if a.Language == "" || a.Language == language {
		return nil
	}
	return []source.Problem{whole(a.From, "language", fmt.Sprintf("the page is in %q, the site in %q", a.Language, language),
		"names are found; phrases and dates are read by the site's language").As(source.Warning)}
}

// whole is a problem of a file as a whole.
func whole(path, rule, msg, hint string) source.Problem {
	return source.Problem{Pos: source.Pos{Path: filepath.ToSlash(path)}, Rule: rule, Msg: msg, Hint: hint}
}

// Changes tells whether anything is to be written.
func (p *Plan) Changes() bool {
	return slices.ContainsFunc(p.Files, func(f Planned) bool { return f.Action == Wrote || f.Action == Replaced })
}

// Write writes every file of the plan that is new or replaces one: all are prepared
// beside their places first and then put there, so that a full disk leaves the site as it
// was. A file that came to stand in the place of a new one stays, and that is an error.
func (p *Plan) Write() error {
	var w writing
	for _, f := range p.Files {
		if f.Action != Wrote && f.Action != Replaced {
			continue
		}
		if err := w.prepare(p.Site, f.File, f.Action == Wrote); err != nil {
			return w.finish(err)
		}
	}
	return w.finish(nil)
}
