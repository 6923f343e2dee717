package date

import "glossator/internal/language"

// yearInWords reads "nineteen ninety-one", "in twenty twelve", "in eighteen hundred",
// "in two thousand and six"; to is i where there is no year.
func (f *Finder) yearInWords(i int) (y, to int) {
	century, j := f.countWord(i), f.behindHyphen(i+1)
	old := century >= 17 && century < 20
	led := f.In(f.prev(i), language.DateLead)
	switch {
	case f.countWord(j) >= 10 && (old || led && century == 20):
		y, to = f.below100(j)
		y += 100 * century
	case led && old && f.Term(j).Number.Kind == language.Hundred:
		y, to = f.below100(f.behindAnd(j + 1))
		y, to = y+100*century, max(to, j+1)
	case led && century == 2 && f.Term(j).Number.Value == 1000:
		y, to = f.below100(f.behindAnd(j + 1))
		y, to = y+2000, max(to, j+1)
	}
	if to <= i || f.Plural(to) || f.Term(to).Number.Kind != language.NoNumber {
		return 0, i // "in two thousand boats"
	}
	return y, to
}

// below100 reads "ninety-one", "twelve"; to is 0 where there is no number.
func (f *Finder) below100(i int) (n, to int) {
	n = f.countWord(i)
	if n < 0 {
		return 0, 0
	}
	j := f.behindHyphen(i + 1)
	if ones := f.countWord(j); n >= 20 && ones > 0 && ones < 10 {
		return n + ones, j + 1
	}
	return n, i + 1
}

// countWord is what the number word at token i is worth, -1 where it is none.
func (f *Finder) countWord(i int) int {
	if w := f.word(i); w.Kind == language.CountWord {
		return w.N
	}
	return -1
}

func (f *Finder) behindAnd(i int) int {
	if f.Is(i, "and") {
		return i + 1
	}
	return i
}
