package main

import (
	"fmt"
	"math"
	"strings"
)

// register holds the entries made so far, and refuses what was used before.
type register struct {
	entries []Entry
	names   map[string]bool // folded
	paths   map[string]bool
	tails   map[string]tail // how plans' names end
}

// tail is the end of a plan's name, which is either a name of one plan or the end of
// several: "the Harbor Act" must not be two plans.
type tail int

const (
	free  tail = iota
	owned      // by one plan, as its name
	common
)

// add adds an entry with one to four names, leaving out those that are taken; it
// tells whether there was anything left.
func (r *register) add(dir int, kind string, names ...string) bool {
	var left []string
	for _, n := range names {
		if !r.names[strings.ToLower(n)] && len(left) < 4 {
			left = append(left, n)
		}
	}
	if len(left) == 0 {
		return false
	}
	e := Entry{Dir: dir, ID: slug(left[0]), Name: left[0], Aliases: left[1:], Kind: kind}
	if r.paths[e.ID] {
		return false
	}
	r.paths[e.ID] = true
	for _, n := range left {
		r.names[strings.ToLower(n)] = true
	}
	r.entries = append(r.entries, e)
	return true
}

// entries makes n entries: 45 % of them persons, their governments and bodies, 30 %
// plans, the rest pieces of work.
func (g writer) entries(n int) []Entry {
	r := &register{names: map[string]bool{}, paths: map[string]bool{}, tails: map[string]tail{}}
	who := int(math.Round(float64(n) * .45))
	plans := who + int(math.Round(float64(n)*.3))
	last := append([]string(nil), g.words["last"]...)
	g.Shuffle(len(last), func(i, j int) { last[i], last[j] = last[j], last[i] })
	for try := 0; len(r.entries) < who; try++ {
		switch {
		case g.Float64() >= .55:
			g.body(r, g.rare(try, who))
		case len(last) > 0:
			g.person(r, last[0], len(r.entries)+1 < who)
			last = last[1:]
		default:
			r.add(0, "person", g.pick("first")+" "+g.pick("first")+" "+g.rare(try, who)+g.pick("last")+"son")
		}
	}
	for try := 0; len(r.entries) < plans; try++ {
		g.plan(r, g.rare(try, plans-who), len(r.entries)+1 < plans)
	}
	for try := 0; len(r.entries) < n; try++ {
		g.work(r, g.rare(try, n-plans))
	}
	return r.entries
}

// rare gives a word to put before a name once the ordinary names run out, else "".
func (g writer) rare(try, want int) string {
	if want < 400 && try < 4*want {
		return ""
	}
	return title(g.pick("syllable-a") + g.pick("syllable-b") + g.pick("syllable-c") + g.pick("syllable-b") + "a" + g.pick("syllable-b") + "o")
}

// before puts a rare word before a name.
func before(rare, name string) string { return strings.TrimSpace(rare + " " + name) }

func (g writer) person(r *register, last string, more bool) {
	first := g.pick("first")
	names := []string{first + " " + last}
	switch g.IntN(4) {
	case 0, 1:
		names = append(names, last)
	case 2:
		initial := "ABCDEFGHJKLMNPRST"[g.IntN(17)]
		names = append(names, last, fmt.Sprintf("%s %c. %s", first, initial, last))
	}
	r.add(0, "person", names...)
	if !more || g.Float64() >= .35 {
		return
	}
	names = []string{last + " administration"}
	switch g.IntN(3) {
	case 0:
		names = append(names, last+" government")
	case 1:
		names = append(names, last+" White Palace", last+" cabinet")
	}
	r.add(0, "organization", names...)
}

func (g writer) body(r *register, rare string) {
	a, b, c := before(rare, g.pick("body-of")), g.pick("body-for"), g.pick("body-as")
	acronym := initials(a, b, c) + string("XQZK"[g.IntN(4)])
	names := []string{a + " " + b + " " + c}
	switch g.IntN(4) {
	case 0:
		names = append(names, acronym)
	case 1:
		names = append(names, a+" "+b, acronym)
	case 2:
		names = append(names, a+" "+c)
	}
	r.add(0, "organization", names...)
}

func (g writer) plan(r *register, rare string, more bool) {
	if g.Float64() < .15 {
		name := before(rare, fmt.Sprint("Chapter ", 11+g.IntN(88)))
		r.add(1, "", [][]string{{name}, {name, name + " order"}, {name, name + " order", name + " surveys"}}[g.IntN(3)]...)
		return
	}
	a, b, c := before(rare, g.pick("plan-how")), g.pick("plan-what"), g.pick("plan-as")
	name, end := a+" "+b+" "+c, b+" "+c
	if r.tails[end] == owned {
		return
	}
	names, left := []string{name}, common
	switch g.IntN(4) {
	case 0:
		names = append(names, a+" "+b)
	case 1:
		names = append(names, fmt.Sprintf("%s of 20%d", name, 10+g.IntN(15)), initials(a, b, c)+"X")
	case 2:
		names = append(names, a+" "+b)
		if r.tails[end] == free {
			names, left = append(names, end), owned
		}
	}
	if !r.add(1, "", names...) {
		return
	}
	r.tails[end] = left
	if more && g.Float64() < .2 {
		r.add(1, "", name+" Extension") // its name begins with another entry's
	}
}

func (g writer) work(r *register, rare string) {
	a, b, c := before(strings.ToLower(rare), g.pick("work-how")), g.pick("work-what"), g.pick("work-as")
	name := a + " " + b + " " + c
	names := []string{name}
	switch k := g.IntN(4); {
	case k == 1 && rare == "":
		names = append(names, b+" "+c)
	case k == 2 && rare == "":
		names = append(names, b+" "+c, name+" to "+g.pick("place"))
	case k == 3:
		names = append(names, name+" by night")
	}
	r.add(2, "", names...)
}

// strangers are names of people whom no entry tells of.
func (g writer) strangers(n int) []string {
	known := map[string]bool{}
	for _, e := range g.Entries {
		for _, s := range strings.Fields(e.Name + " " + strings.Join(e.Aliases, " ")) {
			known[s] = true
		}
	}
	var out []string
	for len(out) < n {
		first := title(g.pick("syllable-a") + g.pick("syllable-b") + g.pick("syllable-c"))
		last := title(g.pick("syllable-a") + g.pick("syllable-a") + g.pick("syllable-b") + g.pick("syllable-c"))
		if !known[first] && !known[last] {
			out = append(out, first+" "+last)
		}
	}
	return out
}

func initials(names ...string) string {
	var b strings.Builder
	for _, n := range names {
		for _, w := range strings.Fields(n) {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// title gives a word its capital. The words are ASCII.
func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
