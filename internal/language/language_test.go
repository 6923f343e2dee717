package language

import (
	"io/fs"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// TestPacksAreYAML holds the short reader to a YAML library.
func TestPacksAreYAML(t *testing.T) {
	for _, name := range packFiles(t) {
		data, _ := files.ReadFile(name)
		var want map[string]map[string]string
		if err := yaml.Unmarshal(data, &want); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for section, entries := range want {
			have := map[string]string{}
			readFile(name).each(section, func(key, text string) { have[key] = text })
			for key, text := range entries {
				if have[key] != strings.TrimRight(text, "\n") {
					t.Errorf("%s, %s.%s: %q, want %q", name, section, key, have[key], text)
				}
			}
			if len(have) != len(entries) {
				t.Errorf("%s, %s: %d keys, want %d", name, section, len(have), len(entries))
			}
		}
	}
}

// TestWordsStandOnceInAClass: a word that is listed twice in one place was meant to be
// another one.
func TestWordsStandOnceInAClass(t *testing.T) {
	for _, name := range packFiles(t) {
		for _, s := range readFile(name).sections {
			for _, e := range s.entries {
				words := strings.Fields(e.text)
				slices.Sort(words)
				for i := range words[1:] {
					if s.name == "classes" && words[i] == words[i+1] {
						t.Errorf("%s, %s: %q stands there twice", name, e.key, words[i])
					}
				}
			}
		}
	}
}

// TestEveryClassIsUsed: a class that no language has a word for, or that no room asks for,
// goes.
func TestEveryClassIsUsed(t *testing.T) {
	code, err := exec.Command("grep", "-rhoE", `language\.[A-Z][A-Za-z]+`, "..", "--include=*.go").Output()
	if err != nil {
		t.Fatal(err)
	}
	packs := []*Pack{English()}
	for _, tag := range []string{"es", "fr", "de", "pt", "it", "nl", "ja"} {
		p, err := For(tag)
		if err != nil {
			t.Fatal(err)
		}
		packs = append(packs, p)
	}
	for c := range classes {
		other := c == Land || c == MonthName // lands are the Places and Countries, months those of others
		if !other && !slices.ContainsFunc(packs, func(p *Pack) bool { return p.anyIn(c) }) {
			t.Errorf("no language has a word that is %s", c)
		}
		name := ""
		for part := range strings.SplitSeq(c.String(), "-") {
			name += strings.ToUpper(part[:1]) + part[1:]
		}
		inside := []Class{Abbreviation, Suffix}
		if !slices.Contains(strings.Fields(string(code)), "language."+name) && !slices.Contains(inside, c) && !strings.HasPrefix(name, "Told") {
			t.Errorf("no room asks for %s", name)
		}
	}
}

func (p *Pack) anyIn(c Class) bool {
	for range p.In(c) {
		return true
	}
	return false
}

// TestWordsDoTheWorkOfOthers: also one that others of the same role begin with.
func TestWordsDoTheWorkOfOthers(t *testing.T) {
	french, err := For("fr")
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{"le": true, "les": true, "l": true, "e": false, "": false, "un": false} {
		if got := french.Does(word, "the"); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
	if !french.Does("'", "'") || french.Does("l", "'") {
		t.Error("a mark is the same in all languages")
	}
}

// BenchmarkEnglish is what a process pays when it starts.
func BenchmarkEnglish(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load("en")
	}
}

// BenchmarkGerman is the same of a language whose number words are made of others.
func BenchmarkGerman(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load("de")
	}
}

func packFiles(t *testing.T) (names []string) {
	t.Helper()
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".yaml") {
			names = append(names, path)
		}
		return err
	})
	if err != nil || len(names) < 7 {
		t.Fatal(names, err)
	}
	return names
}
