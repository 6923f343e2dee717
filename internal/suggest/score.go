package suggest

import (
	"strings"

	"glossator/internal/language"
)

// plays reads results: "Kelmouth 2 Sarnhill Rovers 1" and rows of a table name teams,
// "Korb beat Hansel 6-4 6-2" players.
func (t *text) plays(n *name) {
	if t.in(n.from, language.Given) && len(n.words) > 1 || n.titled {
		return
	}
	switch {
	case t.inResult(n), t.row(n):
		n.body += 2 * settled
	case t.Lex.Pack.Plays[t.Word(n.to)] && t.capital(n.to+1):
		t.contest(n, n.to+1)
	case t.Lex.Pack.Plays[t.Word(n.start-1)] && n.start == n.from && t.capital(n.start-2):
		t.contest(n, n.from)
	}
}

// inResult tells whether the name and a score stand beside another and its score.
func (t *text) inResult(n *name) bool {
	if !t.score(n.to) {
		return false
	}
	other := n.to + 1
	if t.Is(other, ",") {
		other++
	}
	if t.capital(other) && t.joined(other) {
		for k := other; k < other+5 && t.joined(k); k++ {
			if t.score(k) {
				return true
			}
		}
	}
	first := n.from - 1
	if t.Is(first, ",") {
		first--
	}
	return t.score(first) && t.capital(first-1) && t.joined(first)
}

// score tells whether token i is a number as the goals of a match are.
func (t *text) score(i int) bool {
	return t.number(i) && t.joined(i) && len(t.Word(i)) < 4 && !strings.ContainsAny(t.Word(i), ".,")
}

// row tells whether the name opens a block and three numbers and more follow: a row of a
// table.
func (t *text) row(n *name) bool {
	return n.start == t.Blocks[t.BlockOf(n.from)].From && t.score(n.to) && t.score(n.to+1) && t.score(n.to+2)
}

// contest reads the result behind who is beaten, whose name begins at token i: sets of a
// match tell players, one score teams.
func (t *text) contest(n *name, i int) {
	for i < len(t.Tokens) && t.joined(i) && !t.number(i) && !t.small(i) {
		i++
	}
	switch {
	case !t.pair(i):
	case t.pair(i+3) || t.Is(i+3, ",") && t.pair(i+4):
		n.person += settled
	default:
		n.body += settled
	}
}

// pair tells whether token i begins "6-4".
func (t *text) pair(i int) bool {
	return t.score(i) && t.Is(i+1, "-") && t.Glued(i+1) && t.number(i+2) && t.Glued(i+2)
}
