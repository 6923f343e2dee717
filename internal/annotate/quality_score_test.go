package annotate_test

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"glossator/internal/annotate"
	"glossator/internal/annotation"
)

// score counts what the gold has, what was found, and how much of it is right.
type score struct{ gold, found, right int }

func (s score) precision() float64 { return ratio(s.right, s.found) }
func (s score) recall() float64    { return ratio(s.right, s.gold) }
func (s score) f1() float64        { return ratio(2*s.right, s.gold+s.found) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// tally has a score for each row of the table.
type tally map[string]score

func (y tally) add(other tally) {
	for _, row := range rows {
		a, b := y[row], other[row]
		y[row] = score{a.gold + b.gold, a.found + b.found, a.right + b.right}
	}
}

func (y tally) count(want, got annotate.GoldFile) (misses []string) {
	got.Mentions = slices.DeleteFunc(got.Mentions, func(m annotate.GoldMention) bool { return covered(m.GoldSpan, want.Boilerplate) == m.End-m.Start })
	misses = append(misses, y.mentions(want.Mentions, got.Mentions)...)
	misses = append(misses, y.quotes(want.Quotes, got.Quotes)...)
	misses = append(misses, y.figures(want.Figures, got.Figures)...)
	misses = append(misses, y.dates(want.Dates, got.Dates)...)
	return append(misses, y.cleaning(want, got)...)
}

// mentions: names count with their exact span, descriptions where spans overlap. What
// was found at the place of a mention of the gold counts at the gold's level.
func (y tally) mentions(want, got []annotate.GoldMention) (misses []string) {
	gold := func(g annotate.GoldMention) annotate.GoldSpan { return g.GoldSpan }
	pairs := pair(want, got, gold, gold, func(g, s annotate.GoldMention) bool { return g.ID == s.ID && overlap(g.GoldSpan, s.GoldSpan) > 0 })
	for i, g := range want {
		right := 0
		if j, ok := pairs[i]; ok && (g.Level == annotation.Descriptive || got[j].GoldSpan == g.GoldSpan) {
			right = 1
		} else {
			misses = append(misses, fmt.Sprintf("%s missed: %q = %s%s", g.Level, g.Exact, g.ID, near("found", g.GoldSpan, got)))
		}
		y.mention(g.Level, g.Facet, score{1, 0, right})
	}
	at := map[int]int{} // mention found → that of the gold
	for i, j := range pairs {
		at[j] = i
	}
	for j, s := range got {
		level := s.Level
		if i, ok := at[j]; ok {
			level = want[i].Level
		} else {
			misses = append(misses, fmt.Sprintf("%s wrong: %q = %s [%s]%s", s.Level, s.Exact, s.ID, s.Rule, near("gold", s.GoldSpan, want)))
		}
		y.mention(level, s.Facet, score{0, 1, 0})
	}
	return misses
}

func (y tally) mention(level annotation.Level, facet string, s score) {
	row := "named"
	if level == annotation.Descriptive {
		row = "described"
	}
	y.add(tally{row: s, row + ", " + facet: s})
}

// near tells what the other side has at the place of something missed or wrong.
func near(side string, at annotate.GoldSpan, others []annotate.GoldMention) string {
	for _, o := range others {
		if overlap(at, o.GoldSpan) > 0 {
			return fmt.Sprintf(" (%s %q = %s)", side, o.Exact, o.ID)
		}
	}
	return ""
}

// quotes: found where more than half of the two spans is common to them.
func (y tally) quotes(want, got []annotate.GoldQuote) (misses []string) {
	span := func(q annotate.GoldQuote) annotate.GoldSpan { return q.GoldSpan }
	pairs := pair(want, got, span, span, func(g, s annotate.GoldQuote) bool {
		return 2*overlap(g.GoldSpan, s.GoldSpan) > max(g.End, s.End)-min(g.Start, s.Start)
	})
	y.add(tally{"quotations": {len(want), len(got), len(pairs)}})
	for i, g := range want {
		j, ok := pairs[i]
		if !ok {
			misses = append(misses, fmt.Sprintf("quotation missed: %q", g.Exact))
			y.add(tally{"speakers": {1, 0, 0}})
			continue
		}
		said := speakerOf(got[j])
		right := slices.Contains(strings.Split(g.SpeakerName, ","), said)
		if !right {
			misses = append(misses, fmt.Sprintf("speaker: %q = %s, found %s", g.Exact, g.SpeakerName, said))
		}
		y.add(tally{"speakers": {1, 1, one(right)}})
	}
	return append(misses, rest("quotation", got, pairs, span)...)
}

// speakerOf writes a speaker as a .gold file does.
func speakerOf(q annotate.GoldQuote) string {
	switch {
	case q.SpeakerName != "": // no entry, though it may have an id made from the name
		return "~" + q.SpeakerName
	case q.Speaker != nil:
		return *q.Speaker
	}
	return "-"
}

func (y tally) figures(want, got []annotate.GoldFigure) (misses []string) {
	span := func(f annotate.GoldFigure) annotate.GoldSpan { return f.GoldSpan }
	pairs := pair(want, got, span, span, func(g, s annotate.GoldFigure) bool { return overlap(g.GoldSpan, s.GoldSpan) > 0 })
	right := 0
	for i, g := range want {
		j, ok := pairs[i]
		switch {
		case !ok:
			misses = append(misses, fmt.Sprintf("figure missed: %q", g.Exact))
		case math.Abs(got[j].Value-g.Value) > 1e-9*g.Value:
			misses = append(misses, fmt.Sprintf("figure: %q = %v, found %v", g.Exact, g.Value, got[j].Value))
		default:
			right++
		}
	}
	y.add(tally{"figures": {len(want), len(got), right}})
	return append(misses, rest("figure", got, pairs, span)...)
}

// dates: what was found without a place on the calendar neither helps nor hurts.
func (y tally) dates(want, got []annotate.GoldDate) (misses []string) {
	got = slices.DeleteFunc(got, func(d annotate.GoldDate) bool { return d.Resolves == nil })
	span := func(d annotate.GoldDate) annotate.GoldSpan { return d.GoldSpan }
	pairs := pair(want, got, span, span, func(g, s annotate.GoldDate) bool { return overlap(g.GoldSpan, s.GoldSpan) > 0 })
	right := 0
	for i, g := range want {
		j, ok := pairs[i]
		switch {
		case !ok:
			misses = append(misses, fmt.Sprintf("date missed: %q = %s", g.Exact, *g.Resolves))
		case *got[j].Resolves != *g.Resolves:
			misses = append(misses, fmt.Sprintf("date: %q = %s, found %q = %s", g.Exact, *g.Resolves, got[j].Exact, *got[j].Resolves))
		default:
			right++
		}
	}
	y.add(tally{"dates": {len(want), len(got), right}})
	return append(misses, rest("date", got, pairs, span)...)
}

// cleaning: a piece of furniture is found where nine tenths of it are left out; what
// is left out beside the gold's furniture is lost text.
func (y tally) cleaning(want, got annotate.GoldFile) (misses []string) {
	for _, g := range want.Boilerplate {
		found := covered(g.GoldSpan, got.Boilerplate)*10 >= (g.End-g.Start)*9
		if !found {
			misses = append(misses, fmt.Sprintf("furniture left: %q", g.Exact))
		}
		y.add(tally{"furniture": {1, one(found), one(found)}})
	}
	for _, s := range got.Boilerplate {
		if covered(s.GoldSpan, want.Boilerplate)*10 < (s.End-s.Start)*9 {
			misses = append(misses, fmt.Sprintf("text lost: %q [%s]", s.Exact, s.Why))
			y.add(tally{"furniture": {0, 1, 0}})
		}
	}
	for _, g := range want.Defects {
		found := covered(g.GoldSpan, got.Defects) > 0
		if !found {
			misses = append(misses, fmt.Sprintf("damage missed: %q", g.Exact))
		}
		y.add(tally{"damage": {1, one(found), one(found)}})
	}
	return misses
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func overlap(a, b annotate.GoldSpan) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

// covered is how many code points of a span lie in others.
func covered(s annotate.GoldSpan, others []annotate.GoldDefect) (n int) {
	for _, o := range others {
		n += overlap(s, o.GoldSpan)
	}
	return n
}

// pair matches what was found to the gold, one to one: equal spans first, then in
// order. It maps indexes of want to indexes of got.
func pair[G, S any](want []G, got []S, wantSpan func(G) annotate.GoldSpan, gotSpan func(S) annotate.GoldSpan, fits func(G, S) bool) map[int]int {
	pairs, taken := map[int]int{}, map[int]bool{}
	for _, same := range []bool{true, false} {
		for i, g := range want {
			for j, s := range got {
				if _, done := pairs[i]; !done && !taken[j] && (!same || wantSpan(g) == gotSpan(s)) && fits(g, s) {
					pairs[i], taken[j] = j, true
				}
			}
		}
	}
	return pairs
}

// rest lists what was found and is in no pair.
func rest[T any](what string, got []T, pairs map[int]int, span func(T) annotate.GoldSpan) (misses []string) {
	paired := map[int]bool{}
	for _, j := range pairs {
		paired[j] = true
	}
	for j, s := range got {
		if !paired[j] {
			misses = append(misses, fmt.Sprintf("%s wrong: %q", what, span(s).Exact))
		}
	}
	return misses
}

// table writes the scores in Markdown.
func (y tally) table(title string, least map[string]floor) string {
	cells := [][]string{{title, "gold", "found", "right", "precision", "recall", "F1", "at least"}}
	for _, row := range rows {
		s, f := y[row], least[row]
		at := ""
		for _, m := range []struct {
			name  string
			value float64
		}{{"P", f.precision}, {"R", f.recall}, {"F1", f.f1}} {
			if m.value > 0 {
				at += fmt.Sprintf("%s %.2f ", m.name, m.value)
			}
		}
		cells = append(cells, []string{row, strconv.Itoa(s.gold), strconv.Itoa(s.found), strconv.Itoa(s.right),
			fmt.Sprintf("%.3f", s.precision()), fmt.Sprintf("%.3f", s.recall()), fmt.Sprintf("%.3f", s.f1()), strings.TrimSpace(at)})
	}
	return markdown(cells)
}

// markdown sets cells as a table whose first row is its head; the first column is
// words, the rest numbers.
func markdown(cells [][]string) string {
	width := make([]int, len(cells[0]))
	for _, row := range cells {
		for i, c := range row {
			width[i] = max(width[i], utf8.RuneCountInString(c))
		}
	}
	var b strings.Builder
	for n, row := range cells {
		for i, c := range row {
			gap := strings.Repeat(" ", width[i]-utf8.RuneCountInString(c))
			if i == 0 {
				b.WriteString("| " + c + gap)
			} else {
				b.WriteString(" | " + gap + c)
			}
		}
		b.WriteString(" |\n")
		if n > 0 {
			continue
		}
		for i, w := range width {
			if i == 0 {
				b.WriteString("|" + strings.Repeat("-", w+2))
			} else {
				b.WriteString("|" + strings.Repeat("-", w+1) + ":")
			}
		}
		b.WriteString("|\n")
	}
	return b.String()
}

// below lists the floors that were not reached.
func (y tally) below(title string, least map[string]floor) (failed []string) {
	for _, row := range rows {
		s, f := y[row], least[row]
		for _, m := range []struct {
			name      string
			got, want float64
		}{{"precision", s.precision(), f.precision}, {"recall", s.recall(), f.recall}, {"F1", s.f1(), f.f1}} {
			if m.got < m.want {
				failed = append(failed, fmt.Sprintf("%s texts, %s: %s is %.3f, less than %.3f", title, row, m.name, m.got, m.want))
			}
		}
	}
	return failed
}
