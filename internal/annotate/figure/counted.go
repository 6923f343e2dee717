package figure

import (
	"glossator/internal/language"
	"glossator/internal/token"
)

// countedUp reads a number of a script without spaces: digits, with the characters for ten
// thousands and millions between them, and what they count behind them: "1億2000万円",
// "3.5万人". Behind a number alone that nothing says what it counts there may be anything:
// it is a figure where a unit follows, or it counts no day and no hour.
func (f *Finder) countedUp(i int) (n number, ok bool) {
	n = number{from: i, to: i, scale: 1}
	if f.Tokens[i].Shape != token.Number {
		return number{from: i, to: i + 1}, false
	}
	last := 0.0 // the magnitude before
	for n.to < len(f.Tokens) && f.Tokens[n.to].Shape == token.Number && (n.to == i || f.glued(n.to)) {
		part, ok := f.inDigits(n.to)
		if !ok {
			return number{from: i, to: part.to}, false
		}
		n.to, n.digits, n.plain = part.to, true, part.plain && n.to == i
		of := f.numberWord(n.to).Value
		if !f.glued(n.to) || of == 0 {
			n.value += part.value
			break
		}
		if last > 0 && of >= last {
			return number{from: i, to: n.to + 1}, false
		}
		n.value, n.scale, n.plain, last = n.value+part.value*of, of, false, of
		n.to++
	}
	f.counter(&n)
	return n, !f.In(i-1, language.AlwaysNumbered) // "第3回"
}

// counter takes what stands right behind a number as its unit: "円", "か月".
func (f *Finder) counter(n *number) {
	const longest = 5 // tokens: パーセント
	for k := longest; k > 0; k-- {
		word, end := "", n.to
		for end < len(f.Tokens) && end < n.to+k && f.glued(end) {
			word += f.Raw(end)
			end++
		}
		if unit := f.Lex.Pack.Glued[word]; unit != "" && end == n.to+k {
			n.unit, n.to, n.plain = unit, end, false
			return
		}
	}
}
