package suggest

import (
	"slices"
	"strconv"
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// plays reads results: "Kelmouth 2 Sarnhill Rovers 1" and rows of a table name teams,
// "Korb beat Hansel 6-4 6-2" players.
func (t *text) plays(n *name) {
	pack := t.Lex.Pack
	switch {
	case pack.Dismissed[t.Word(n.start-1)] && t.listing(n.from), t.scorer(n), t.bowls(n):
		n.person += 2 * settled // "c Hale b Dorn 31"
	case t.in(n.from, language.Given) && len(n.words) > 1 || n.titled:
	case t.inResult(n), t.row(n), t.fixture(n), t.fields(n), t.drives(n), t.innings(n):
		n.plays(2 * settled)
	case pack.Plays[t.Word(n.to)] && t.capital(n.to+1):
		t.contest(n, n.to+1)
	case pack.Plays[t.Word(n.start-1)] && n.start == n.from && t.capital(n.start-2):
		t.contest(n, n.from)
	default:
		if i := t.scored(n); i >= 0 {
			t.contest(n, i)
		}
	}
}

// plays counts that the name is a team's.
func (n *name) plays(clue int) {
	n.body += clue
	n.team = true
}

// listing tells whether the block of token i is no sentence.
func (t *text) listing(i int) bool { return !t.Is(t.Blocks[t.BlockOf(i)].To-1, ".") }

// fields tells whether the name opens a list of who plays: "Kelmouth - Ivo Brandl; Peter …".
func (t *text) fields(n *name) bool {
	b := t.Blocks[t.BlockOf(n.from)]
	dash := t.Is(n.to, "-") && t.Tokens[n.to].Flags&token.Spaced != 0
	return n.start == b.From && (dash || t.Is(n.to, ":")) && t.roll(b.From, b.To)
}

// scorer tells whether the name and a number stand in brackets behind a score: "Kelmouth 1
// (Brandl 60)".
func (t *text) scorer(n *name) bool {
	const longest = 40 // tokens
	if !t.number(n.to) {
		return false
	}
	for i := n.start - 1; i > n.start-longest && t.joined(i+1); i-- {
		switch {
		case t.Is(i, ")"):
			return false
		case t.Is(i, "("):
			return t.number(i-1) || t.Lex.Pack.Totals[t.Word(i-1)]
		case t.Tokens[i].Shape == token.Punct, t.number(i), t.capital(i):
		case !t.Lex.Pack.Totals[t.Word(i)]:
			return false
		}
	}
	return false
}

// bowls tells whether the four numbers of a bowler stand behind the name: "Headley
// 12-2-45-2".
func (t *text) bowls(n *name) bool {
	return t.pair(n.to) && t.pair(n.to+2) && t.pair(n.to+4)
}

// innings tells whether the runs and wickets of a side stand behind the name, or its runs
// beside another's: "Norshire 162-4", "Norshire 238 v Velt 471".
func (t *text) innings(n *name) bool {
	const least = 50 // runs
	if !t.number(n.to) || t.number(n.start-1) {
		return false
	}
	runs, _ := strconv.Atoi(t.Word(n.to))
	if runs < least {
		return false
	}
	if t.pair(n.to) && len(t.Word(n.to+2)) == 1 || t.Lex.Pack.Versus[t.Word(n.start-1)] {
		return true
	}
	for i := n.to + 1; i < n.to+7; i++ {
		if t.Lex.Pack.Versus[t.Word(i)] {
			return t.capital(i + 1)
		}
		if !t.number(i) && !t.Is(i, "and") && !t.Is(i, "-") {
			return false
		}
	}
	return false
}

// drives tells whether the name is that of whose car or bicycle somebody rides, in a row
// of results: "1. Ivo Brandl (Vardenia) Sarnhill one hour 28 minutes".
func (t *text) drives(n *name) bool {
	time := t.joined(n.to) && (t.number(n.to) || t.in(n.to, language.Numeral))
	return time && t.Is(n.start-1, ")") && t.listing(n.from)
}

// sides reads "the Pumas" and "the Oakville Hornets", where the text tells of matches.
func (t *text) sides() {
	if !slices.ContainsFunc(t.names, func(n *name) bool { return n.team }) {
		return
	}
	for _, n := range t.names {
		if n.the && n.kind == "" && t.several(n) {
			n.plays(settled)
		}
	}
}

// several tells whether a name is a plural that names neither a country nor its owner.
func (t *text) several(n *name) bool {
	last := n.words[len(n.words)-1]
	if len(last) < 5 || !strings.HasSuffix(last, "s") || t.words.nounKind(last) != "" {
		return false
	}
	return !t.Is(n.to, "'") && !t.words.of(strings.Join(n.words, " ")).Has(language.Land)
}

// fixture tells whether the name and another stand in a block by themselves with "v"
// between: "Tranter Rovers v Sarnhill".
func (t *text) fixture(n *name) bool {
	const longest = 14 // tokens
	b := t.Blocks[t.BlockOf(n.from)]
	if b.To-b.From > longest || !t.listing(n.from) {
		return false
	}
	versus := -1
	for i := b.From; i < b.To; i++ {
		switch {
		case versus < 0 && t.versus(i):
			versus = i
		case t.small(i), t.in(i, language.Work):
			return false
		}
	}
	inside := versus > b.From && versus+1 < b.To
	return inside && (n.to == versus || n.start == versus+1)
}

// versus tells whether token i stands between two who are to play each other, also in
// capitals: "TORONTO AT BOSTON".
func (t *text) versus(i int) bool {
	return t.Lex.Pack.Versus[t.Word(i)] && (t.small(i) || t.mute[i] && t.Tokens[i].Shape == token.Upper)
}

// scored is the score of a match that the name's sentence tells of it: "Kelmouth drew
// 0-0", "a 2-1 win over Kelmouth"; -1 where there is none.
func (t *text) scored(n *name) int {
	const far = 8 // tokens
	if t.Lex.Pack.Played[t.Word(n.to)] {
		for i := n.to + 1; i < n.to+5 && t.joined(i); i++ {
			if t.pair(i) {
				return i
			}
		}
	}
	before := n.start - 1
	if t.in(before, language.Article) {
		before--
	}
	against := t.in(before, language.Preposition) || t.Lex.Pack.Versus[t.Word(before)]
	if !against || t.Is(before-1, ",") {
		return -1 // "a 1-1 draw, with Ana Ruiz scoring"
	}
	return t.scoreBefore(before, before-far)
}

// scoreBefore is the score before token before, behind least, that a verb or noun of
// matches stands beside; -1 where there is none.
func (t *text) scoreBefore(before, least int) int {
	told := false
	for i := before - 1; i > max(least, -1) && t.SentenceOf(i) == t.SentenceOf(before); i-- {
		w := t.Word(i)
		told = told || t.Lex.Pack.Played[w] || t.Lex.Pack.Outcome[w]
		if t.pair(i) && (told || t.Lex.Pack.Played[t.Word(i-1)]) {
			return i
		}
	}
	return -1
}

// inResult tells whether the name and a score stand beside another and its score.
func (t *text) inResult(n *name) bool {
	if !t.score(n.to) {
		return false
	}
	other := t.behindBracket(n.to + 1)
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
	if t.Is(first, ")") {
		for first > n.from-20 && !t.Is(first, "(") {
			first--
		}
		first--
	}
	if t.Is(first, ",") {
		first--
	}
	return t.score(first) && t.capital(first-1) && t.joined(first)
}

// behindBracket is the token behind a bracket that opens at token i; i where none does.
func (t *text) behindBracket(i int) int {
	if !t.Is(i, "(") {
		return i
	}
	for k := i + 1; k < i+20; k++ {
		if t.Is(k, ")") {
			return k + 1
		}
	}
	return i
}

// score tells whether token i is a number as the goals of a match are.
func (t *text) score(i int) bool {
	return t.number(i) && t.joined(i) && len(t.Word(i)) < 4 && !strings.ContainsAny(t.Word(i), ".,")
}

// row tells whether the name opens a block and three numbers and more follow: a row of a
// table.
func (t *text) row(n *name) bool {
	if n.start != t.Blocks[t.BlockOf(n.from)].From {
		return false
	}
	numbers := 0
	for i := n.to; t.number(i) && t.joined(i) || t.Is(i, ".") && t.number(i+1); i++ {
		if t.number(i) {
			numbers++
		}
	}
	return numbers > 2
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
		n.plays(settled)
	}
}

// pair tells whether token i begins "6-4".
func (t *text) pair(i int) bool {
	hyphen := t.Is(i+1, "-") && t.Glued(i+1) && t.Glued(i+2)
	return hyphen && t.score(i) && t.number(i+2)
}
