package pdf

import (
	"cmp"
	"slices"
)

// Rows stand in columns where a gap at one place parts so many of them, whose pieces have
// so many letters on average: cells of a table have fewer.
const (
	leastRows    = 4
	leastLetters = 18
)

// row is the pieces that stand at one height.
type row struct {
	pieces []line
	top    float64
}

// inColumns puts pieces that stand beside each other in the order in which they are read,
// and tells whether there were columns: where the file has them row by row, one column
// comes after the other; the cells of a table stay beside each other.
func (p *page) inColumns() bool {
	rows := rowsOf(p.lines)
	var lines []line
	columns := false
	for from := 0; from < len(rows); {
		gap, to := gutter(rows, from)
		if to-from >= leastRows && letterCount(rows[from:to]) >= leastLetters {
			columns = true
			lines = append(lines, apart(rows[from:to], gap)...)
			from = to
			continue
		}
		lines = append(lines, rows[from].joined())
		from++
	}
	if !columns && !slices.ContainsFunc(rows, func(r row) bool { return len(r.pieces) > 1 }) {
		return false // as the file has them
	}
	p.lines = lines
	return columns
}

// rowsOf are the pieces that the file has one after the other at one height. A file that
// has a column whole has rows of one piece.
func rowsOf(lines []line) (rows []row) {
	for _, l := range lines {
		if n := len(rows); n > 0 {
			last := rows[n-1].pieces[len(rows[n-1].pieces)-1]
			if l.left > last.right && overlap(l, last) {
				rows[n-1].pieces = append(rows[n-1].pieces, l)
				continue
			}
		}
		rows = append(rows, row{[]line{l}, l.top})
	}
	return rows
}

// overlap tells whether two pieces stand at one height.
func overlap(a, b line) bool {
	return min(a.top, b.top)-max(a.bottom, b.bottom) > 0.5*min(a.top-a.bottom, b.top-b.bottom)
}

// gutter is the gap that parts the most rows from one on, and the first row that it does
// not part. A row of one piece beside the gap, the end of the longer column, is parted.
func gutter(rows []row, from int) (at float64, to int) {
	if len(rows[from].pieces) < 2 {
		return 0, from
	}
	left, right := rows[from].pieces[0].right, rows[from].pieces[1].left
	to = from
	for ; to < len(rows); to++ {
		l, r, parted := rows[to].gap((left + right) / 2)
		if !parted || max(l, left)+1 >= min(r, right) {
			break
		}
		left, right = max(l, left), min(r, right)
	}
	for to > from && len(rows[to-1].pieces) < 2 && rows[to-1].pieces[0].left < right {
		to-- // what follows both columns is not of the left one
	}
	return (left + right) / 2, to
}

// gap is the free room of a row around a place.
func (r row) gap(at float64) (left, right float64, parted bool) {
	left, right = 0, 1e9
	for _, p := range r.pieces {
		switch {
		case p.right < at:
			left = max(left, p.right)
		case p.left > at:
			right = min(right, p.left)
		default:
			return 0, 0, false
		}
	}
	return left, right, true
}

func letterCount(rows []row) int {
	letters, pieces := 0, 0
	for _, r := range rows {
		for _, p := range r.pieces {
			letters += len(p.text)
			pieces++
		}
	}
	return letters / max(1, pieces)
}

// apart reads what is left of a gap, then what is right of it, in columns again.
func apart(rows []row, gap float64) []line {
	var sides [2]page
	for _, r := range rows {
		for _, p := range r.pieces {
			side := 0
			if p.left > gap {
				side = 1
			}
			sides[side].lines = append(sides[side].lines, p)
		}
	}
	var lines []line
	for i := range sides {
		slices.SortStableFunc(sides[i].lines, func(a, b line) int {
			if overlap(a, b) {
				return cmp.Compare(a.left, b.left)
			}
			return cmp.Compare(b.top, a.top)
		})
		sides[i].inColumns()
		lines = append(lines, sides[i].lines...)
	}
	return lines
}

// joined is a row as one line.
func (r row) joined() line {
	l := r.pieces[0]
	l.row = len(r.pieces) > 1
	for _, p := range r.pieces[1:] {
		l.text += " " + p.text
		l.right = p.right
		l.top, l.bottom = max(l.top, p.top), min(l.bottom, p.bottom)
	}
	return l
}
