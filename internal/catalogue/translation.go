package catalogue

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// Translation is what a site says of itself in another language, under its tag in site.yaml:
//
//	translations:
//	  es:
//	    title: La frontera, anotada
//	    description: …
//	    facets:
//	      who: {singular: persona, plural: Quién, question: ¿Quién es?}
//	    labels: {public health order: orden de salud pública}
//
// An entry is one in all languages. It says its name in them (names: {es: Título 42}), and a
// file ID.es.md beside it has its text, with these fields, of which none must be there:
//
//	aliases, damaged, descriptions, cues   # the words of texts in that language
//	surname, authority, unmentioned
//	roles: [{title: …, descriptions: [the, words]}]  # in the order of the entry's own
//	periods: [{covers: …, note: …}]        # the same
//	facts: [{label: …, value: …}]          # the same
//	citations: [{id: cdc-2020, note: …}]
//
// Its names and aliases are known in texts of every language; descriptions and cues only in
// those of their own.
type Translation struct {
	At          meta.At               `meta:"-" hash:"ignore"`
	Title       string                `meta:"title,required"`
	Description string                `meta:"description"`
	Author      string                `meta:"author"`
	Facets      map[string]FacetWords `meta:"facets"` // by the facet's id
	Labels      map[string]string     `meta:"labels"`
}

// FacetWords are the words of a facet in another language.
type FacetWords struct {
	At       meta.At `meta:"-" hash:"ignore"`
	Singular string  `meta:"singular"`
	Plural   string  `meta:"plural"`
	Question string  `meta:"question"`
}

// Words are what an entry says in another language: its file ID.TAG.md.
type Words struct {
	File *source.File `meta:"-"`
	ID   ID           `meta:"-"`
	Tag  string       `meta:"-"`
	Body source.Span  `meta:"-"`

	Surname      string          `meta:"surname"`
	Aliases      []meta.Word     `meta:"aliases"`
	Damaged      []meta.Word     `meta:"damaged"`
	Descriptions []meta.Word     `meta:"descriptions"`
	Cues         []meta.Word     `meta:"cues"`
	Authority    string          `meta:"authority"`
	Unmentioned  string          `meta:"unmentioned"`
	Roles        []RoleWords     `meta:"roles"`
	Periods      []PeriodWords   `meta:"periods"`
	Facts        []FactWords     `meta:"facts"`
	Citations    []CitationWords `meta:"citations"`
}

// RoleWords are the words of a role.
type RoleWords struct {
	At           meta.At     `meta:"-"`
	Title        string      `meta:"title"`
	Descriptions []meta.Word `meta:"descriptions"`
}

// PeriodWords are the words of a period.
type PeriodWords struct {
	At     meta.At `meta:"-"`
	Covers string  `meta:"covers"`
	Note   string  `meta:"note"`
}

// FactWords are the words of a fact.
type FactWords struct {
	At    meta.At `meta:"-"`
	Label string  `meta:"label"`
	Value string  `meta:"value"`
}

// CitationWords is the note to a citation.
type CitationWords struct {
	ID   meta.Ref `meta:"id,required"`
	Note string   `meta:"note"`
}

// Tags are the site's other languages, sorted.
func (s *Site) Tags() []string { return slices.Sorted(maps.Keys(s.Translations)) }

// checkTranslations tells what is wrong with the translations, and takes it away.
func (s *Site) checkTranslations() (problems []source.Problem) {
	for _, tag := range s.Tags() {
		t := s.Translations[tag]
		bad := func(at meta.At, rule, msg, hint string) {
			problems = append(problems, s.File.Problem(int(at), rule, msg, hint))
		}
		var wrong *language.BadTag
		_, err := language.For(tag)
		switch {
		case errors.As(err, &wrong):
			bad(t.At, "bad-language", wrong.Error(), wrong.Hint)
		case tag == s.Language:
			bad(t.At, "translation", fmt.Sprintf("%q is the site's own language", tag), "what it says in it stands in site.yaml itself: take it out of translations")
		case !source.SafeName(strings.ToLower(tag)) || s.facetIn(strings.ToLower(tag)):
			bad(t.At, "translation", fmt.Sprintf("the folder %q of a translation is taken", tag), "call the folder of the facet otherwise")
		default:
			for _, id := range slices.Sorted(maps.Keys(t.Facets)) {
				if !slices.ContainsFunc(s.Facets, func(f Facet) bool { return f.ID == id }) {
					bad(t.Facets[id].At, "unknown-facet", fmt.Sprintf("there is no facet %q", id), meta.DidYouMean(id, s.facetIDs()))
				}
			}
			continue
		}
		delete(s.Translations, tag)
	}
	return problems
}

func (s *Site) facetIn(dir string) bool {
	return slices.Contains(Reserved, dir) || slices.ContainsFunc(s.Facets, func(f Facet) bool { return f.Dir == dir })
}

func (s *Site) facetIDs() (ids []string) {
	for _, f := range s.Facets {
		ids = append(ids, f.ID)
	}
	return ids
}

// In is what the site says of itself in another of its languages. What is not translated
// stays as it is.
func (s *Site) In(tag string) *Site {
	t, in := s.Translations[tag], *s
	in.Title, in.Language, in.OwnLabels = t.Title, tag, t.Labels
	in.Description, in.Author = cmp.Or(t.Description, s.Description), cmp.Or(t.Author, s.Author)
	in.Facets = slices.Clone(s.Facets)
	for i := range in.Facets {
		f, w := &in.Facets[i], t.Facets[in.Facets[i].ID]
		f.Singular, f.Plural, f.Question = cmp.Or(w.Singular, f.Singular), cmp.Or(w.Plural, f.Plural), cmp.Or(w.Question, f.Question)
	}
	in.label()
	return &in
}

// tagOf is the language of a file ID.TAG.md that translates an entry, or "".
func (s *Site) tagOf(p string) string {
	if len(s.Translations) == 0 {
		return ""
	}
	_, tag := CutTag(p)
	if _, ok := s.Translations[tag]; ok || tag == s.Language {
		return tag
	}
	return ""
}

// CutTag cuts the ending that names a language off a file's name: "who/ana.es.md" is "ana"
// in "es". A name without one has no tag.
func CutTag(p string) (name, tag string) {
	name = strings.TrimSuffix(path.Base(p), path.Ext(p))
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[:i], name[i+1:]
	}
	return name, ""
}

// safeIDHint says what to do about an ID that cannot be an address; of one that ends in a
// language's tag, how the text of an entry in another language is written.
func safeIDHint(id ID) string {
	if _, tag := CutTag(id + ".md"); tag != "" && len(tag) < len("zh-Hant-TW") {
		if _, err := language.For(tag); err == nil {
			return "the text of an entry in another language needs translations: {" + tag + ": {title: …}} in site.yaml"
		}
	}
	return source.SafeNameHint
}

// parseWords reads a file ID.TAG.md.
func parseWords(f *source.File, tag string) (*Words, []source.Problem) {
	defer source.Reading(f.Path)
	w := &Words{File: f, Tag: tag}
	w.ID, _ = CutTag(f.Path)
	_, body, problems := meta.Head(f, w)
	w.Body = body
	w.measure(func(at int, rule, msg, hint string) { problems = append(problems, f.Problem(at, rule, msg, hint)) })
	for i, p := range problems {
		switch {
		case p.Rule != "unknown-field":
		case strings.Contains(p.Msg, `"name"`):
			problems[i].Hint = "its name stands in " + w.ID + ".md: names: {" + tag + ": …}"
		case strings.Contains(p.Msg, `"kind"`):
			problems[i].Hint = "kinds are translated under translations: {" + tag + ": {labels: {…}}} in site.yaml"
		case strings.Contains(p.Msg, `"language"`), strings.Contains(p.Msg, `"translation_of"`):
			problems[i].Hint = "the file's name says it: take it out"
		}
	}
	return w, problems
}

// HasBody tells whether the words are a whole text.
func (w *Words) HasBody() bool { return strings.TrimSpace(w.File.Data[w.Body.Start:w.Body.End]) != "" }

// translated joins what translates the entries to the catalogue.
func (s *Site) translated(c *Catalogue, words []*Words) (problems []source.Problem) {
	for _, w := range words {
		e := c.byID[w.ID]
		switch {
		case w.Tag == s.Language:
			problems = append(problems, w.File.Problem(0, "translation", fmt.Sprintf("%q is the site's own language", w.Tag), "write it into "+w.ID+".md"))
			continue
		case e == nil:
			problems = append(problems, w.File.Problem(0, "translation", fmt.Sprintf("there is no entry %q to translate", w.ID), meta.DidYouMean(w.ID, c.IDs())))
			continue
		case path.Dir(e.File.Path) != path.Dir(w.File.Path):
			problems = append(problems, w.File.Problem(0, "translation", fmt.Sprintf("entry %q stands in %s", w.ID, e.File.Path), "put it beside it"))
			continue
		}
		w, ps := w.fitting(e)
		problems = append(problems, ps...)
		if c.words == nil {
			c.words = map[string]map[ID]*Words{}
		}
		if c.words[w.Tag] == nil {
			c.words[w.Tag] = map[ID]*Words{}
		}
		c.words[w.Tag][w.ID] = w
	}
	for _, e := range c.Entries {
		problems = append(problems, s.tags(e, "names", e.Names)...)
		problems = append(problems, s.tags(e, "note", e.Notes)...)
	}
	return problems
}

// tags tells of words of an entry in languages that the site has not.
func (s *Site) tags(e *Entry, field string, words map[string]meta.Word) (problems []source.Problem) {
	for _, tag := range slices.Sorted(maps.Keys(words)) {
		if _, ok := s.Translations[tag]; !ok {
			hint := "add " + tag + ": {title: …} to translations in site.yaml"
			if tag == s.Language {
				hint = "that is the site's own language: write it as " + map[string]string{"names": "name", "note": "the first sentence of the text"}[field]
			}
			problems = append(problems, e.File.Problem(words[tag].Offset, "translation", fmt.Sprintf("%s in %q, which is no other language of the site", field, tag), hint))
		}
	}
	return problems
}

// fitting are the words without what does not fit the entry, and what that is: a list of
// other length, a citation that there is not.
func (w Words) fitting(e *Entry) (*Words, []source.Problem) {
	var problems []source.Problem
	fits := func(field string, n, own int, at func() meta.At) bool {
		if n == 0 || n == own {
			return true
		}
		problems = append(problems, w.File.Problem(int(at()), "translation", fmt.Sprintf("%s: %d, where %s.md has %d", field, n, e.ID, own),
			"write as many, in its order; {} leaves one as it is"))
		return false
	}
	if !fits("roles", len(w.Roles), len(e.Roles), func() meta.At { return w.Roles[0].At }) {
		w.Roles = nil
	}
	if !fits("periods", len(w.Periods), len(e.Periods), func() meta.At { return w.Periods[0].At }) {
		w.Periods = nil
	}
	if !fits("facts", len(w.Facts), len(e.Facts), func() meta.At { return w.Facts[0].At }) {
		w.Facts = nil
	}
	cited := e.Cited()
	w.Citations = slices.DeleteFunc(slices.Clone(w.Citations), func(c CitationWords) bool {
		known := slices.Contains(cited, c.ID.ID)
		if !known {
			problems = append(problems, w.File.Problem(c.ID.Offset, "unknown-citation", fmt.Sprintf("unknown citation %q", c.ID.ID), meta.DidYouMean(c.ID.ID, cited)))
		}
		return !known
	})
	return &w, problems
}

// Translating are the files that translate entries.
func (c *Catalogue) Translating() (files []*source.File) {
	for _, words := range c.words {
		for _, w := range words {
			files = append(files, w.File)
		}
	}
	return files
}

// In is the catalogue in another of the site's languages, main the site's own: the same
// entries in the same order, with their words in it where they are translated.
func (c *Catalogue) In(tag, main string, facets []Facet) *Catalogue {
	entries := make([]*Entry, len(c.Entries))
	for i, e := range c.Entries {
		entries[i] = e.in(tag, main, c.words[tag][e.ID])
	}
	in := New(facets, entries)
	in.Decisions = c.Decisions
	return in
}

// in is the entry in another language; w are its words in it, or nil.
func (e *Entry) in(tag, main string, w *Words) *Entry {
	t := *e
	t.Original, t.Tongue, t.Note = e, main, e.notes[tag]
	t.Name = cmp.Or(e.Names[tag].Text, e.Name)
	t.Aliases, t.Descriptions, t.Cues, t.Damaged = nil, nil, nil, nil
	if w == nil {
		w = &Words{File: e.File, Body: e.Body}
	} else if w.HasBody() {
		t.Note = nil
	}
	t.File, t.Body = w.File, w.Body
	t.Surname = cmp.Or(w.Surname, e.Surname)
	t.Aliases = append(slices.Clone(w.Aliases), e.namesBut(t.Name, w.Aliases)...)
	t.Descriptions, t.Cues, t.Damaged = w.Descriptions, w.Cues, w.Damaged
	if w.Authority != "" || w.Unmentioned != "" || e.Authority == "" && e.Unmentioned == "" {
		t.Tongue = ""
	}
	t.Authority, t.Unmentioned = cmp.Or(w.Authority, e.Authority), cmp.Or(w.Unmentioned, e.Unmentioned)
	t.Roles, t.Periods, t.Facts = slices.Clone(e.Roles), slices.Clone(e.Periods), slices.Clone(e.Facts)
	for i := range t.Roles {
		t.Roles[i].translate(wordsAt(w.Roles, i), main)
	}
	for i := range t.Periods {
		t.Periods[i].translate(wordsAt(w.Periods, i), main)
	}
	for i := range t.Facts {
		t.Facts[i].translate(wordsAt(w.Facts, i), main)
	}
	t.Citations = slices.Clone(e.Citations)
	for i := range t.Citations {
		t.Citations[i].Translate(w.note(t.Citations[i].ID), main)
	}
	return &t
}

// note is the note to a citation, or "".
func (w *Words) note(id string) string {
	for _, c := range w.Citations {
		if c.ID.ID == id {
			return c.Note
		}
	}
	return ""
}

// Translate gives a citation its note in another language; where there is none it stays in
// the site's own, main.
func (c *Citation) Translate(note, main string) {
	switch {
	case note != "":
		c.Note = note
	case c.Note != "":
		c.Tongue = main
	}
}

// wordsAt are the words of the item of a list, or none.
func wordsAt[W any](all []W, i int) (w W) {
	if i < len(all) {
		w = all[i]
	}
	return w
}

// namesBut are the entry's own names that another language has not already: proper names
// are written in texts of any. They stand in another file, and so nowhere.
func (e *Entry) namesBut(name string, aliases []meta.Word) (all []meta.Word) {
	for _, own := range append([]meta.Word{{Text: e.Name}}, e.Aliases...) {
		has := func(w meta.Word) bool { return w.Text == own.Text }
		if own.Text != name && !slices.ContainsFunc(aliases, has) {
			all = append(all, meta.Word{Text: own.Text})
		}
	}
	return all
}

func (r *Role) translate(w RoleWords, main string) {
	if r.Descriptions = w.Descriptions; w.Title == "" {
		r.Tongue = main
		return
	}
	r.Title = w.Title
}

func (p *Period) translate(w PeriodWords, main string) {
	if p.Covers != "" && w.Covers == "" || p.Note != "" && w.Note == "" {
		p.Tongue = main
		return
	}
	p.Covers, p.Note = w.Covers, w.Note
}

func (f *Fact) translate(w FactWords, main string) {
	if w.Label == "" {
		f.Tongue = main
		return
	}
	f.Label, f.Value = w.Label, cmp.Or(w.Value, f.Value)
}

// Text is the file of an entry's text in another language, its Body or its Note; nil where
// there is none.
func (e *Entry) Text() *source.File {
	switch {
	case e.Note != nil:
		return e.Note
	case e.Original == nil || e.File == e.Original.File || strings.TrimSpace(e.File.Data[e.Body.Start:e.Body.End]) == "":
		return nil
	}
	return e.File
}
