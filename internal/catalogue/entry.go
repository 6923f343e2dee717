// Package catalogue holds the entries of a site: who, which policy, which measure,
// or whatever the site's facets are; their names, cues, periods, roles and citations.
//
// In: site.yaml and the files content/DIR/ID.md. Out: a Catalogue of Entries and the
// problems found. Invariant: every ID is unique in the whole catalogue, is safe as a
// file name, and every reference from one entry to another leads somewhere.
//
// # The format of an entry
//
// A Markdown file content/DIR/ID.md: front matter between lines ---, then the body.
// Only name is required.
//
//	name: Title 42
//	kind: public health order        # person, organization, or free words
//	surname: López Obrador           # persons, where it is not the name's last word
//	aliases: [Title 42 order]        # other names, capitals as they must stand
//	damaged: [White Home]            # spoiled forms of a name, known to occur
//	descriptions: [a public health order]   # phrases that describe without naming
//	cues: ["[release … into … communities]"] # see package lexicon
//	authority: 42 U.S.C. §§ 265, 268
//	by: [us-customs-and-border-protection]  # who issued it, or does it
//	under: [title-42]                # what it is done under
//	claimed_by: joe-biden            # known from this one's claim alone
//	unmentioned: why it is here though no article mentions it
//	periods:                         # one for each stretch; status is what it was in it
//	  - {from: 2020-03-20, to: 2023-05-11, covers: …, status: in force, citation: cdc-2020}
//	  - {from: 2023-05-12, status: ended, as_of: 2023-05-18, citation: dismissal}
//	roles:                           # what a person was, and when
//	  - {title: President of Mexico, from: 2018-12-01, to: 2024-09-30, descriptions: [the Mexican president]}
//	facts:
//	  - {label: People expelled, value: …, as_of: 2022-12, citation: x}
//	related: [migrant-protection-protocols]
//	citations:
//	  - {id: cdc-2020, identifier: 85 Fed. Reg. 17060, publisher: …, date: 2020-03-20, url: https://…}
//	same_as: [http://www.wikidata.org/entity/Q42]   # the same thing in a register
//	formerly: [old-id]               # addresses that lead here
//	draft: true                      # not published yet
//	names: {es: Título 42}           # in the site's other languages: see translation.go
//	note: {es: Una orden de salud.}  # one sentence, where there is no ID.es.md
//
// In the body, [^cdc-2020] cites a citation of the entry.
package catalogue

import (
	"cmp"
	"slices"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// ID names an entry: its file's name without extension.
type ID = string

// Facet is one of the questions a site answers of its articles.
type Facet struct {
	At       meta.At `meta:"-" hash:"ignore"`
	ID       string  `meta:"id,required"`
	Dir      string  `meta:"dir,required"` // folder of content and of the published pages
	Singular string  `meta:"singular,required"`
	Plural   string  `meta:"plural,required"`
	Question string  `meta:"question,required"`
}

// Entry is one person, policy, measure, or what else a site explains. Its key stands for
// what is found in texts: a field that no rule reads is left out of it.
type Entry struct {
	ID    ID           `meta:"-"`
	Facet int          `meta:"-"` // index into Catalogue.Facets
	File  *source.File `meta:"-" hash:"ignore"`
	Body  source.Span  `meta:"-" hash:"ignore"` // the Markdown body in File

	Same []string `meta:"-"` // its names in decisions.yaml

	Name         string      `meta:"name,required"`
	Kind         string      `meta:"kind"`
	Surname      string      `meta:"surname"`
	Aliases      []meta.Word `meta:"aliases"`
	Damaged      []meta.Word `meta:"damaged"`
	Descriptions []meta.Word `meta:"descriptions"`
	Cues         []meta.Word `meta:"cues"`
	Authority    string      `meta:"authority" hash:"ignore"`
	By           []meta.Ref  `meta:"by"`
	Under        []meta.Ref  `meta:"under" hash:"ignore"`
	ClaimedBy    meta.Ref    `meta:"claimed_by" hash:"ignore"`
	Unmentioned  string      `meta:"unmentioned" hash:"ignore"`
	Periods      []Period    `meta:"periods" hash:"ignore"`
	Roles        []Role      `meta:"roles"`
	Facts        []Fact      `meta:"facts" hash:"ignore"`
	Related      []meta.Ref  `meta:"related" hash:"ignore"`
	Citations    []Citation  `meta:"citations" hash:"ignore"`
	SameAs       []meta.Word `meta:"same_as" hash:"ignore"` // addresses in registers: see Authorities
	Formerly     []meta.Word `meta:"formerly" hash:"ignore"`
	Draft        bool        `meta:"draft,withholds" hash:"ignore"`

	Names map[string]meta.Word `meta:"names" hash:"ignore"` // in the site's other languages, by tag
	Notes map[string]meta.Word `meta:"note" hash:"ignore"`  // its first sentence in those, where no file translates its body

	Original *Entry                  `meta:"-" hash:"ignore"` // of one in another language of the site: the entry; else nil
	Note     *source.File            `meta:"-" hash:"ignore"` // its note in that language, where Body is not in it
	Tongue   string                  `meta:"-" hash:"ignore"` // of Authority and Unmentioned, where they are not translated
	notes    map[string]*source.File `hash:"ignore"`
}

// Person tells whether the entry is a person: surnames are derived for persons only.
func (e *Entry) Person() bool { return e.Kind == "person" }

// Cited lists the IDs of the entry's citations.
func (e *Entry) Cited() (ids []string) {
	for _, c := range e.Citations {
		if c.ID != "" {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// Period is one stretch of time in which a policy or measure was on (or proposed,
// blocked, claimed: Status says). To is "" while it is open.
type Period struct {
	At       meta.At    `meta:"-" hash:"ignore"`
	From     meta.Day   `meta:"from,required"`
	Older    bool       `meta:"older"` // it was so before From, the first day that a source tells of
	To       meta.Day   `meta:"to"`
	Covers   string     `meta:"covers"`
	Status   meta.Word  `meta:"status"`
	By       []meta.Ref `meta:"by"` // who brought it about: began it, blocked it, ended it
	Note     string     `meta:"note"`
	AsOf     meta.Day   `meta:"as_of"`
	Citation meta.Ref   `meta:"citation"`
	Tongue   string     `meta:"-"` // of Covers and Note, where they are not translated
}

// Refs are the entries that the entry's fields lead to.
func (e *Entry) Refs() []meta.Ref {
	all := slices.Concat(e.By, e.Under, e.Related)
	for _, p := range e.Periods {
		all = append(all, p.By...)
	}
	if e.ClaimedBy.ID != "" {
		all = append(all, e.ClaimedBy)
	}
	return all
}

// Statuses are the words that a period's status may be: what the thing was in it.
var Statuses = []string{"in force", "blocked", "suspended", "ended", "proposed", "claimed"}

// On tells whether the period covers a day. An end day counts as covered.
func (p Period) On(day meta.Day) bool {
	return p.From.First() <= day.Last() && (p.To == "" || day.First() <= p.To.Last())
}

// Ended tells whether the period is one in which the thing was over: its other fields
// say since when, and what became of it.
func (p Period) Ended() bool { return p.Status.Text == "ended" }

// InForce tells whether it was on in the period. A period that gives no status was.
func (p Period) InForce() bool { return p.Status.Text == "" || p.Status.Text == "in force" }

// Status is how the entry stood in the last period that is known; "" where it has none.
func (e *Entry) Status() string {
	var status string
	var from meta.Day
	for _, p := range e.Periods {
		if status == "" || p.From.First() >= from.First() {
			status, from = cmp.Or(p.Status.Text, "in force"), p.From
		}
	}
	return status
}

// Role is what a person (or a body) was from one day to another.
type Role struct {
	At           meta.At     `meta:"-" hash:"ignore"`
	Title        string      `meta:"title,required"`
	From         meta.Day    `meta:"from"`
	To           meta.Day    `meta:"to"`
	AsOf         meta.Day    `meta:"as_of" hash:"ignore"`
	Descriptions []meta.Word `meta:"descriptions"`
	Citation     meta.Ref    `meta:"citation" hash:"ignore"`
	Tongue       string      `meta:"-" hash:"ignore"` // of Title, where it is not translated
}

// On tells whether the role was held on a day; open ends count as held.
func (r Role) On(day meta.Day) bool {
	return (r.From == "" || r.From.First() <= day.Last()) && (r.To == "" || day.First() <= r.To.Last())
}

// Lasts tells whether the role has no end that is known.
func (r Role) Lasts() bool { return r.To == "" }

// Fact is one line of an entry's facts at a glance.
type Fact struct {
	At       meta.At  `meta:"-" hash:"ignore"`
	Label    string   `meta:"label,required"`
	Value    string   `meta:"value,required"`
	AsOf     meta.Day `meta:"as_of"`
	Citation meta.Ref `meta:"citation"`
	Tongue   string   `meta:"-"` // of Label and Value, where they are not translated
}

// Citation is where a fact was read. It has a title or an identifier, a publisher,
// and a date or the word "undated".
type Citation struct {
	At         meta.At   `meta:"-" hash:"ignore"`
	ID         string    `meta:"id"`
	Title      string    `meta:"title"`
	Identifier string    `meta:"identifier"`
	Publisher  string    `meta:"publisher"`
	Date       meta.Word `meta:"date"`
	URL        meta.Word `meta:"url"`
	Language   meta.Word `meta:"language"` // of Title and Publisher, where it is not the site's
	Note       string    `meta:"note"`
	Tongue     string    `meta:"-"` // of Note, where it is not translated
}

// IsZero tells whether there is no citation.
func (c Citation) IsZero() bool { return c == Citation{} }

// Catalogue is all entries of a site, sorted by facet and then ID.
type Catalogue struct {
	Facets  []Facet
	Entries []*Entry

	Decisions *Decisions // of the whole site; nil where none were read
	byID      map[ID]*Entry
	words     map[string]map[ID]*Words // what translates the entries, by language
}

// New makes a catalogue of entries whose IDs are unique.
func New(facets []Facet, entries []*Entry) *Catalogue {
	c := &Catalogue{Facets: facets, Entries: entries, byID: make(map[ID]*Entry, len(entries))}
	for _, e := range entries {
		c.byID[e.ID] = e
	}
	return c
}

// Entry is the entry of that ID, or nil.
func (c *Catalogue) Entry(id ID) *Entry { return c.byID[id] }

// FacetOf is the facet of an entry.
func (c *Catalogue) FacetOf(e *Entry) Facet { return c.Facets[e.Facet] }

// IDs lists every ID, for hints.
func (c *Catalogue) IDs() []string {
	ids := make([]string, len(c.Entries))
	for i, e := range c.Entries {
		ids[i] = e.ID
	}
	return ids
}

// Published is the catalogue without its drafts.
func (c *Catalogue) Published() *Catalogue {
	kept := slices.DeleteFunc(slices.Clone(c.Entries), func(e *Entry) bool { return e.Draft })
	if len(kept) == len(c.Entries) {
		return c
	}
	published := New(c.Facets, kept)
	published.Decisions, published.words = c.Decisions, c.words
	return published
}
