package desk

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"glossator/internal/annotation"
	"glossator/internal/catalogue"
	"glossator/internal/site"
	"glossator/internal/source"
)

// unexplained asks of every name that no entry explains.
func unexplained(in Input) (all []Question) {
	for _, n := range in.Names {
		if len(n.Places) == 0 {
			continue
		}
		all = append(all, Question{Pos: n.Places[0], Places: several(n.Places),
			Msg:  fmt.Sprintf("no entry explains “%s” (%s)%s", n.Text, n.Kind, often(len(n.Places), n.Articles)),
			Hint: "check --accept " + n.ID + ", or add it to the aliases: of an entry"})
	}
	return all
}

// doubtful is the same words in doubt between the same entries.
type doubtful struct {
	words, rule string
	entries     []catalogue.ID
	places      places
	marks       bool // some place can hold an author's mark: it is Markdown
}

// ambiguous asks of everything that annotate left unlinked because it may be several.
func ambiguous(s *site.Site) (all []Question) {
	byKey := map[string]*doubtful{}
	var order []*doubtful
	look := func(x site.Annotated) {
		for _, d := range x.Ann.Doubts {
			if !slices.Contains(asked, d.Rule) {
				continue
			}
			words := strings.Join(strings.Fields(x.Doc.Prose.Text[d.Span.Start:d.Span.End]), " ")
			key := strings.Join(append([]string{d.Rule, words}, d.Entries...), "\x00")
			q := byKey[key]
			if q == nil {
				q = &doubtful{words: words, rule: d.Rule, entries: d.Entries}
				byKey[key] = q
				order = append(order, q)
			}
			q.places.add(posIn(x, d.Span))
			q.marks = q.marks || path.Ext(x.Doc.File.Path) == ".md"
		}
	}
	for _, a := range s.Articles {
		look(a.Annotated)
	}
	for _, p := range s.Profiles {
		look(p.Annotated)
	}
	for _, p := range s.Pages {
		look(p.Annotated)
	}
	slices.SortStableFunc(order, func(a, b *doubtful) int { return cmp.Compare(len(b.places.all), len(a.places.all)) })
	for _, q := range order {
		all = append(all, q.question(s))
	}
	return all
}

func (q *doubtful) question(s *site.Site) Question {
	msg := fmt.Sprintf("“%s” may be %s", q.words, or(q.entries))
	if len(q.entries) == 1 {
		msg = fmt.Sprintf("“%s” may be %s, or somebody else", q.words, q.entries[0])
	}
	hint := q.everywhere(s)
	if q.marks {
		hint = "write " + or(q.forms()) + "; or, for every article, " + hint
	}
	return Question{Pos: q.places.all[0], Places: several(q.places.all), Msg: msg + often(len(q.places.all), q.places.articles),
		Hint: hint, Entries: q.entries}
}

// forms are the marks that settle it where it stands.
func (q *doubtful) forms() (forms []string) {
	for _, id := range q.entries[:min(len(q.entries), 4)] {
		forms = append(forms, "[["+id+"|"+q.words+"]]")
	}
	if q.rule == "ambiguous-surname" {
		forms = append(forms, "[[-|"+q.words+"]] for somebody else")
	}
	return forms
}

// everywhere is the line of an entry that settles it in all articles.
func (q *doubtful) everywhere(s *site.Site) string {
	at := "an entry"
	if p := s.Profile(q.entries[0]); p != nil {
		at = p.Entry.File.Path
	}
	switch q.rule {
	case "ambiguous-surname":
		return fmt.Sprintf("aliases: [%s] in the one best known by it, such as %s", q.words, at)
	case "ambiguous-name":
		return fmt.Sprintf("take %q out of the aliases: of all but one, such as %s", q.words, at)
	}
	for _, id := range q.entries {
		if p := s.Profile(id); p != nil && len(p.Entry.Roles) > 0 {
			return "end the roles: that were over by then with to:, such as in " + at
		}
	}
	return "leave the phrase to the descriptions: of one of them, such as " + at
}

// speakers asks of every quotation of some length that nobody is known to have said.
// Headlines and margin notes quote from the text beside them.
func speakers(s *site.Site) (all []Question) {
	for _, a := range s.Articles {
		for _, q := range a.Ann.Quotes {
			if q.Speaker != "" || q.Name != "" || q.Rule != "" || !sayable(a, q) {
				continue
			}
			ask := Question{Pos: posIn(a.Annotated, q.Span), Msg: phrase(a.Annotated, q.Span) + " has no speaker",
				Hint: "name who says it in the same sentence, with “said” or “according to”; or decide it in the text's NAME.readings.yaml: - {p: …, words: …, speaker: ID or nobody}"}
			if d := likely(a, q); d != nil {
				ask.Msg, ask.Entries = d.Msg, d.Entries
			}
			all = append(all, ask)
		}
		for _, r := range a.Evidence {
			if r.Kind == "quote" && r.Entry == "" && r.Value == "" && len(strings.Fields(r.Phrase)) >= aClause {
				all = append(all, Question{Pos: source.Pos{Path: a.From.Path, Line: r.Line, Col: 1}, Msg: "“" + r.Phrase + "” has no speaker",
					Hint: "write the speaker's ID in the column entry"})
			}
		}
	}
	return all
}

// likely tells whose words a quotation probably is, or nil.
func likely(a *site.Article, q annotation.Quote) *annotation.Doubt {
	for i, d := range a.Ann.Doubts {
		if d.Rule == annotation.LikelySpeaker && d.Span == q.Span {
			return &a.Ann.Doubts[i]
		}
	}
	return nil
}

// aClause is how many words make a quotation somebody's statement: fewer may be a term.
const aClause = 4

func sayable(a *site.Article, q annotation.Quote) bool {
	block := a.Doc.Prose.Blocks[a.Doc.Prose.Block(q.Span.Start)]
	return block.N > 0 && len(strings.Fields(a.Doc.Prose.Text[q.Span.Start:q.Span.End])) >= aClause
}
