package figure

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// signs takes what stands beside a number and belongs to it into it: the currency sign and
// the minus before it, the percent behind it. A number in metres or millions is settled.
func (f *Finder) signs(n number) number {
	n = f.minus(f.percent(f.currency(n)))
	if n.metres {
		n = f.metresOrMillions(n)
	}
	return n
}

// currency takes a currency sign before a number, or behind it.
func (f *Finder) currency(n number) number {
	at := n.from - 1
	if at >= 0 && !f.starts(n.from) && !f.taken(at) {
		if c := f.Lex.Pack.Currency[f.Raw(at)]; c != "" {
			n.unit, n.from, n.plain = c, at, false
			if sign := f.Lex.Pack.Currency[f.lettered(at)]; sign != "" {
				n.unit, n.from = sign, at-1
				return n
			}
			if at > 0 && f.glued(at) && f.Tokens[at-1].Shape == token.Upper { // US$, C$
				n.from--
			}
			return n
		}
	}
	if n.to < len(f.Tokens) && f.Tokens[n.to].Shape == token.Punct && !f.starts(n.to) && strings.Contains("€£$", f.Raw(n.to)) {
		n.unit, n.to, n.plain = f.Lex.Pack.Currency[f.Raw(n.to)], n.to+1, false
	}
	return n
}

// lettered is a sign with the letter right before it: R$.
func (f *Finder) lettered(at int) string {
	if at == 0 || !f.glued(at) {
		return ""
	}
	return f.Raw(at-1) + f.Raw(at)
}

// taken tells whether token i belongs to the figure before: "20 $ 30".
func (f *Finder) taken(i int) bool {
	return len(f.out) > 0 && f.out[len(f.out)-1].Span.End > int(f.Tokens[i].Start)
}

// percent takes "%", "percent", "per cent", "-percent" and "percentage points" behind a
// number.
func (f *Finder) percent(n number) number {
	i := n.to
	if i >= len(f.Tokens) || f.starts(i) {
		return n
	}
	at := f.overHyphen(i)
	unit, to := "percent", at+1
	switch {
	case !f.In(at, language.Percent):
		return n
	case f.Is(i, "per") && f.Is(i+1, "cent"):
		to = i + 2
	case f.Is(i, "per"):
		return n
	case f.Term(i+1).Unit == "points":
		unit, to = "percentage points", i+2
	}
	n.unit, n.to, n.plain = unit, to, false
	return n
}

// minus takes "minus", or a minus sign that a space parts from the word before it.
func (f *Finder) minus(n number) number {
	at := n.from - 1
	if !f.In(at, language.Minus) || f.starts(n.from) || f.taken(at) {
		return n
	}
	if f.Tokens[at].Shape == token.Punct && !f.minusSign(at) {
		return n
	}
	if at > 0 && !f.starts(at) && (f.Tokens[at-1].Shape == token.Number || f.numberWord(at-1).Kind != language.NoNumber) {
		return n // "five minus two"
	}
	n.value, n.from, n.plain = -n.value, at, false
	return n
}

// minusSign tells whether token i is a minus and no dash: the number stands right behind
// it, and nothing right before.
func (f *Finder) minusSign(i int) bool {
	raw := f.Raw(i)
	return (raw == "-" || raw == "−") && f.glued(i+1) && !f.glued(i)
}

// metresOrMillions settles what "m" behind a number means: millions behind a currency sign
// or before what is counted, metres before what has a length. Else it is no figure, and
// what it may be stays unsaid.
func (f *Finder) metresOrMillions(n number) number {
	at := f.overHyphen(n.to)
	switch {
	case n.unit != "":
	case f.In(at, language.Course):
		n.value, n.unit = n.value/f.Lex.Pack.Scales["m"], "meters"
	case f.nouns && at == n.to && f.countedAt(at):
	default:
		n.unsure = true
	}
	return n
}

// countedAt tells whether something counted stands at token i or a word behind it: "30m
// boats", "30m young people".
func (f *Finder) countedAt(i int) bool {
	if i >= len(f.Tokens) || f.starts(i) {
		return false
	}
	return f.Plural(i) || !f.In(i, language.Function) && f.Plural(i+1)
}
