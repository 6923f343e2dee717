package hand

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/doc"
	"glossator/internal/edit"
	"glossator/internal/importer"
	"glossator/internal/source"
	"glossator/internal/suggest"
	"glossator/internal/vocabulary"
)

// Done is an act that is made and not yet written.
type Done struct {
	Says   string
	Writes []Write
}

// acts are those that change files, by name.
var acts = map[string]func(s *Site, asked []byte) (Done, error){
	"reading": as((*Site).decide), "reading/remove": as((*Site).takeBack), "never": as((*Site).never),
	"explain": as((*Site).explain), "same": as((*Site).same), "ignore": as((*Site).ignore),
	"entry": as((*Site).entry), "entry/new": as((*Site).begin), "entry/add": as((*Site).add),
	"articles": as((*Site).articles), "texts": as((*Site).texts),
}

// as reads what is asked for.
func as[T any](act func(*Site, T) (Done, error)) func(*Site, []byte) (Done, error) {
	return func(s *Site, data []byte) (Done, error) {
		var asked T
		if err := Asked(data, &asked); err != nil {
			return Done{}, err
		}
		return act(s, asked)
	}
}

// Asked reads what is asked for: one JSON object that says nothing the act does not know.
func Asked(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if _, more := d.Token(); err == nil && more != io.EOF {
		err = errors.New("something stands behind it")
	}
	if err != nil {
		return refuse("the fields of each act are in docs/desk.md", "what was asked for cannot be read: %v", err)
	}
	return nil
}

// Acts tells whether there is an act of that name.
func Acts(name string) bool { return acts[name] != nil }

// Act makes an act.
func (s *Site) Act(name string, asked []byte) (Done, error) { return acts[name](s, asked) }

// change does acts of package edit on a file of the site, which may not be there yet.
func (s *Site) change(tree string, does ...edit.Act) (Write, error) {
	f := s.File(tree)
	shown := path.Join(strings.ReplaceAll(s.Dir, "\\", "/"), tree)
	if f == nil {
		after, problem := edit.Do(shown, "", does...)
		if problem != nil {
			return Write{}, s.refused(problem)
		}
		return Write{Path: tree, After: after, New: true}, nil
	}
	raw := s.raw(f)
	after, problem := edit.Do(f.Path, raw, does...)
	if problem != nil {
		return Write{}, s.refused(problem)
	}
	return Write{Path: tree, Before: raw, After: after}, nil
}

// Words names words of a text, and what is decided of them.
type Words struct {
	Path string `json:"path"`
	Row
	Speaker     string          `json:"speaker"`
	SpeakerName string          `json:"speaker_name"`
	Link        string          `json:"link"`
	Date        string          `json:"date"`
	Value       json.RawMessage `json:"value"`
	Unit        string          `json:"unit"`
	Keep        string          `json:"keep"`
	Kind        string          `json:"kind"`  // of what is taken back
	Entry       string          `json:"entry"` // of what is never meant
}

// thousands is a number with commas that can part nothing but thousands: of "2,5" only who
// wrote it knows whether it is a fraction.
var thousands = regexp.MustCompile(`^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$`)

// says are the fields of the row.
func (w Words) says() (all []edit.Field) {
	add := func(name, value string, as func(string) edit.Value) {
		if value != "" {
			all = append(all, edit.Field{Name: name, Value: as(value)})
		}
	}
	add("speaker", w.Speaker, edit.Text)
	add("speaker_name", w.SpeakerName, edit.Text)
	add("link", w.Link, edit.Text)
	add("date", strings.TrimSpace(w.Date), edit.Bare)
	value := strings.Trim(string(w.Value), `" `)
	if thousands.MatchString(value) {
		value = strings.ReplaceAll(value, ",", "")
	}
	add("value", value, edit.Bare)
	add("unit", w.Unit, edit.Text)
	add("keep", w.Keep, edit.Text)
	return all
}

// readingsOf is the file of a text's readings.
func (s *Site) readingsOf(address string) (tree string, d *doc.Document, err error) {
	a := s.text(address)
	if a == nil {
		return "", nil, refuse("", "this page shows no text of its own")
	}
	tree = s.inTree(a.Doc.File.Path)
	if tree == "" {
		return "", nil, &Refused{"this text does not lie in the site, so nothing is written beside it", "write the row by hand", s.place(source.Pos{Path: a.Doc.File.Path})}
	}
	return strings.TrimSuffix(tree, path.Ext(tree)) + doc.ReadingsExt, a.Doc, nil
}

func (s *Site) decide(w Words) (Done, error) {
	tree, d, err := s.readingsOf(w.Path)
	if err != nil {
		return Done{}, err
	}
	says := w.says()
	if len(says) == 0 {
		return Done{}, refuse("", "nothing was decided")
	}
	x, err := s.change(tree, edit.Reading{P: w.P, Words: w.Words, N: w.N, Says: says})
	if err != nil {
		return Done{}, err
	}
	if problem := unread(d, tree, x); problem != nil {
		return Done{}, &Refused{Msg: problem.Msg, Hint: problem.Hint}
	}
	return Done{fmt.Sprintf("“%s”: %s.", w.Words, s.saying(w)), []Write{x}}, nil
}

// unread is what is wrong with the rows of a text that were right before, or nil.
func unread(d *doc.Document, tree string, x Write) *source.Problem {
	read := func(data string) []source.Problem {
		_, problems := doc.Parse(d.File, besides(d), doc.Options{Readings: source.NewFile(tree, data)})
		return slices.DeleteFunc(problems, func(p source.Problem) bool { return p.Pos.Path != tree })
	}
	if is := read(x.After); len(is) > len(read(x.Before)) {
		return &is[len(is)-1]
	}
	return nil
}

func besides(d *doc.Document) *source.File {
	if d.MetaFile != d.File {
		return d.MetaFile
	}
	return nil
}

// saying tells what was decided.
func (s *Site) saying(w Words) string {
	name := func(id string) string {
		if n := s.name(id); n != "" {
			return n
		}
		return id
	}
	value := strings.Trim(string(w.Value), `"`)
	switch {
	case w.Speaker == doc.Nobody:
		return "nobody says it"
	case w.Speaker != "":
		return name(w.Speaker) + " says it"
	case w.SpeakerName != "":
		return w.SpeakerName + " says it"
	case w.Link == doc.None:
		return "is not linked here"
	case w.Link != "":
		return "means " + name(w.Link) + " here"
	case w.Date == doc.None:
		return "is no day"
	case w.Date != "":
		return "is " + w.Date
	case value == doc.None:
		return "is no figure"
	case value != "":
		return strings.TrimSpace("is " + value + " " + w.Unit)
	case w.Keep == "in":
		return "is part of the article"
	}
	return "is left out of the article"
}

func (s *Site) takeBack(w Words) (Done, error) {
	tree, _, err := s.readingsOf(w.Path)
	if err != nil {
		return Done{}, err
	}
	x, err := s.change(tree, edit.NoReading{P: w.P, Words: w.Words, N: w.N, Says: []edit.Field{{Name: w.Kind}}})
	return Done{fmt.Sprintf("“%s”: taken back.", w.Words), []Write{x}}, err
}

// never takes words out of the lists of an entry that hold them.
func (s *Site) never(w Words) (Done, error) {
	tree, f, _ := s.entryFile(w.Entry)
	if f == nil {
		return Done{}, refuse("", "there is no entry %q any more", w.Entry)
	}
	fields, problem := edit.Holds(f)
	if problem != nil {
		return Done{}, s.refused(problem)
	}
	for _, list := range []string{"aliases", "descriptions", "damaged"} {
		items, _ := fields[list].([]any)
		at := slices.IndexFunc(items, func(x any) bool { text, _ := x.(string); return strings.EqualFold(text, w.Words) })
		if at >= 0 {
			x, err := s.change(tree, edit.Remove{Path: edit.Path{list, at}})
			return Done{fmt.Sprintf("“%s” does not mean %s any more.", w.Words, s.name(w.Entry)), []Write{x}}, err
		}
	}
	return Done{}, &Refused{fmt.Sprintf("“%s” is found by a rule, and stands in no list of %s", w.Words, s.name(w.Entry)), "say “Not here”, or change the entry", s.place(source.Pos{Path: f.Path, Line: 1, Col: 1})}
}

// Named is what is said of a name.
type Named struct {
	Suggestion string `json:"suggestion"`
	Words      string `json:"words"`
	Entry      string `json:"entry"`
	Name       string `json:"name"`
	Kind       string `json:"kind"`
	Facet      string `json:"facet"`
	Sentence   string `json:"sentence"`
	ID         string `json:"id"`
	List       string `json:"list"`
	Word       string `json:"word"`
}

func (s *Site) suggestion(id string) (suggest.Suggestion, error) {
	for _, x := range s.Suggest() {
		if x.ID == id {
			return x, nil
		}
	}
	return suggest.Suggestion{}, refuse("it may have been settled in another window", "%q is no suggestion any more", id)
}

func (s *Site) facet(id string) (catalogue.Facet, error) {
	for _, f := range s.Site.Catalogue.Facets {
		if f.ID == id {
			return f, nil
		}
	}
	return catalogue.Facet{}, refuse("choose one", "no question of the site is called %q", id)
}

// explain begins an entry of a suggestion: with a sentence, or as a draft without one.
func (s *Site) explain(n Named) (Done, error) {
	x, err := s.suggestion(n.Suggestion)
	if err != nil {
		return Done{}, err
	}
	f, err := s.facet(cmp.Or(n.Facet, x.Facet))
	if err != nil {
		return Done{}, err
	}
	stub := importer.Stub(x, f)
	does := []edit.Act{}
	if name := strings.TrimSpace(n.Name); name != "" && name != x.Name {
		does = append(does, edit.Set{Path: edit.Path{"name"}, Value: edit.Text(name)})
	}
	if kind := strings.TrimSpace(n.Kind); kind != "" && kind != string(x.Kind) {
		does = append(does, edit.Set{Path: edit.Path{"kind"}, Value: edit.Text(kind), Order: orders[""]})
	}
	data := stub.Data
	if n.Sentence != "" {
		data = finished(data)
		does = append(does, edit.Remove{Path: edit.Path{"draft"}})
	}
	after, problem := edit.Do(stub.Path, data, does...)
	if problem != nil {
		return Done{}, s.refused(problem)
	}
	return s.new(stub.Path, after, n.Sentence, cmp.Or(strings.TrimSpace(n.Name), x.Name))
}

// finished is a stub without the comment that asks for its sentence.
func finished(data string) string {
	var b strings.Builder
	for line := range strings.Lines(data) {
		if !strings.HasPrefix(line, "# TODO below the line") {
			b.WriteString(line)
		}
	}
	return b.String()
}

func (s *Site) new(tree, data, sentence, name string) (Done, error) {
	if sentence = strings.TrimSpace(sentence); sentence != "" {
		data += sentence + "\n"
	}
	if _, problems := catalogue.Parse(source.NewFile(tree, data), 0); len(problems) > 0 {
		return Done{}, &Refused{Msg: problems[0].Msg, Hint: problems[0].Hint}
	}
	return Done{name + " has an entry.", []Write{{Path: tree, After: data, New: true}}}, nil
}

// begin begins an entry of selected words.
func (s *Site) begin(n Named) (Done, error) {
	f, err := s.facet(n.Facet)
	if err != nil {
		return Done{}, err
	}
	name := strings.TrimSpace(n.Name)
	id := catalogue.Slug(name)
	if _, taken, _ := s.entryFile(id); taken != nil {
		return Done{}, &Refused{fmt.Sprintf("%q has an entry already", id), "open it, or choose another name", s.place(source.Pos{Path: taken.Path, Line: 1, Col: 1})}
	}
	fields := []edit.Field{}
	if strings.TrimSpace(n.Sentence) == "" {
		fields = append(fields, edit.Field{Name: "draft", Value: edit.Bare("true")})
	}
	fields = append(fields, edit.Field{Name: "name", Value: edit.Text(name)})
	if n.Kind != "" {
		fields = append(fields, edit.Field{Name: "kind", Value: edit.Text(n.Kind)})
	}
	return s.new("content/"+f.Dir+"/"+id+".md", edit.New(fields, ""), n.Sentence, name)
}

// settle does what check does of names.
func (s *Site) settle(says string, names importer.Names) (Done, error) {
	settled, err := importer.Settle(s.Dir, s.Result, s.Suggest(), names)
	if err != nil {
		return Done{}, err
	}
	if len(settled.Refused) > 0 {
		return Done{}, &Refused{Msg: settled.Refused[0].Msg, Hint: settled.Refused[0].Hint}
	}
	d := Done{Says: says}
	for _, f := range settled.Changed {
		before, there, err := s.disk(f.Path)
		if err != nil {
			return Done{}, err
		}
		d.Writes = append(d.Writes, Write{Path: f.Path, Before: before, After: f.Data, New: !there})
	}
	return d, nil
}

func (s *Site) same(n Named) (Done, error) {
	name, asked := s.settled(n)
	return s.settle(fmt.Sprintf("%s is %s.", name, s.name(n.Entry)), importer.Names{Same: []string{asked + "=" + n.Entry}})
}

func (s *Site) ignore(n Named) (Done, error) {
	name, asked := s.settled(n)
	return s.settle(name+" is no name to explain.", importer.Names{Ignore: []string{asked}})
}

// settled is what is said of a name for people, and as check is asked: a suggestion, or
// words of a text.
func (s *Site) settled(n Named) (name, asked string) {
	if x, err := s.suggestion(n.Suggestion); err == nil {
		return x.Name, n.Suggestion
	}
	return n.Words, cmp.Or(n.Suggestion, n.Words)
}

// add puts words into a list of an entry.
func (s *Site) add(n Named) (Done, error) {
	tree, f, _ := s.entryFile(n.ID)
	if f == nil {
		return Done{}, refuse("", "there is no entry %q any more", n.ID)
	}
	if !slices.Contains([]string{"aliases", "descriptions", "cues"}, n.List) {
		return Done{}, refuse("", "an entry has no list %q to which words are added", n.List)
	}
	after, problem := edit.Do(f.Path, s.raw(f), edit.AddWord{List: n.List, Word: n.Word, Order: orders[""]})
	x, _, err := s.done(tree, f, after, problem)
	what := map[string]string{"aliases": "names", "descriptions": "describes", "cues": "is done under"}[n.List]
	return Done{fmt.Sprintf("“%s” %s %s.", n.Word, what, s.name(n.ID)), []Write{x}}, err
}

func (s *Site) entry(form Form) (Done, error) {
	x, _, err := s.form(form)
	return Done{fmt.Sprintf("%v is saved.", form.Fields["name"]), []Write{x}}, err
}

// Cells are changes to the table of all texts.
type Cells struct {
	Changes []struct {
		ID    string  `json:"id"`
		Field string  `json:"field"`
		Was   *string `json:"was"` // what was shown in it; nil where that is not told
		Value string  `json:"value"`
	} `json:"changes"`
}

// articles writes cells of the table, as import --articles-table does.
func (s *Site) articles(c Cells) (Done, error) {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(vocabulary.ArticlesCSV(s.Site), "\uFEFF"))).ReadAll()
	if err != nil {
		return Done{}, err
	}
	shown := map[string]map[string]string{}
	for _, a := range s.Articles() {
		shown[a.ID] = a.Fields
	}
	table := [][]string{rows[0]}
	for _, row := range rows[1:] {
		changed := false
		for _, x := range c.Changes {
			at := slices.Index(rows[0], x.Field)
			if x.ID != row[0] || at <= 0 {
				continue
			}
			if is := shown[x.ID][x.Field]; x.Was != nil && *x.Was != is {
				return Done{}, refuse("what it holds now is shown: try it again on that", "%s: %s was changed meanwhile to %q, so nothing was written", x.ID, x.Field, is)
			}
			row[at], changed = x.Value, true
		}
		if changed {
			table = append(table, row)
		}
	}
	var b strings.Builder
	_ = csv.NewWriter(&b).WriteAll(table) // a strings.Builder does not fail
	sheet, problems := vocabulary.ReadArticles(source.NewFile("desk.csv", b.String()))
	if len(problems) > 0 {
		return Done{}, cellRefused(problems[0], table)
	}
	changes, problems, err := sheet.ApplyArticles(s.Site, func(f *source.File) (string, error) { return s.raw(f), nil })
	if err != nil {
		return Done{}, err
	}
	if len(problems) > 0 {
		return Done{}, cellRefused(problems[0], table)
	}
	d := Done{}
	for _, x := range changes {
		if len(x.Fields) == 0 {
			continue
		}
		w := Write{Path: s.inTree(x.Path), After: x.Data, New: x.New}
		if f := s.File(w.Path); f != nil {
			w.Before = s.raw(f)
		}
		d.Writes = append(d.Writes, w)
	}
	d.Says = strconv.Itoa(len(d.Writes)) + " texts are changed."
	if len(d.Writes) == 1 {
		d.Says = "One text is changed."
	}
	return d, nil
}

// cellRefused tells of a mistake in a cell by the text that it is about.
func cellRefused(p source.Problem, table [][]string) error {
	article := ""
	if n := p.Pos.Line; n > 1 && n <= len(table) {
		article = table[n-1][0] + ": "
	}
	return &Refused{Msg: article + p.Msg, Hint: p.Hint}
}
