package desk

import (
	"cmp"
	"fmt"
	"slices"

	"glossator/internal/meta"
	"glossator/internal/site"
)

// stale is how many days an as_of may lie before the day the facts were checked.
const stale = 366

// statuses asks of every open period and role that does not say as of when it is known
// to be open, or says so of a day long before the site's facts were checked. What ended
// stays ended, and what was claimed was claimed. What says nothing comes first, then the longest unchecked.
func statuses(s *site.Site) (all []Question) {
	type open struct {
		Question
		asOf meta.Day
	}
	var found []open
	var limit meta.Day
	if s.Config.Checked != "" {
		limit = s.Config.Checked.Add(-stale)
	}
	for _, p := range s.Profiles {
		e := p.Entry
		ask := func(at meta.At, what string, asOf meta.Day) {
			q := Question{Pos: e.File.Pos(int(at)), Entries: []string{e.ID}}
			switch {
			case asOf == "":
				q.Msg, q.Hint = what+" is open, and nothing says as of when", "add as_of: with the last day on which it was known to be so, or to: with its end"
			case limit != "" && asOf.Last() < limit:
				q.Msg = fmt.Sprintf("%s was last known on %s", what, asOf)
				q.Hint = fmt.Sprintf("site.yaml says that the facts are checked to %s: look again and move as_of:, or add to: with its end", s.Config.Checked)
			default:
				return
			}
			found = append(found, open{q, asOf})
		}
		for _, x := range e.Periods {
			past := x.Ended() || x.Status.Text == "claimed"
			if word := x.Status.Text; x.To == "" && !(past && x.AsOf != "") {
				if word == "" {
					word = "in force"
				}
				ask(x.At, fmt.Sprintf("“%s” from %s", word, x.From), x.AsOf)
			}
		}
		for _, r := range e.Roles {
			if r.To == "" {
				ask(r.At, fmt.Sprintf("“%s”", r.Title), r.AsOf)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b open) int { return cmp.Compare(a.asOf, b.asOf) })
	for _, q := range found {
		all = append(all, q.Question)
	}
	return all
}

// each asks one question of the entries that call for it.
func each(s *site.Site, hint string, lacks func(*site.Profile) (msg string)) (all []Question) {
	for _, p := range s.Profiles {
		if msg := lacks(p); msg != "" {
			all = append(all, Question{Pos: p.Entry.File.Pos(0), Msg: msg, Hint: hint, Entries: []string{p.Entry.ID}})
		}
	}
	return all
}

func uncited(s *site.Site) []Question {
	return each(s, "add citations: with where it was read, and cite it in the text with [^id]", func(p *site.Profile) string {
		if len(p.Entry.Citations) > 0 {
			return ""
		}
		return fmt.Sprintf("%q cites nothing", p.Entry.Name)
	})
}

func empty(s *site.Site) []Question {
	return each(s, "write one below the front matter: it is the note in the margin", func(p *site.Profile) string {
		if p.Note.Len() > 0 {
			return ""
		}
		return fmt.Sprintf("%q has no sentence that says what it is", p.Entry.Name)
	})
}

func unmentioned(s *site.Site) []Question {
	return each(s, "add an alias or a description that the articles use, or say why in unmentioned:", func(p *site.Profile) string {
		if len(p.Articles) > 0 || p.Entry.Unmentioned != "" {
			return ""
		}
		return fmt.Sprintf("no article mentions %q", p.Entry.Name)
	})
}
