package desk_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"glossator/internal/build"
	"glossator/internal/desk"
	"glossator/internal/golden"
)

// ask builds the site of some files and asks.
func ask(t *testing.T, files map[string]string) ([]desk.Topic, *build.Result) {
	t.Helper()
	dir := t.TempDir()
	for p, text := range files {
		place := filepath.Join(dir, filepath.FromSlash(p))
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	r, err := build.New(build.Config{Exports: "pages"}).Build()
	if err != nil {
		t.Fatal(err)
	}
	return r.Desk(), r
}

func read(t *testing.T, path string) (*txtar.Archive, map[string]string) {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range a.Files {
		if strings.HasPrefix(f.Name, "content/") {
			files[f.Name] = string(f.Data)
		}
	}
	return a, files
}

func TestNote(t *testing.T) {
	path, _ := filepath.Abs("testdata/harbor.txtar")
	a, files := read(t, path)
	topics, r := ask(t, files)
	for _, p := range r.Report.Problems {
		if desk.Asked(p) {
			t.Errorf("said twice: %s", p)
		}
	}
	var b strings.Builder
	desk.Write(&b, topics, true)
	for line := range strings.Lines(b.String()) {
		if n := len([]rune(line)) - 1; n > 80 {
			t.Errorf("a line of %d columns: %s", n, line)
		}
	}
	a.Files[len(a.Files)-1].Data = []byte(b.String())
	golden.Is(t, path, string(txtar.Format(a)))
}

// TestJSON holds the documented form.
func TestJSON(t *testing.T) {
	path, _ := filepath.Abs("testdata/harbor.txtar")
	_, files := read(t, path)
	topics, _ := ask(t, files)
	topics[1].Items = topics[1].Items[:1]
	got, err := json.Marshal(topics[1])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"ID":"ambiguous","Asks":"Which one is meant?","Count":4,"Items":[{"Pos":{"Path":"content/articles/gate.md","Line":7,"Col":1},` +
		`"Msg":"“Luz” may be ana-luz or eva-luz, 2 times in 2 texts","Hint":"write [[ana-luz|Luz]], [[eva-luz|Luz]] or [[-|Luz]] for somebody else; ` +
		`or, for every article, aliases: [Luz] in the one best known by it, such as content/people/ana-luz.md","Entries":["ana-luz","eva-luz"],` +
		`"Places":[{"Path":"content/articles/gate.md","Line":7,"Col":1},{"Path":"content/articles/quay.txt","Line":3,"Col":1}]}]}`
	if d := cmp.Diff(want, string(got)); d != "" {
		t.Error(d)
	}
	var ids []string
	for _, topic := range topics {
		ids = append(ids, topic.ID)
	}
	if got := strings.Join(ids, " "); got != "unexplained ambiguous speaker figure rights source status citation empty unmentioned draft" {
		t.Errorf("the topics are %s", got)
	}
}

// TestWhatIsHintedSettlesIt writes what the hints of the ambiguous say, each alone.
func TestWhatIsHintedSettlesIt(t *testing.T) {
	path, _ := filepath.Abs("testdata/harbor.txtar")
	for _, c := range []struct{ question, file, old, new string }{
		{"Luz", "content/articles/gate.md", "Luz spoke", "[[eva-luz|Luz]] spoke"},
		{"Luz", "content/articles/gate.md", "Luz spoke", "[[-|Luz]] spoke"},
		{"Luz", "content/people/ana-luz.md", "kind: person", "kind: person\naliases: [Luz]"},
		{"harbor minister", "content/articles/gate.md", "The harbor minister", "[[eva-luz|The harbor minister]]"},
		{"harbor minister", "content/people/ana-luz.md", "from: 2019,", "from: 2019, to: 2020,"},
		{"fishing ban", "content/rules/cod-rule.md", "descriptions: [the fishing ban]\n", ""},
		{"The Whale", "content/articles/whale.md", "saw The Whale", "saw [[eva-luz|The Whale]]"},
		{"The Whale", "content/people/eva-luz.md", "aliases: [The Whale]\n", ""},
	} {
		_, files := read(t, path)
		if strings.Count(files[c.file], c.old) != 1 {
			t.Fatalf("%q is not one place of %s", c.old, c.file)
		}
		asked := func() (n int) {
			topics, _ := ask(t, files)
			for _, topic := range topics {
				for _, q := range topic.Items {
					if topic.ID == "ambiguous" && strings.Contains(q.Msg, c.question) {
						n += max(1, len(q.Places))
					}
				}
			}
			return n
		}
		before := asked()
		files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
		if after := asked(); after >= before {
			t.Errorf("%s in %s: %d times in doubt, then %d", c.new, c.file, before, after)
		}
	}
}

// TestWhoProbablySaidIt: of a quotation that may be either's, both are named.
func TestWhoProbablySaidIt(t *testing.T) {
	topics, _ := ask(t, map[string]string{
		"content/site.yaml":         "title: Harbor\nfacets:\n  - {id: who, dir: who, singular: person, plural: Who, question: Who?}\n",
		"content/who/tom-hale.md":   "---\nname: Tom Hale\nkind: person\n---\nHe sails.\n",
		"content/who/carl-stone.md": "---\nname: Carl Stone\nkind: person\n---\nHe sails.\n",
		"content/articles/a.md":     "---\ntitle: The pier\npublished: 2023-05-01\nrights: own\n---\nTom Hale met Carl Stone. “The pier will not last,” he said.\n",
	})
	for _, topic := range topics {
		if topic.ID != "speaker" {
			continue
		}
		q := topic.Items[0]
		if !strings.Contains(q.Msg, "“The pier will not last,” is probably said by Tom Hale, else by Carl Stone") || strings.Join(q.Entries, " ") != "tom-hale carl-stone" {
			t.Errorf("%s %v", q.Msg, q.Entries)
		}
		return
	}
	t.Error("nothing is asked of the quotation")
}
