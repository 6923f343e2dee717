package card

import (
	"slices"
	"strings"
	"unicode"
)

// The sizes of a title, the largest first, and the one size of everything else.
var (
	titles = func() (all []*face) {
		for _, size := range []int{132, 112, 92, 84, 76, 68, 62, 56, 50, 46} {
			all = append(all, newFace(serif, size))
		}
		return all
	}()
	kickers = spaced(newFace(sans, 27), 2)
	feet    = newFace(sans, 27)
)

// fit sets a title in the largest size in which it takes no more than the height, and
// in few lines rather than many small words.
func fit(title string, room, height int) (*face, []run) {
	title = strings.Join(strings.Fields(title), " ")
	for _, f := range titles {
		if set, lines := f.wrap(title, room); len(lines)*f.leading <= height {
			return f, set.parts(lines)
		}
	}
	f := titles[len(titles)-1]
	set, lines := f.wrap(title, room)
	most := height / f.leading
	rest := string(set.letters[lines[most-1].from:])
	return f, append(set.parts(lines[:most-1]), f.cut(rest, room))
}

func (r run) parts(all []span) (parts []run) {
	for _, s := range all {
		parts = append(parts, r.part(s))
	}
	return parts
}

// cut sets one line, shortened where it is wider than there is room.
func (f *face) cut(s string, room int) run {
	r := f.set(strings.Join(strings.Fields(s), " "))
	if r.width() <= room {
		return r
	}
	room -= f.set("…").width()
	n := 0
	for n < len(r.to) && r.to[n].Ceil() <= room {
		n++
	}
	return f.set(strings.TrimRight(string(r.letters[:n]), " ,;:—-") + "…")
}

// wrap breaks a text with one space between its words into lines, first as full as can
// be, then as even as that number of lines allows: a last line of one word looks like a
// mistake.
func (f *face) wrap(text string, room int) (run, []span) {
	set := f.set(text)
	words := set.words(room - f.size)
	lines := set.fill(words, room)
	for lo, hi := room/2, room; len(lines) > 1 && hi-lo > 8; {
		mid := (lo + hi) / 2
		if even := set.fill(words, mid); len(even) > len(lines) || !set.within(even, mid) {
			lo = mid
		} else {
			lines, hi = even, mid
		}
	}
	return set, lines
}

// words are what lines are made of: the words of a text, and the parts of those that are
// wider than there is room, or of a script that is written without spaces.
func (r run) words(room int) (all []span) {
	from := 0
	for i, c := range r.letters {
		switch {
		case c == ' ':
			all = append(all, span{from, i})
			from = i + 1
		case i > from && r.part(span{from, i + 1}).width() > room:
			all = append(all, span{from, i})
			from = i
		}
	}
	return append(all, span{from, len(r.letters)})
}

// fill puts as many words into each line as there is room for.
func (r run) fill(words []span, room int) (lines []span) {
	line := words[0]
	for _, w := range words[1:] {
		if r.part(span{line.from, w.to}).width() > room {
			lines = append(lines, line)
			line.from = w.from
		}
		line.to = w.to
	}
	return append(lines, line)
}

// within tells whether no line is wider than there is room: a word may be.
func (r run) within(lines []span, room int) bool {
	return !slices.ContainsFunc(lines, func(l span) bool { return r.part(l).width() > room })
}

// curled writes the apostrophe of a printed headline for that of a typewriter.
func curled(s string) string {
	last := ' '
	return strings.Map(func(r rune) rune {
		if r == '\'' && unicode.IsLetter(last) {
			r = '’'
		}
		last = r
		return r
	}, s)
}
