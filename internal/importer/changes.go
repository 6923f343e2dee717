package importer

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"glossator/internal/build"
	"glossator/internal/compare"
	"glossator/internal/site"
	"glossator/internal/source"
)

// ChangesOf reads two raw articles with a site's catalogue and makes the stand-off
// file of what differs between them.
func ChangesOf(cfg build.Config, a, b string) (*build.Result, File, error) {
	cfg.Articles = nil
	for _, p := range []string{a, b} {
		if dir := filepath.Dir(p); len(cfg.Articles) == 0 || cfg.Articles[0] != dir {
			cfg.Articles = append(cfg.Articles, dir)
		}
	}
	r, err := build.New(cfg).Build()
	if err != nil {
		return nil, File{}, err
	}
	one, two := r.Site.Article(stem(a)), r.Site.Article(stem(b))
	if one == nil || two == nil {
		return r, File{}, fmt.Errorf("%s or %s was not read as an article", a, b)
	}
	return r, Changes(r.Site.Config.Language, one, two), nil
}

func stem(p string) string { return strings.TrimSuffix(filepath.Base(p), filepath.Ext(p)) }

// fewWords is how much of a passage is told that only one of the texts has.
const fewWords = 6

// Changes makes the stand-off file of a comparison: names, titles, figures, days,
// claims and quotations with both readings; passages by their first words. Plain
// words are left out: they would retell the text.
func Changes(lang string, a, b *site.Article) File {
	c := compare.Compare(lang, compare.Side{Doc: a.Doc, Ann: a.Ann}, compare.Side{Doc: b.Doc, Ann: b.Ann})
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(site.ChangeColumns) // a bytes.Buffer does not fail
	told := map[string]bool{}       // two changes in one quotation make one row
	for _, f := range c.Findings {
		if f.Kind == compare.Wording {
			continue
		}
		x, y := readings(a, b, f)
		row := []string{block(a, f.BlockA), block(b, f.BlockB), string(f.Kind), f.Entry, x, y, string(f.Verdict)}
		if key := strings.Join(row, "\x00"); !told[key] {
			told[key] = true
			_ = w.Write(row)
		}
	}
	w.Flush()
	return File{"content/compare/" + a.Doc.Name + "--" + b.Doc.Name + ".csv", out.String()}
}

func block(a *site.Article, i int) string {
	if i < 0 {
		return "-1"
	}
	return strconv.Itoa(a.Doc.Prose.Blocks[i].N)
}

// readings are the whole names or quotations where both are short, else the changed
// words alone.
func readings(a, b *site.Article, f compare.Finding) (string, string) {
	most := site.MostWords
	if f.Kind == compare.Passage {
		most = fewWords
	}
	whole := func(x *site.Article, s source.Span) int { return len(strings.Fields(x.Doc.Prose.Text[s.Start:s.End])) }
	left, right := f.InA, f.InB
	if f.Kind != compare.Passage && max(whole(a, left), whole(b, right)) > most && f.A.Len()+f.B.Len() > 0 {
		left, right = f.A, f.B
	}
	x, _ := cut(a.Doc.Prose.Text, left, most)
	y, _ := cut(b.Doc.Prose.Text, right, most)
	return x, y
}
