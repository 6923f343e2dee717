package catalogue

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Site is content/site.yaml: what the site is, and which questions it answers.
//
//	title: The Border, Annotated
//	description: one sentence for link previews
//	language: en                     # of the articles and of the pages
//	base_url: https://example.org/x/ # "" when not known
//	checked: 2026-11-21              # the day the facts were last checked
//	author: who answers for the words
//	contact: desk@example.org        # or the address of a tracker's new issue: errors are reported there
//	accessibility: {tested: 2026-11-20, known: [One map has no list beside it.]}
//	exports: cards, text             # what is made besides pages: see Exports
//	search_key: "off"                # keeps the key / from focusing the search box
//	facets:
//	  - {id: who, dir: who, singular: person, plural: Who, question: Who is this?}
//	labels: {person: persona}        # the pages' own words, where not those of the language
//	translations:                    # the site in other languages: see Translation
//	  es: {title: La frontera, anotada}
type Site struct {
	File        *source.File      `meta:"-" hash:"ignore"`
	Title       string            `meta:"title,required"`
	Description string            `meta:"description"`
	Language    string            `meta:"language"`
	BaseURL     meta.Word         `meta:"base_url"`
	Author      string            `meta:"author"`
	Checked     meta.Day          `meta:"checked,full"`
	Contact     meta.Word         `meta:"contact"`
	Accessible  Accessibility     `meta:"accessibility"`
	Exports     meta.Word         `meta:"exports"`
	SearchKey   string            `meta:"search_key"`
	Facets      []Facet           `meta:"facets"`
	OwnLabels   map[string]string `meta:"labels"`
	Labels      map[string]string `meta:"-"` // those of the language, with its own over them

	Translations map[string]Translation `meta:"translations"` // by tag
}

// Reserved are names that the site's own pages and folders have, so that no facet may.
var Reserved = []string{"articles", "pages", "assets", "data", "search", "timeline", "figures", "quotes", "compare", "days", "misquoted", "embed", "cards", "index", "about", "made", "accessibility", "corrections", "feed", "sitemap", "static", "templates", "content", "public"}

// Load reads site.yaml and every entry from the tree's content directory.
func Load(t *source.Tree) (*Site, *Catalogue, []source.Problem) { return new(Loader).Load(t) }

// Loader loads again and again. It remembers what it read of every file.
type Loader struct {
	known    map[*source.File]parsed
	site     *Site
	problems []source.Problem // of site
}

// parsed is the file of an entry, or of an entry's words in another language, as it was read
// for a facet.
type parsed struct {
	facet    int
	tag      string // of the language; "" of an entry
	entry    *Entry
	words    *Words
	problems []source.Problem
}

// Site reads site.yaml alone. What it is of another file is another value; it never changes.
func (l *Loader) Site(t *source.Tree) (*Site, []source.Problem) {
	f := t.File("content/site.yaml")
	if l.site != nil && l.site.File == f {
		return l.site, l.problems
	}
	l.site, l.problems = &Site{Language: "en", File: f}, nil
	if f == nil {
		l.problems = []source.Problem{{Pos: source.Pos{Path: "content/site.yaml"}, Rule: "missing-site",
			Msg: "there is no content/site.yaml", Hint: "write one with title: and facets:, or run import --new to make a site"}}
		return l.site, l.problems
	}
	l.problems = meta.Decode(f, source.Span{End: len(f.Data)}, l.site)
	l.problems = append(l.problems, l.site.check()...)
	l.site.label()
	return l.site, l.problems
}

// Load is as the function Load. Entries are shared with the last result: they never
// change.
func (l *Loader) Load(t *source.Tree) (*Site, *Catalogue, []source.Problem) {
	site, problems := l.Site(t)
	problems = slices.Clip(problems)
	if site.File == nil {
		return site, New(nil, nil), problems
	}
	var files []*source.File
	var as []parsed
	for i, facet := range site.Facets {
		for _, p := range t.Under("content/" + facet.Dir) {
			if path.Ext(p) == ".md" && path.Dir(p) == "content/"+facet.Dir {
				files, as = append(files, t.File(p)), append(as, parsed{facet: i, tag: site.tagOf(p)})
			}
		}
	}
	var entries []*Entry
	var words []*Words
	for _, p := range l.parse(files, as) {
		problems = append(problems, p.problems...)
		if p.entry != nil {
			entries = append(entries, p.entry)
		}
		if p.words != nil {
			words = append(words, p.words)
		}
	}
	entries, ps := unique(entries)
	decided, more := decisions(t)
	problems = append(append(problems, more...), decided.known(entries)...)
	c := New(site.Facets, entries)
	c.Decisions = decided
	problems = append(append(problems, ps...), c.references()...)
	problems = append(problems, site.translated(c, words)...)
	return site, c, problems
}

// parse reads the files that are not known, on every processor, each as what it is.
func (l *Loader) parse(files []*source.File, as []parsed) []parsed {
	all := make([]parsed, len(files))
	workers := runtime.GOMAXPROCS(0)
	source.Together(workers, func(w int) {
		for i := w; i < len(files); i += workers {
			p, ok := l.known[files[i]]
			if !ok || p.facet != as[i].facet || p.tag != as[i].tag {
				p = as[i]
				if p.tag == "" {
					p.entry, p.problems = Parse(files[i], p.facet)
				} else {
					p.words, p.problems = parseWords(files[i], p.tag)
				}
			}
			all[i] = p
		}
	})
	l.known = make(map[*source.File]parsed, len(files))
	for i, f := range files {
		l.known[f] = all[i]
	}
	return all
}

// label makes the labels: those of the language, and what the site says otherwise.
func (s *Site) label() {
	s.Labels = language.Labels(s.Language)
	if s.Labels == nil {
		s.Labels = s.OwnLabels
		return
	}
	maps.Copy(s.Labels, s.OwnLabels)
}

// check tells what is wrong, and takes it away: a facet, an address, a word.
func (s *Site) check() (problems []source.Problem) {
	bad := func(at int, rule, msg, hint string) {
		problems = append(problems, s.File.Problem(at, rule, msg, hint))
	}
	seen := map[string]bool{}
	s.Facets = slices.DeleteFunc(s.Facets, func(f Facet) bool {
		rule, msg, hint := f.wrong(seen)
		if rule != "" {
			bad(int(f.At), rule, msg, hint)
		}
		seen[f.Dir], seen["id "+f.ID] = true, true
		return rule != ""
	})
	var tag *language.BadTag
	if _, err := language.For(s.Language); errors.As(err, &tag) {
		bad(max(0, strings.Index("\n"+s.File.Data, "\nlanguage:")), "bad-language", tag.Error(), tag.Hint)
		s.Language = "en"
	}
	problems = append(problems, s.checkTranslations()...)
	if _, unknown := Exported(s.Exports.Text); unknown != "" {
		bad(s.Exports.Offset, "bad-value", fmt.Sprintf("%q of \"exports\" is none of the words it may be", unknown), ExportsHint())
		s.Exports = meta.Word{}
	}
	problems = append(problems, s.checkContact()...)
	if b := s.BaseURL.Text; b != "" {
		if msg := meta.BadBase(b); msg != "" {
			bad(s.BaseURL.Offset, "bad-address", "base_url: "+msg, meta.AddressHint)
			s.BaseURL = meta.Word{}
		}
	}
	return problems
}

// wrong is what is wrong with a facet beside those seen; no rule where nothing is.
func (f Facet) wrong(seen map[string]bool) (rule, msg, hint string) {
	switch {
	case !SafeName(f.Dir) || !SafeName(f.ID):
		return "bad-name", fmt.Sprintf("facet %q with folder %q", f.ID, f.Dir), source.SafeNameHint
	case slices.Contains(Reserved, f.Dir):
		return "bad-name", fmt.Sprintf("folder %q is taken by the site itself", f.Dir), "name it otherwise"
	case seen[f.Dir] || seen["id "+f.ID]:
		return "duplicate", fmt.Sprintf("facet %q or its folder stands twice", f.ID), "give each its own"
	}
	return "", "", ""
}

// SafeName tells whether a name can be a file name and an address anywhere.
func SafeName(s string) bool { return source.SafeName(s) }

// Parse reads one entry file. The entry is nil where it could not be named.
func Parse(f *source.File, facet int) (*Entry, []source.Problem) {
	defer source.Reading(f.Path)
	e := &Entry{ID: strings.TrimSuffix(path.Base(f.Path), ".md"), Facet: facet, File: f}
	_, body, problems := meta.Head(f, e)
	e.Body = body
	for i, p := range problems {
		if p.Rule == "unknown-field" && strings.Contains(p.Msg, `"translation_of"`) {
			problems[i].Hint = "an entry is one in all languages: give it names: {es: …}, and write its text in es into " + e.ID + ".es.md beside it"
		}
	}
	if !SafeName(e.ID) {
		return nil, append(problems, f.Problem(0, "bad-name", fmt.Sprintf("%q cannot be an entry's address", e.ID), safeIDHint(e.ID)))
	}
	if slices.Contains(nothing, e.ID) {
		return nil, append(problems, f.Problem(0, "bad-name", fmt.Sprintf("no entry can be called %q: the word says of a reading that there is none", e.ID), "rename the file"))
	}
	if e.Name == "" {
		e.Name = e.ID // reported as missing already
	}
	for tag, note := range e.Notes {
		if e.notes == nil {
			e.notes = map[string]*source.File{}
		}
		e.notes[tag] = source.NewFile(f.Path, note.Text)
	}
	return e, append(problems, e.check()...)
}

// check tells what is wrong inside the entry, and takes it away.
func (e *Entry) check() (problems []source.Problem) {
	bad := func(at int, rule, msg, hint string) {
		problems = append(problems, e.File.Problem(at, rule, msg, hint))
	}
	e.measure(bad)
	e.checkSame(bad)
	for _, w := range e.Formerly {
		if !source.SafeName(w.Text) {
			bad(w.Offset, "bad-name", fmt.Sprintf("formerly %q cannot be an address", w.Text), source.SafeNameHint)
		}
	}
	ids := map[string]bool{}
	e.Citations = slices.DeleteFunc(e.Citations, func(c Citation) bool {
		twice := c.ID != "" && ids[c.ID]
		if twice {
			bad(int(c.At), "duplicate", fmt.Sprintf("citation %q stands twice", c.ID), "give each its own id")
		}
		ids[c.ID] = true
		return twice
	})
	for i := range e.Citations {
		problems = append(problems, e.Citations[i].Check(e.File)...)
	}
	cited := func(r *meta.Ref) {
		if r.ID != "" && !ids[r.ID] {
			bad(r.Offset, "unknown-citation", fmt.Sprintf("unknown citation %q", r.ID), meta.DidYouMean(r.ID, keys(ids)))
			*r = meta.Ref{}
		}
	}
	e.Periods = slices.DeleteFunc(e.Periods, func(p Period) bool {
		switch {
		case p.Status.Text != "" && !slices.Contains(Statuses, p.Status.Text):
			bad(p.Status.Offset, "bad-value", fmt.Sprintf("%q of \"status\" is none of the words it may be", p.Status.Text), meta.DidYouMean(p.Status.Text, Statuses))
		case p.To != "" && p.To.Last() < p.From.First():
			bad(int(p.At), "bad-day", fmt.Sprintf("period from %s ends before it begins, on %s", p.From, p.To), "write the earlier day behind from:")
		default:
			return false
		}
		return true
	})
	for i := range e.Periods {
		cited(&e.Periods[i].Citation)
	}
	e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool {
		backwards := r.From != "" && r.To != "" && r.To.Last() < r.From.First()
		if backwards {
			bad(int(r.At), "bad-day", fmt.Sprintf("role from %s ends before it begins, on %s", r.From, r.To), "write the earlier day behind from:")
		}
		return backwards
	})
	for i := range e.Roles {
		cited(&e.Roles[i].Citation)
	}
	for i := range e.Facts {
		cited(&e.Facts[i].Citation)
	}
	return problems
}

// Check tells what is wrong with the form of a citation in a file, and takes it away.
func (c *Citation) Check(f *source.File) (problems []source.Problem) {
	if c.URL.Text != "" {
		if msg := meta.BadAddress(c.URL.Text); msg != "" {
			problems = append(problems, f.Problem(c.URL.Offset, "bad-address", "the citation's address "+msg, meta.AddressHint))
			c.URL = meta.Word{}
		}
	}
	if _, ok := meta.ParseDay(c.Date.Text); c.Date.Text != "" && c.Date.Text != Undated && !ok {
		problems = append(problems, f.Problem(c.Date.Offset, "citation", fmt.Sprintf("the citation's date %q is neither a day nor \"undated\"", c.Date.Text),
			"write it as 2022-12-19, 2022-12 or 2022, or undated"))
		c.Date = meta.Word{}
	}
	var tag *language.BadTag
	if c.Language.Text == "" {
		return problems
	}
	if _, err := language.For(c.Language.Text); errors.As(err, &tag) {
		problems = append(problems, f.Problem(c.Language.Offset, "bad-language", tag.Error(), tag.Hint))
		c.Language = meta.Word{}
	}
	return problems
}

// Undated stands for the date of a citation that has none.
const Undated = "undated"

func keys(set map[string]bool) (ks []string) {
	for k := range set {
		ks = append(ks, k)
	}
	return ks
}

// unique drops every entry whose ID an earlier one has, with a problem.
func unique(entries []*Entry) (kept []*Entry, problems []source.Problem) {
	first := map[ID]*Entry{}
	for _, e := range entries {
		if other := first[e.ID]; other != nil {
			problems = append(problems, e.File.Problem(0, "duplicate", fmt.Sprintf("entry %q stands in %s too", e.ID, other.File.Path),
				"an ID is one entry in all facets: rename one file"))
			continue
		}
		first[e.ID] = e
		kept = append(kept, e)
	}
	return kept, problems
}

// references reports what leads to no entry.
func (c *Catalogue) references() (problems []source.Problem) {
	for _, e := range c.Entries {
		for _, r := range e.Refs() {
			if r.ID != "" && c.byID[r.ID] == nil {
				problems = append(problems, e.File.Problem(r.Offset, "unknown-entry",
					fmt.Sprintf("unknown entry %q", r.ID), meta.DidYouMean(r.ID, c.IDs())))
			}
		}
	}
	return problems
}

// Alphabet is the order in which readers of the site's language look names up.
func (s *Site) Alphabet() *language.Alphabet { return language.AlphabetOf(s.Language) }

// Called is the name of a language in the site's: "inglés". CallsItself is that of the
// site's in itself: "Español".
func (s *Site) Called(tag string) string { return language.Called(tag, s.Language) }

func (s *Site) CallsItself() string { return language.CallsItself(s.Language) }

// DirectionOf is as Direction, of another language.
func (s *Site) DirectionOf(tag string) string { return language.WrittenFrom(tag) }

// Direction is "rtl" where the site's language is written from right to left, else "".
func (s *Site) Direction() string { return language.WrittenFrom(s.Language) }
