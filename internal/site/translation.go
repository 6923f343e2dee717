package site

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
	"glossator/internal/source"
)

// EventWords are an event of timeline.TAG.yaml: the words of that one of its date which
// stands in the same place among those of the date.
type EventWords struct {
	At    meta.At  `meta:"-"`
	Date  meta.Day `meta:"date,required"`
	Title string   `meta:"title,required"`
	Text  string   `meta:"text"`
	Note  string   `meta:"note"` // the citation's
}

// timelineIn is the timeline with its words in the edition's language.
func (s *Site) timelineIn(t *source.Tree) (problems []source.Problem) {
	s.Timeline = slices.Clone(s.Main.Timeline)
	for i := range s.Timeline {
		s.Timeline[i].Tongue = s.Main.Config.Language
		s.Timeline[i].Citation.Translate("", s.Main.Config.Language)
	}
	s.Data = slices.Clip(s.Main.Data)
	f := t.File(s.inTag("content/timeline.yaml"))
	if f == nil {
		return nil
	}
	defer source.Reading(f.Path)
	s.Data = append(s.Data, f)
	var words []EventWords
	problems = meta.Decode(f, source.Span{End: len(f.Data)}, &words)
	met := map[meta.Day]int{}
	for _, w := range words {
		n := met[w.Date]
		met[w.Date]++
		e := s.eventOn(w.Date, n)
		if e == nil {
			problems = append(problems, f.Problem(int(w.At), "translation", fmt.Sprintf("timeline.yaml has no event %d on %s", n+1, w.Date),
				"an event is found by its date, and by its place among those of one date"))
			continue
		}
		e.Tongue = ""
		if w.Text == "" && e.Text != "" {
			e.Tongue = s.Main.Config.Language
		} else {
			e.Title, e.Text = w.Title, w.Text
		}
		if w.Note != "" {
			e.Citation.Note, e.Citation.Tongue = w.Note, ""
		}
	}
	return problems
}

// eventOn is one of the events of a date, from 0, or nil.
func (s *Site) eventOn(date meta.Day, n int) *Event {
	for i := range s.Timeline {
		if s.Timeline[i].Date != date {
			continue
		}
		if n == 0 {
			return &s.Timeline[i]
		}
		n--
	}
	return nil
}

// FigureWords are the words of a figure, in figures.TAG.yaml.
type FigureWords struct {
	ID          meta.Ref `meta:"id,required"`
	Said        string   `meta:"said"`
	What        string   `meta:"what"`
	Unit        string   `meta:"unit"`
	SpeakerName string   `meta:"speaker_name"`
	Official    string   `meta:"official"`
	Note        string   `meta:"note"`
	Series      []string `meta:"series"`      // the labels, in their order
	SourceNote  string   `meta:"source_note"` // the citation's
}

// figuresIn are the figures with their words in the edition's language.
func (s *Site) figuresIn(t *source.Tree) (problems []source.Problem) {
	s.Figures = slices.Clone(s.Main.Figures)
	for i := range s.Figures {
		s.Figures[i].Tongue = s.Main.Config.Language
		s.Figures[i].Citation.Translate("", s.Main.Config.Language)
	}
	f := t.File(s.inTag("content/figures.yaml"))
	if f == nil {
		return nil
	}
	defer source.Reading(f.Path)
	s.Data = append(s.Data, f)
	var words []FigureWords
	problems = meta.Decode(f, source.Span{End: len(f.Data)}, &words)
	var ids []string
	for _, g := range s.Figures {
		ids = append(ids, g.ID)
	}
	met := map[string]bool{}
	for _, w := range words {
		switch i := slices.Index(ids, w.ID.ID); {
		case i < 0:
			problems = append(problems, f.Problem(w.ID.Offset, "translation", fmt.Sprintf("there is no figure %q to translate", w.ID.ID), meta.DidYouMean(w.ID.ID, ids)))
		case met[w.ID.ID]:
			problems = append(problems, f.Problem(w.ID.Offset, "duplicate", fmt.Sprintf("figure %q stands twice", w.ID.ID), "take one away"))
		case len(w.Series) > 0 && len(w.Series) != len(s.Figures[i].Series):
			problems = append(problems, f.Problem(w.ID.Offset, "translation", fmt.Sprintf("series: %d, where %q has %d", len(w.Series), w.ID.ID, len(s.Figures[i].Series)), "write as many labels, in its order"))
		default:
			s.Figures[i].translate(w)
		}
		met[w.ID.ID] = true
	}
	return problems
}

func (g *Figure) translate(w FigureWords) {
	g.Said, g.What, g.Unit = cmp.Or(w.Said, g.Said), cmp.Or(w.What, g.What), cmp.Or(w.Unit, g.Unit)
	g.SpeakerName, g.Official, g.Note = cmp.Or(w.SpeakerName, g.SpeakerName), cmp.Or(w.Official, g.Official), cmp.Or(w.Note, g.Note)
	if g.Tongue = ""; w.SourceNote != "" {
		g.Citation.Note, g.Citation.Tongue = w.SourceNote, ""
	}
	g.Series = slices.Clone(g.Series)
	for i, label := range w.Series {
		g.Series[i].Label = label
	}
}

// correctionsIn are the corrections in the edition's language. A row of corrections.TAG.yaml
// that names no place has the words of that one of its date in corrections.yaml which stands
// in the same place among those of the date; one that names a place is of the edition's pages
// alone.
func (s *Site) correctionsIn(in Input) (problems []source.Problem) {
	for _, c := range s.Main.Corrections {
		c.Tongue = s.Main.Config.Language
		_ = s.concerned(s.Main.Config.File, &c)
		s.Corrections = append(s.Corrections, c)
	}
	f := in.Tree.File(s.inTag("content/corrections.yaml"))
	if f == nil {
		return nil
	}
	defer source.Reading(f.Path)
	s.Data = append(s.Data, f)
	var words, own []Correction
	problems = meta.Decode(f, source.Span{End: len(f.Data)}, &words)
	words = slices.DeleteFunc(words, func(c Correction) bool {
		if c.places() > 0 {
			own = append(own, c)
		}
		return c.places() > 0
	})
	number("c%s-%d", words)
	for _, w := range words {
		i := slices.IndexFunc(s.Corrections, func(c Correction) bool { return c.ID == w.ID })
		switch {
		case i >= 0 && w.Note == "" && s.Corrections[i].Note != "":
			problems = append(problems, f.Problem(int(w.At), "translation", "the correction has a note in corrections.yaml, and none here", "write the note, too"))
		case i >= 0:
			c := &s.Corrections[i]
			c.Said, c.Says, c.Note, c.Tongue = w.Said, w.Says, w.Note, ""
		case !s.Main.corrected[w.ID]:
			problems = append(problems, f.Problem(int(w.At), "translation", fmt.Sprintf("corrections.yaml has no correction %s on %s", w.ID[strings.LastIndex(w.ID, "-")+1:], w.Date),
				"one is found by its date, and by its place among those of one date; one of these pages alone names the article, entry or page"))
		}
	}
	number("c%s-"+strings.ToLower(s.Tag)+"-%d", own)
	problems = append(problems, s.standing(in, f, &own)...)
	s.Corrections = append(s.Corrections, own...)
	byLatest(s.Corrections)
	return problems
}

// ExhibitWords are the words of an exhibit, in exhibits/NAME.TAG.yaml: its shape without
// numbers, days and references. A list that is there has an item for each of the exhibit's.
type ExhibitWords struct {
	Title     string                    `meta:"title"`
	Lead      string                    `meta:"lead"`
	Note      string                    `meta:"note"`
	Unit      string                    `meta:"unit"`
	Columns   []string                  `meta:"columns"`
	Rows      []rowWords                `meta:"rows"`
	Terms     []termWords               `meta:"terms"`
	Steps     []stepWords               `meta:"steps"`
	Series    []string                  `meta:"series"`
	Counts    []noteWords               `meta:"counts"`
	Marks     []titleWords              `meta:"marks"`
	Places    []placeWords              `meta:"places"`
	Regions   []nameWords               `meta:"regions"`
	Citations []catalogue.CitationWords `meta:"citations"`
}

type (
	rowWords struct {
		Cells []string `meta:"cells"`
	}
	termWords struct {
		Term string `meta:"term"`
		Text string `meta:"text"`
		Not  string `meta:"not"`
	}
	stepWords struct {
		Title string     `meta:"title"`
		Text  string     `meta:"text"`
		Lots  []lotWords `meta:"lots"`
	}
	lotWords struct {
		Who  string `meta:"who"`
		Text string `meta:"text"`
		Then string `meta:"then"`
	}
	placeWords struct {
		Name string `meta:"name"`
		Text string `meta:"text"`
	}
	noteWords struct {
		Note string `meta:"note"`
	}
	titleWords struct {
		Title string `meta:"title"`
	}
	nameWords struct {
		Name string `meta:"name"`
	}
)

// exhibitsIn are the exhibits with their words in the edition's language.
func (s *Site) exhibitsIn(t *source.Tree) (problems []source.Problem) {
	s.shown = map[string]*Exhibit{}
	var names []string
	for name, o := range s.Main.shown {
		x := *o
		x.Tongue = s.Main.Config.Language
		x.Citations = slices.Clone(x.Citations)
		for i := range x.Citations {
			x.Citations[i].Translate("", x.Tongue)
		}
		s.shown[name], names = &x, append(names, name)
	}
	slices.Sort(names)
	for _, p := range t.Under(ExhibitDir) {
		name, tag := catalogue.CutTag(p)
		if tag != s.Tag || path.Dir(p) != ExhibitDir || path.Ext(p) != ".yaml" {
			continue
		}
		f := t.File(p)
		s.Data = append(s.Data, f)
		x := s.shown[name]
		if x == nil {
			problems = append(problems, f.Problem(0, "translation", fmt.Sprintf("there is no exhibit %q to translate", name), meta.DidYouMean(name, names)))
			continue
		}
		problems = append(problems, x.read(f)...)
	}
	_, _ = s.show(s.shown, names) // what is wrong is told of the originals
	return problems
}

// read reads an exhibit's words in another language.
func (x *Exhibit) read(f *source.File) (problems []source.Problem) {
	defer source.Reading(f.Path)
	var w ExhibitWords
	problems = meta.Decode(f, source.Span{End: len(f.Data)}, &w)
	fits := func(field string, n, own int) bool {
		if n == 0 || n == own {
			return n > 0
		}
		problems = append(problems, f.Problem(max(0, strings.Index("\n"+f.Data, "\n"+field+":")), "translation", fmt.Sprintf("%s: %d, where %s.yaml has %d", field, n, x.Name, own), "write as many, in its order; {} leaves one as it is"))
		return false
	}
	x.Title, x.Lead, x.Note, x.Unit = cmp.Or(w.Title, x.Title), cmp.Or(w.Lead, x.Lead), cmp.Or(w.Note, x.Note), cmp.Or(w.Unit, x.Unit)
	x.Tongue = ""
	if fits("columns", len(w.Columns), len(x.Columns)) {
		x.Columns = w.Columns
	}
	if fits("series", len(w.Series), len(x.Series)) {
		x.Series = w.Series
	}
	each(fits("rows", len(w.Rows), len(x.Rows)), &x.Rows, w.Rows, func(r *Row, w rowWords) {
		if len(w.Cells) == 0 || fits("cells", len(w.Cells), len(r.Cells)) {
			r.Cells = orEach(w.Cells, r.Cells)
		}
	})
	each(fits("terms", len(w.Terms), len(x.Terms)), &x.Terms, w.Terms, func(t *Term, w termWords) {
		t.Term, t.Text, t.Not = cmp.Or(w.Term, t.Term), cmp.Or(w.Text, t.Text), cmp.Or(w.Not, t.Not)
	})
	each(fits("steps", len(w.Steps), len(x.Steps)), &x.Steps, w.Steps, func(s *Step, w stepWords) {
		s.Title, s.Text = cmp.Or(w.Title, s.Title), cmp.Or(w.Text, s.Text)
		each(fits("lots", len(w.Lots), len(s.Lots)), &s.Lots, w.Lots, func(l *Lot, w lotWords) {
			l.Who, l.Text, l.Then = cmp.Or(w.Who, l.Who), cmp.Or(w.Text, l.Text), cmp.Or(w.Then, l.Then)
		})
	})
	each(fits("counts", len(w.Counts), len(x.Counts)), &x.Counts, w.Counts, func(c *Count, w noteWords) { c.Note = cmp.Or(w.Note, c.Note) })
	each(fits("marks", len(w.Marks), len(x.Marks)), &x.Marks, w.Marks, func(m *DayMark, w titleWords) { m.Title = cmp.Or(w.Title, m.Title) })
	each(fits("places", len(w.Places), len(x.Places)), &x.Places, w.Places, func(p *Place, w placeWords) {
		p.Name, p.Text = cmp.Or(w.Name, p.Name), cmp.Or(w.Text, p.Text)
	})
	each(fits("regions", len(w.Regions), len(x.Regions)), &x.Regions, w.Regions, func(r *Region, w nameWords) { r.Name = cmp.Or(w.Name, r.Name) })
	for _, c := range w.Citations {
		if i := x.Citation(c.ID.ID); i >= 0 {
			x.Citations[i].Note, x.Citations[i].Tongue = c.Note, ""
		} else {
			problems = append(problems, f.Problem(c.ID.Offset, "unknown-citation", fmt.Sprintf("unknown citation %q", c.ID.ID), "citations stand in "+x.Name+".yaml"))
		}
	}
	return problems
}

// each translates a copy of a list, item by item, where the words fit it.
func each[T, W any](fits bool, list *[]T, words []W, translate func(*T, W)) {
	if !fits {
		return
	}
	*list = slices.Clone(*list)
	for i := range *list {
		translate(&(*list)[i], words[i])
	}
}

// orEach are the words, and where one is empty that of the original.
func orEach(words, own []string) []string {
	if len(words) == 0 {
		return own
	}
	all := slices.Clone(words)
	for i := range all {
		all[i] = cmp.Or(all[i], own[i])
	}
	return all
}
