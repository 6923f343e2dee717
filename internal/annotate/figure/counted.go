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
		n.to++
		for f.glued(n.to) && f.numberWord(n.to).Value > of { // "4万亿"
			of *= f.numberWord(n.to).Value
			n.to++
		}
		n.value, n.scale, n.plain, last = n.value+part.value*of, of, false, of
	}
	f.counter(&n)
	for n.unit != "" && f.smaller(&n) {
	}
	return n, !f.In(i-1, language.AlwaysNumbered) && !f.calendarRange(n) && !f.dayInBrackets(n) // "第3回"
}

// smaller adds the parts of a unit that stand behind it: "463円17銭".
func (f *Finder) smaller(n *number) bool {
	if !f.glued(n.to) || f.Tokens[n.to].Shape != token.Number {
		return false
	}
	part, ok := f.inDigits(n.to)
	share := f.Lex.Pack.Shares[f.foldAt(part.to)]
	if !ok || !f.glued(part.to) || share == 0 || part.value*share >= 1 {
		return false
	}
	n.value, n.to = n.value+part.value*share, part.to+1
	return true
}

// calendarRange tells whether a number begins a range of days or months: "1-7月".
func (f *Finder) calendarRange(n number) bool {
	if !n.plain || !f.glued(n.to) || !f.AnyOf(n.to, "-", "~", "〜", "至") || !f.glued(n.to+1) || f.Tokens[n.to+1].Shape != token.Number {
		return false
	}
	_, sign := f.Lex.Pack.DaySigns[f.foldAt(n.to+2)]
	return sign
}

// dayInBrackets tells whether a number is that of a day: "今（23）日".
func (f *Finder) dayInBrackets(n number) bool {
	if !n.plain || n.from == 0 || !f.AnyOf(n.from-1, "(", "（") || !f.AnyOf(n.to, ")", "）") {
		return false
	}
	_, sign := f.Lex.Pack.DaySigns[f.foldAt(n.to+1)]
	return sign
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
