package hand

import (
	"encoding/json"
	"errors"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/diff"

	"glossator/internal/build"
)

// harbor is a small site with a text of each form, line ends and a mark of another system.
func harbor() map[string]string {
	return map[string]string{
		"content/site.yaml": "title: The harbor\ndescription: A harbor.\nlanguage: en\nfacets:\n  - {id: who, dir: who, singular: person or body, plural: Who, question: Who is this?}\n" +
			"  - {id: rule, dir: rules, singular: rule, plural: Rules, question: Which rule?}\n",
		"content/who/rosa-pardo.md": "---\nname: Rosa Pardo # the mayor\nkind: person\naliases: [\"Mayor Pardo\"]\n\n# she was elected twice\nroles:\n  - title: Mayor\n    from: 2019-06-01\n---\nRosa Pardo is mayor of Brisa.\n",
		"content/who/port-board.md": "\uFEFF---\r\nname: Port Board\r\nkind: organization\r\n---\r\nThe Port Board runs the port.\r\n",
		"content/articles/storm.txt": "Storm closes the harbor\n\nBy Ana Luz\n\nRosa Pardo met Jon Arvid of the Fish Union on 19 January 2024. “It cannot work at all,” said Jon Arvid, and Rosa Pardo left.\n\n" +
			"The Port Board counted 240 boats and 1,200 sailors. “We will stay,” one of them called.\n\nRead more: The other quay\n",
		"content/articles/quay.md": "---\r\ntitle: On the quay\r\nrights: own # ours\r\n---\r\nJon Arvid came back in March 2024. “The Port Board never asked us,” he said.\r\n\r\nMilena Costa, of the Fish Union, said that 30 boats lie idle.\r\n",
		"content/articles/page.html": "<html><head><meta charset=utf-8><title>The bill</title></head><body><article><h1>The bill</h1>" +
			"<p>Rosa Pardo said that the Harbor Bill, which was long awaited by many, is late once more, and nobody knows why it is.</p>" +
			"<p>The Harbor Bill “can’t work,” said Milena Costa, in a hall full of people who had come from all parts of the town.</p></article></body></html>",
	}
}

// editor is somebody who acts on a site.
type editor struct {
	*testing.T
	dir     string
	builder *build.Builder
	good    *build.Result
	site    *Site
	journal Journal
	rand    *rand.Rand
}

func edits(t *testing.T, files map[string]string, seed uint64) *editor {
	t.Helper()
	dir := folder(t, files)
	e := &editor{T: t, dir: dir, builder: build.New(build.Config{Site: dir, Out: filepath.Join(dir, "public"), Exports: "pages"}), rand: rand.New(rand.NewPCG(seed, 1))}
	e.look()
	return e
}

// look reads the site again.
func (e *editor) look() {
	e.Helper()
	r, err := e.builder.Build("*")
	must(e.T, err)
	if !r.OK { // an entry is gone that a row names
		r = e.builder.Mend(r, e.good)
	}
	e.good = r
	e.site = &Site{Result: r, Dir: filepath.ToSlash(e.dir), Link: func(string, int, int) string { return "" }, Base: "/"}
}

// act does what a desk does with an act.
func (e *editor) act(name string, asked any) (Done, error) {
	e.Helper()
	data, err := json.Marshal(asked)
	must(e.T, err)
	done, err := e.site.Act(name, data)
	if err == nil {
		err = Put(e.dir, done.Writes)
	}
	if err == nil {
		e.journal.Add(done, time.Unix(0, 0))
		e.look()
	}
	return done, err
}

func (e *editor) undo(id int) error {
	_, err := e.journal.Undo(e.dir, id)
	if err == nil {
		e.look()
	}
	return err
}

type says map[string]any

// pick is one of some; the zero value of none.
func pick[T any](e *editor, all []T) (x T) {
	if len(all) > 0 {
		x = all[e.rand.IntN(len(all))]
	}
	return x
}

// any is an act that the site as it is allows, more or less.
func (e *editor) any() (name string, asked says) {
	pages := []string{"/articles/storm.html", "/articles/quay.html", "/articles/page.html"}
	address := pick(e, pages)
	page := e.site.Page(address)
	r := pick(e, page.Readings)
	entries := e.site.Entries()
	id := pick(e, entries).ID
	row := says{"path": address, "p": r.P, "words": r.Words, "n": r.N}
	with := func(more says) says { maps.Copy(row, more); return row }
	switch e.rand.IntN(12) {
	case 0, 1, 2:
		choices := map[string][]says{
			"mention": {{"link": "none"}, {"link": id}},
			"quote":   {{"speaker": id}, {"speaker": "nobody"}, {"speaker_name": "A sailor: old, “tired”"}},
			"date":    {{"date": "2024-02-29"}, {"date": "none"}},
			"figure":  {{"value": 12.5, "unit": "boats"}, {"value": "none"}},
		}[r.Kind]
		return "reading", with(pick(e, choices))
	case 3:
		l := pick(e, page.Left)
		return "reading", says{"path": address, "p": l.P, "words": l.Words, "keep": "in"}
	case 4:
		var all []says
		for _, address := range pages {
			for _, r := range e.site.Page(address).Readings {
				if r.Decided != "" {
					all = append(all, says{"path": address, "p": r.P, "words": r.Words, "n": r.N, "kind": r.Decided})
				}
			}
		}
		return "reading/remove", pick(e, all)
	case 5:
		x := pick(e, e.site.Suggestions(e.site.Suggest()))
		return "explain", says{"suggestion": x.ID, "name": x.Name, "kind": x.Kind, "facet": "who", "sentence": pick(e, []string{"", x.Name + " is somebody."})}
	case 6:
		return "same", says{"suggestion": pick(e, e.site.Suggestions(e.site.Suggest())).ID, "entry": id}
	case 7:
		return "ignore", says{"words": pick(e, []string{"Fish Union", "Sailor: two", "Brisa, the town"})}
	case 8:
		return "entry/new", says{"name": pick(e, []string{"The Fish Union", "Brisa", "Old Quay"}), "facet": "who", "sentence": "It is here."}
	case 9:
		return "entry/add", says{"id": id, "list": pick(e, []string{"aliases", "descriptions", "cues"}), "word": pick(e, []string{"the old board", "[boats … lie]", "a: b", "Board, the"})}
	case 10:
		f, err := e.site.Form(id)
		must(e.T, err)
		f.Fields["authority"] = pick(e, []string{"a rule", "1 U.S.C. 2: three", ""})
		if f.Fields["authority"] == "" {
			delete(f.Fields, "authority")
		}
		f.Body += pick(e, []string{"", "It is more than that.\n"})
		asked := says{}
		data, _ := json.Marshal(f)
		_ = json.Unmarshal(data, &asked)
		return "entry", asked
	}
	var changes []says
	for _, a := range e.site.Articles() {
		field := pick(e, []string{"title", "publisher", "authors", "published"})
		value := map[string]string{"title": "A title: " + a.ID, "publisher": pick(e, []string{"Post", ""}), "authors": "Ana Luz; Jo, the elder", "published": "2024-01-20"}[field]
		changes = append(changes, says{"id": a.ID, "field": field, "value": value, "was": a.Fields[field]})
	}
	return "articles", says{"changes": changes[:1+e.rand.IntN(len(changes))]}
}

// mostLines is how many lines an act may take out of a file that stands, and put in.
var mostLines = map[string]int{"reading": 1, "reading/remove": 1, "ignore": 2, "same": 2, "entry/add": 1, "entry": 2, "articles": 1, "never": 1}

// TestActsAndUndosEndInTheBytesOfTheBeginning does acts at random, takes some of them back
// on the way and the rest at the end.
func TestActsAndUndosEndInTheBytesOfTheBeginning(t *testing.T) {
	seeds, acts := 6, 60
	if testing.Short() {
		seeds, acts = 2, 40
	}
	done := map[string]int{}
	for seed := range seeds {
		e := edits(t, harbor(), uint64(seed))
		before := holds(t, e.dir)
		for range acts {
			if n := e.journal.Len(); n > 0 && e.rand.IntN(4) == 0 {
				c := pick(e, e.journal.Changes(e.dir))
				if err := e.undo(c.ID); (err == nil) != c.Can {
					t.Fatalf("undo of %q, which can be undone: %v: %v", c.Says, c.Can, err)
				}
				continue
			}
			name, asked := e.any()
			d, err := e.act(name, asked)
			var refused *Refused
			switch {
			case errors.As(err, &refused):
				continue
			case err != nil:
				t.Fatalf("seed %d: %s %v: %v", seed, name, asked, err)
			}
			done[name]++
			for _, w := range d.Writes {
				if out, in := lines(w); !w.New && (out > mostLines[name] || in > mostLines[name]) {
					t.Errorf("seed %d: %s %v changes more than its lines:\n%s", seed, name, asked, diff.Diff("before", []byte(w.Before), "after", []byte(w.After)))
				}
			}
		}
		for _, c := range e.journal.Changes(e.dir) {
			if !c.Undone {
				if err := e.undo(c.ID); err != nil {
					t.Errorf("seed %d: %q cannot be undone: %v", seed, c.Says, err)
				}
			}
		}
		if after := holds(t, e.dir); !same(before, after) {
			for p, data := range after {
				if before[p] != data {
					t.Errorf("seed %d: %s is another:\n%q\n%q", seed, p, before[p], data)
				}
			}
			t.Errorf("seed %d: %v", seed, slices.Sorted(maps.Keys(after)))
		}
	}
	for name := range tried {
		if done[name] == 0 {
			t.Errorf("%s was never done: %v", name, done)
		}
	}
}

// tried are the acts that are tried at random.
var tried = map[string]bool{"reading": true, "reading/remove": true, "explain": true, "same": true, "ignore": true, "entry/new": true, "entry/add": true, "entry": true, "articles": true}

// lines is how many lines a write takes out, and puts in.
func lines(w Write) (out, in int) {
	for line := range strings.Lines(string(diff.Diff("", []byte(w.Before), "", []byte(w.After)))) {
		switch {
		case strings.HasPrefix(line, "---"), strings.HasPrefix(line, "+++"), strings.HasPrefix(line, "diff"):
		case strings.HasPrefix(line, "-"):
			out++
		case strings.HasPrefix(line, "+"):
			in++
		}
	}
	return out, in
}
