package desk

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"glossator/internal/edit"
	"glossator/internal/site"
	"glossator/internal/source"
)

// figures asks of the rows of figures.yaml that give no official figure, and of the
// numbers in an article that no row sets beside one.
func figures(s *site.Site) (all []Question) {
	known := map[int][]site.Figure{} // by story: a copy's numbers are those of the first telling
	for _, f := range s.Figures {
		if a := s.Article(f.Article.ID); a != nil {
			known[a.Story] = append(known[a.Story], f)
		}
	}
	for _, file := range s.Data {
		if path.Base(file.Path) == "figures.yaml" {
			all = rows(s.Figures, file)
		}
	}
	var articles []Question
	for _, a := range s.Articles {
		if q, ok := unchecked(a, known[a.Story]); ok {
			articles = append(articles, q)
		}
	}
	slices.SortStableFunc(articles, func(a, b Question) int { return cmp.Compare(len(b.Places), len(a.Places)) })
	return append(all, articles...)
}

func rows(figures []site.Figure, file *source.File) (all []Question) {
	for _, f := range figures {
		at := file.Pos(int(f.At))
		switch {
		case f.Official == "" && len(f.OfficialValues) == 0:
			all = append(all, Question{Pos: at, Msg: fmt.Sprintf("“%s” has no official figure beside it", f.Said),
				Hint: "add official: with its citation:; where none was found say so there, with agrees: unverified"})
		case f.Citation.IsZero():
			all = append(all, Question{Pos: at, Msg: fmt.Sprintf("the official figure for “%s” has no citation", f.Said),
				Hint: "add citation: {publisher: …, identifier: …, date: …}"})
		}
	}
	return all
}

// telling is from what number on a figure is worth checking; a percentage or a sum of
// money always is.
const telling = 100

// unchecked asks of an article's numbers, all at once.
func unchecked(a *site.Article, known []site.Figure) (Question, bool) {
	var p places
	var first, what string
	ask := func(at source.Pos, words string, value float64, unit string) {
		unit, _, _ = strings.Cut(unit, " ")
		worth := value >= telling || unit == "percent" || unit == "dollars" || unit == "euros" || unit == "pounds"
		if !worth || slices.ContainsFunc(known, func(f site.Figure) bool { return covers(f, words, value) }) {
			return
		}
		if first == "" {
			first, what = words, unit
		}
		p.add(at)
	}
	for _, f := range a.Ann.Figures {
		if a.Doc.Prose.Blocks[a.Doc.Prose.Block(f.Span.Start)].N > 0 { // neither headline nor margin note
			ask(posIn(a.Annotated, f.Span), a.Doc.Prose.Text[f.Span.Start:f.Span.End], f.Value, f.Unit)
		}
	}
	for _, r := range a.Evidence {
		number, unit, _ := strings.Cut(r.Value, " ")
		if value, err := strconv.ParseFloat(number, 64); r.Kind == "figure" && err == nil {
			ask(source.Pos{Path: a.From.Path, Line: r.Line, Col: 1}, r.Phrase, value, unit)
		}
	}
	if len(p.all) == 0 {
		return Question{}, false
	}
	msg := "“" + first + "”"
	if what != "" && what != "percent" {
		msg += " (" + what + ")"
	}
	if n := len(p.all) - 1; n > 0 {
		msg += fmt.Sprintf(" and %d more stand beside no official figure", n)
	} else {
		msg += " stands beside no official figure"
	}
	return Question{Pos: p.all[0], Places: several(p.all), Msg: msg,
		Hint: fmt.Sprintf("add to content/figures.yaml: - {id: …, article: %s, said: %q, official: …}", a.Doc.Name, first)}, true
}

// covers tells whether a row is about a number of its article.
func covers(f site.Figure, words string, value float64) bool {
	return slices.Contains(f.Values, value) || slices.Contains(f.OfficialValues, value) || strings.Contains(f.Said, words) ||
		strings.Contains(f.Official, words) || slices.ContainsFunc(f.Series, func(b site.Bar) bool { return b.Value == value })
}

// rights asks of texts that do not say what may be done with them, and of copies that
// say something else than what they copy.
func rights(s *site.Site) (all []Question) {
	for _, a := range s.Articles {
		if a.Doc.Meta.Rights.Text == "" {
			all = append(all, Question{Pos: front(a), Msg: "nothing says whose text this is, and whether it may be published",
				Hint: "add rights: own, licensed, public-domain or private" + where(a)})
		}
	}
	for _, p := range s.Pairs {
		if p.Relation != "copy" && p.Relation != "rewording" {
			continue
		}
		a, b := s.Articles[p.A].Doc, s.Articles[p.B].Doc
		if x, y := a.Meta.Rights, b.Meta.Rights; x.Text != y.Text && x.Text != "" && y.Text != "" {
			all = append(all, Question{Pos: b.MetaFile.Pos(y.Offset), Msg: fmt.Sprintf("its rights are %q, those of %s are %q, and it is a %s", y.Text, a.File.Path, x.Text, p.Relation),
				Hint: "correct one of the two; or deny it with same_story: [{article: " + a.Name + ", as: unrelated}]"})
		}
	}
	return all
}

// sources asks where articles are from. A text of one's own needs no publisher and no
// address, unless it is an account of somebody else's.
func sources(s *site.Site) (all []Question) {
	for _, a := range s.Articles {
		m := a.Doc.Meta
		var lacks, lines []string
		lack := func(is bool, what, line string) {
			if is {
				lacks, lines = append(lacks, what), append(lines, line)
			}
		}
		others := m.Rights.Text != "own" || m.Kind.Text == "account"
		lack(a.Doc.Day() == "", "day", "published: 2024-05-31")
		lack(others && m.Publisher == "", "publisher", "publisher: …")
		lack(others && m.URL.Text == "", "address", "url: https://…")
		if len(lacks) == 0 {
			continue
		}
		all = append(all, Question{Pos: front(a), Msg: "the article gives no " + or(lacks), Hint: "add " + strings.Join(lines, " and ") + where(a)})
	}
	return all
}

// front is where an article's metadata begins.
func front(a *site.Article) source.Pos { return a.Doc.MetaFile.Pos(0) }

// where says where the metadata belongs that cannot stand in the text.
func where(a *site.Article) string {
	if ext := path.Ext(a.Doc.File.Path); ext != ".md" {
		return " in " + strings.TrimSuffix(a.Doc.File.Path, ext) + ".yaml"
	}
	return ""
}

// drafts asks of what is left out of the site.
func drafts(files []*source.File) (all []Question) {
	for _, f := range files {
		all = append(all, Question{Pos: f.Pos(edit.Place(f, "draft")), Msg: "a draft, not published",
			Hint: "take out draft: when it is ready; build --drafts shows it"})
	}
	return all
}
