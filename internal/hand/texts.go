package hand

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"glossator/internal/importer"
	"glossator/internal/meta"
)

// Raw are texts that somebody dropped or pasted.
type Raw struct {
	Files []RawFile `json:"files"`
}

// RawFile is one of them. What is said besides its name and its data is written into the
// article; Kept are the paragraphs that it is to have, where somebody chose.
type RawFile struct {
	Name      string   `json:"name"`
	Data      string   `json:"data"` // base64
	Title     string   `json:"title"`
	Published string   `json:"published"`
	Publisher string   `json:"publisher"`
	Authors   string   `json:"authors"`
	Rights    string   `json:"rights"`
	Kept      []string `json:"kept"`
}

// Looked is what was understood of a text.
type Looked struct {
	Name      string   `json:"name"`
	Title     string   `json:"title"`
	Published string   `json:"published"`
	Publisher string   `json:"publisher"`
	Authors   string   `json:"authors"`
	Kept      []Piece  `json:"kept"`
	Left      []Piece  `json:"left"`
	Problem   *Refused `json:"problem,omitempty"`
}

// Piece is a paragraph; P is its number in the text.
type Piece struct {
	P    int    `json:"p"`
	Text string `json:"text"`
}

// mostRaw is how many bytes one text may have.
const mostRaw = 20 << 20

// plan reads texts as import does, in a folder that is gone afterwards.
func (s *Site) plan(raw Raw, use func(i int, p *importer.Plan, data string)) error {
	for i, f := range raw.Files {
		data, err := base64.StdEncoding.DecodeString(f.Data)
		if err != nil || len(data) > mostRaw {
			return refuse("", "%s cannot be read", f.Name)
		}
		dir, err := os.MkdirTemp("", "desk")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		place := filepath.Join(dir, plainName(f.Name))
		if err := os.WriteFile(place, data, 0o600); err != nil {
			return err
		}
		p, err := importer.Make(importer.Request{Site: s.Dir, Rights: f.Rights, Paths: []string{place}})
		if err != nil {
			return err
		}
		use(i, p, string(data))
	}
	return nil
}

// plainName is the name of a file that somebody dropped, without a folder and without what
// a name cannot hold everywhere.
func plainName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, "\\", "/"))
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"|?*/`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimLeft(name, "."))
	if filepath.Ext(name) == "" {
		name += ".txt"
	}
	return name
}

// LookAt tells what would be kept of texts, and what left out; nothing is written.
func (s *Site) LookAt(raw Raw) ([]Looked, error) {
	all := make([]Looked, len(raw.Files))
	err := s.plan(raw, func(i int, p *importer.Plan, data string) {
		x := Looked{Name: raw.Files[i].Name, Kept: []Piece{}, Left: []Piece{}}
		a, problem := planned(p)
		if a == nil {
			x.Problem = problem
			all[i] = x
			return
		}
		x.Title, x.Published, x.Publisher, x.Authors = a.Title, string(a.Published), a.Publisher, strings.Join(a.Authors, "; ")
		x.Kept, x.Left = pieces(paragraphs(a.Body), a.Left, data)
		all[i] = x
	})
	return all, err
}

// planned is the article of a plan for one file, or why there is none.
func planned(p *importer.Plan) (*importer.Article, *Refused) {
	for _, f := range p.Files {
		if f.Article != nil && f.Action == importer.Wrote {
			return f.Article, nil
		}
	}
	if len(p.Problems) > 0 {
		return nil, &Refused{Msg: p.Problems[0].Msg, Hint: p.Problems[0].Hint}
	}
	return nil, &Refused{Msg: "no article was found in it"}
}

func paragraphs(body string) []string {
	return slices.DeleteFunc(strings.Split(strings.TrimSpace(body), "\n\n"), func(p string) bool { return strings.TrimSpace(p) == "" })
}

// pieces numbers what was kept and what was left out, in the order of the text as it came.
func pieces(kept, left []string, data string) (in, out []Piece) {
	data = strings.Join(strings.Fields(data), " ")
	place := func(text string) int {
		text = strings.Join(strings.Fields(text), " ")
		return strings.Index(data, text[:min(len(text), 40)])
	}
	at := make([]int, len(kept))
	last := 0
	for i, p := range kept {
		if n := place(p); n > last {
			last = n
		}
		at[i] = last
	}
	n := 0
	in, out = []Piece{}, []Piece{}
	rest := slices.Clone(left)
	for i, p := range kept {
		for len(rest) > 0 && place(rest[0]) >= 0 && place(rest[0]) < at[i] {
			n++
			out, rest = append(out, Piece{n, rest[0]}), rest[1:]
		}
		n++
		in = append(in, Piece{n, p})
	}
	for _, p := range rest {
		n++
		out = append(out, Piece{n, p})
	}
	return in, out
}

// texts adds them to the site.
func (s *Site) texts(raw Raw) (Done, error) {
	var d Done
	var wrong error
	err := s.plan(raw, func(i int, p *importer.Plan, data string) {
		asked := raw.Files[i]
		a, problem := planned(p)
		if a == nil {
			wrong = problem
			return
		}
		day, ok := meta.ParseFound(strings.TrimSpace(asked.Published))
		if asked.Published != "" && (!ok || !day.Full()) {
			wrong = refuse("write it as 2024-05-02", "%s: %q is no day", asked.Name, asked.Published)
			return
		}
		a.Title, a.Publisher, a.Published = strings.TrimSpace(asked.Title), strings.TrimSpace(asked.Publisher), day
		a.Authors = nil
		for _, name := range strings.Split(asked.Authors, ";") {
			if name = strings.TrimSpace(name); name != "" {
				a.Authors = append(a.Authors, name)
			}
		}
		if asked.Kept != nil {
			a.Body = strings.Join(asked.Kept, "\n\n") + "\n"
		}
		for _, f := range p.Files {
			if f.Article == a {
				d.Writes = append(d.Writes, Write{Path: f.Path, After: a.String(), New: true})
			}
		}
	})
	if err == nil {
		err = wrong
	}
	for i, w := range d.Writes { // two of one name
		for n := 2; slices.ContainsFunc(d.Writes[:i], func(o Write) bool { return o.Path == d.Writes[i].Path }); n++ {
			d.Writes[i].Path = fmt.Sprintf("%s-%d.md", strings.TrimSuffix(w.Path, ".md"), n)
		}
	}
	d.Says = fmt.Sprintf("%d texts are added.", len(d.Writes))
	if len(d.Writes) == 1 {
		d.Says = "One text is added."
	}
	return d, err
}
