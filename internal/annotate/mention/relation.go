package mention

import (
	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/token"
)

// lastPerson is the entry of the person mentioned last, -1 where the last few mentions
// are of no person.
func (f *Finder) lastPerson() int32 {
	for n := range 4 {
		if m := f.past(n); m != nil && f.entry(m.entry).Person() {
			return m.entry
		}
	}
	return -1
}

// possession resolves what a person's possessive at i is followed by: "Biden's
// predecessor", and the noun of a body: "Trump's administration".
func (f *Finder) possession(i int) {
	h, n := i+1, f.named(i-1)
	if n == nil || !f.entry(n.entry).Person() || !f.adjacent(h) || !f.vacant(h, h+1) {
		return
	}
	if f.In(h, language.Before, language.After) {
		f.neighbor(h, h, n.entry)
		return
	}
	for _, b := range f.Lex.Bodies(n.entry) {
		if f.sameBody(b.Word, f.Tokens[h].Word) && f.Tokens[h].Word != 0 && !f.compound(h) {
			f.say(found{from: h, to: h + 1, entry: b.Entry, level: annotation.Descriptive, rule: "named after a person", kind: byDescription})
			return
		}
	}
}

// own resolves "my administration" and "my predecessor" of who speaks: in the turn of a
// conversation, or between quotation marks.
func (f *Finder) own(i, h int) {
	who, ok := int32(stranger), f.turnOf != nil
	if ok {
		who = f.turnOf[f.BlockOf(i)]
	} else {
		who, ok = f.speaker(i)
	}
	if !ok || who == stranger || f.covered(i, h+1) || f.compound(h) {
		f.reject(i, h+1, "who says “%s” is not known", f.Raw(i))
		return
	}
	if f.In(h, language.Before, language.After) {
		f.neighbor(i, h, who)
		return
	}
	for _, b := range f.Lex.Bodies(who) {
		if f.Tokens[h].Word != 0 && f.sameBody(b.Word, f.Tokens[h].Word) {
			f.say(found{from: i, to: h + 1, entry: b.Entry, level: annotation.Descriptive, rule: "named after a person", kind: byDescription})
			return
		}
	}
}

// neighbor resolves "his predecessor" and "Biden's predecessor" over the roles: whose is
// the possessor's entry.
func (f *Finder) neighbor(i, h int, whose int32) bool {
	if whose < 0 || f.covered(i, h+1) {
		return false
	}
	entry, ok := f.Lex.Neighbor(whose, f.Day, f.In(h, language.After))
	if ok {
		f.say(found{from: i, to: h + 1, entry: entry, level: annotation.Descriptive, rule: f.Fold(h) + " of " + f.entry(whose).ID, kind: byDescription})
	}
	return ok
}

// counterpart resolves "his counterpart": of those mentioned before, else right after,
// the one who holds a role of the same kind as the one mentioned last.
func (f *Finder) counterpart(i, h int) {
	subject, at := int32(-1), 0
	for n := range min(reach, len(f.said)) {
		m := f.past(n)
		switch {
		case !f.entry(m.entry).Person():
		case subject < 0 && f.In(m.to-1, language.Party): // "her counterpart", again
			f.say(found{from: i, to: h + 1, entry: m.entry, level: annotation.Descriptive, rule: m.rule, kind: byDescription})
			return
		case subject < 0:
			subject, at = m.entry, m.from
			if f.SentenceOf(i)-f.SentenceOf(at) > 1 {
				return
			}
		case m.entry != subject && f.peers(subject, m.entry):
			f.meet(i, h, m.entry, subject)
			return
		}
	}
	for k := f.ahead; subject >= 0 && k < f.ahead+reach && k < len(f.order) && f.found[f.order[k]].from < f.Sentences[f.SentenceOf(i)].To; k++ {
		if m := f.found[f.order[k]]; m.entry != subject && f.entry(m.entry).Person() && f.peers(subject, m.entry) {
			f.meet(i, h, m.entry, subject)
			return
		}
	}
}

func (f *Finder) meet(i, h int, entry, subject int32) {
	f.say(found{from: i, to: h + 1, entry: entry, level: annotation.Descriptive, rule: "counterpart of " + f.entry(subject).ID, kind: byDescription})
}

// peers tells whether two people hold roles with one head noun on the article's day.
func (f *Finder) peers(a, b int32) bool {
	for _, r := range f.entry(a).Roles {
		if f.Day != "" && !r.On(f.Day) {
			continue
		}
		head := f.Lex.Head(r.Title)
		if f.Lex.Pack.Leading[f.Lex.TitleHead(r.Title)] && f.leads(b) {
			return true
		}
		for _, w := range f.Lex.WeakOf(head, b) {
			if w.Role != nil && (f.Day == "" || w.Role.On(f.Day)) && f.Lex.Head(w.Role.Title) == head {
				return true
			}
		}
	}
	return false
}

// leads tells whether a person leads a country on the article's day.
func (f *Finder) leads(person int32) bool {
	for _, r := range f.entry(person).Roles {
		if (f.Day == "" || r.On(f.Day)) && f.Lex.Pack.Leading[f.Lex.TitleHead(r.Title)] {
			return true
		}
	}
	return false
}

// titleAlone tells whether token i is a title with a capital, and no name stands behind it.
func (f *Finder) titleAlone(i int) bool {
	return f.In(i, language.Title) && f.Tokens[i].Shape.Capitalized() && !f.capitalRun(i+1)
}

// address resolves "Mr. President": whoever of that title was mentioned last, but not
// the one who is speaking.
func (f *Finder) address(i int) {
	h := i + 1
	if h >= len(f.Tokens) || !f.titleAlone(h) || !f.unmarked(i, h+1) {
		return
	}
	speaker, ok := f.speaker(i)
	if !ok {
		f.reject(i, h+1, "nobody is seen to be speaking")
		return
	}
	pick := func(m found) bool {
		if m.entry == speaker || !f.entry(m.entry).Person() {
			return false
		}
		for _, w := range f.Lex.WeakOf(f.Tokens[h].Word, m.entry) {
			if w.Role != nil && f.held(lexicon.Owner{Entry: m.entry, Role: w.Role}, false, i) {
				return true
			}
		}
		return false
	}
	for n := range min(reach, len(f.said)) {
		if m := *f.past(n); pick(m) {
			f.say(found{from: i, to: h + 1, entry: m.entry, level: annotation.Descriptive, rule: "address", kind: byDescription})
			return
		}
	}
}

// speaker is who speaks the quotation around token i: the first named after its
// closing mark, else the last before its opening one, in the same sentence.
func (f *Finder) speaker(i int) (int32, bool) {
	shut := i
	for shut < len(f.Tokens) && shut < i+lookBack && f.Fold(shut) != "\"" && f.Tokens[shut].Flags&token.Break == 0 {
		shut++
	}
	if shut >= len(f.Tokens) || f.Fold(shut) != "\"" {
		return 0, false
	}
	for j := shut + 1; j < shut+5 && j < len(f.Tokens) && f.Tokens[j].Flags&token.Break == 0; j++ {
		if n := f.named(j); n != nil && f.entry(n.entry).Person() {
			return n.entry, true
		}
	}
	begin := i
	for begin > 0 && begin > i-lookBack && f.Fold(begin) != "\"" {
		begin--
	}
	for j := begin - 1; j >= 0 && j > begin-12; j-- {
		if n := f.named(j); n != nil && f.entry(n.entry).Person() {
			return n.entry, true
		}
	}
	return 0, false
}
