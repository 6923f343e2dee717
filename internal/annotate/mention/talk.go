package mention

import (
	"glossator/internal/annotation"
	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
	"glossator/internal/token"
)

// In the turns of a conversation an office without a name, or a first name, means one of
// those who talk: "Minister, when?", "I ask the Governor", "Thank you, Ana".

// talkers are the persons of the catalogue who take part in a conversation.
type talkers struct {
	named   map[int]int32            // token → whose mention begins there or goes on
	all     []int32                  // entries
	offices map[lexicon.Word]*office // by the heads of their titles
	given   map[lexicon.Word]int32   // first name → whose it is; stranger, where it may be another's
}

// office is a title that one of them holds on the article's day.
type office struct {
	words []string // folded, up to the head: "prime", "minister"
	entry int32    // stranger, where it may be another's
}

// talk accepts, in the turns of a transcript, those who take part in it.
func (f *Finder) talk() {
	p := talkers{}
	x := f.Transcript(func(l reading.Label) bool {
		f.nameTalkers(&p)
		return p.label(l) != stranger || f.In(l.From, language.Given)
	})
	if x == nil {
		return
	}
	f.nameTalkers(&p)
	asked := f.takePart(&p, x)
	f.hold(&p)
	f.officers(&p, x)
	f.turnOf = make([]int32, len(f.Blocks))
	who := int32(stranger)
	for b := range f.Blocks {
		f.turnOf[b] = stranger
		l, from := x.Label(b), f.Blocks[b].From
		switch {
		case f.Blocks[b].N == 0 || x.Ended(b):
			who = stranger
			continue
		case l.Form == reading.LetterLabel && f.In(l.From, language.Answer):
			who, from = asked, l.Said
		case l.Form != reading.NoLabel:
			who, from = p.label(l), l.Said
		}
		f.turnOf[b] = who
		for i := from; i < f.Blocks[b].To; i++ {
			f.officeAt(i, from, who, &p)
			f.givenAt(i, who, &p)
		}
	}
}

// nameTalkers notes where persons are mentioned.
func (f *Finder) nameTalkers(p *talkers) {
	if p.named != nil {
		return
	}
	p.named = map[int]int32{}
	for k := range f.found {
		for i := f.found[k].from; i < f.found[k].to && f.entry(f.found[k].entry).Person(); i++ {
			p.named[i] = f.found[k].entry
		}
	}
}

// label is the person whom a label names.
func (p *talkers) label(l reading.Label) int32 {
	for i := l.From; i < l.Name; i++ {
		if e, ok := p.named[i]; ok {
			return e
		}
	}
	return stranger
}

// takePart gathers who takes turns, or is introduced ahead of the first, and is the one
// introduced, where nobody else is: who is asked.
func (f *Finder) takePart(p *talkers, x *reading.Transcript) (asked int32) {
	seen := map[int32]bool{}
	join := func(e int32) {
		if e != stranger && !seen[e] {
			seen[e] = true
			p.all = append(p.all, e)
		}
	}
	begun := false
	asked = stranger
	for b := range f.Blocks {
		if !begun && x.Begun(b) {
			begun = true
			if len(p.all) == 1 {
				asked = p.all[0]
			}
		}
		if l := x.Label(b); l.Form != reading.NoLabel {
			join(p.label(l))
		}
		for i := f.Blocks[b].From; i < f.Blocks[b].To && !begun; i++ {
			if e, ok := p.named[i]; ok {
				join(e)
			}
		}
	}
	return asked
}

// hold gathers the titles and first names of all. One that the article gives to somebody
// else as well, who need not be in the catalogue, tells nothing: "Governor Stone".
func (f *Finder) hold(p *talkers) {
	p.offices, p.given = map[lexicon.Word]*office{}, map[lexicon.Word]int32{}
	for _, e := range p.all {
		f.holdOffices(p, e)
		if g := f.Lex.Given(e); p.given[g] != 0 && p.given[g] != e+1 {
			p.given[g] = stranger
		} else if g != 0 {
			p.given[g] = e + 1
		}
	}
	for i := range f.Tokens {
		if t := &f.Tokens[i]; t.Shape.Capitalized() && t.Word != 0 {
			f.heldByOthers(p, i)
		}
	}
}

// holdOffices notes what somebody who talks is on the article's day.
func (f *Finder) holdOffices(p *talkers, e int32) {
	for _, r := range f.entry(e).Roles {
		if f.Day != "" && !r.On(f.Day) {
			continue
		}
		head := f.Lex.Head(r.Title)
		if o := p.offices[head]; o != nil && o.entry != e {
			o.entry = stranger
		} else if head != 0 {
			p.offices[head] = &office{f.Lex.TitleWords(r.Title), e}
		}
	}
}

// heldByOthers notes where the word at token i, a title or a first name, is given to
// somebody else.
func (f *Finder) heldByOthers(p *talkers, i int) {
	w := f.Tokens[i].Word
	whole := f.capitalRun(i+1) && !f.In(i+1, language.Function, language.Calendar)
	o := p.offices[w]
	if e, ok := p.named[i+1]; o != nil && whole && (!ok || e != o.entry) {
		o.entry = stranger
	}
	if p.given[w] <= 0 {
		return
	}
	if e, ok := p.named[i]; ok && e != p.given[w]-1 || !ok && whole {
		p.given[w] = stranger
	}
}

// officers accepts labels that are an office only: "THE GOVERNOR:".
func (f *Finder) officers(p *talkers, x *reading.Transcript) {
	for b := range f.Blocks {
		l := x.Label(b)
		if l.Form == reading.NoLabel || l.Form == reading.LetterLabel || p.label(l) != stranger {
			continue
		}
		o, from := f.office(l.Name-1, l.From, p)
		if o == nil || from > l.From && !(from == l.From+1 && f.In(l.From, language.Definite)) {
			continue
		}
		f.add(found{from: l.From, to: l.Name, entry: o.entry, level: annotation.Descriptive, rule: f.role, kind: byDescription})
		for i := l.From; i < l.Name; i++ {
			p.named[i] = o.entry
		}
	}
}

// office is the one that ends with token i, and its first token; nil where none does, or
// where it may be another's.
func (f *Finder) office(i, low int, p *talkers) (*office, int) {
	o, from := p.offices[f.Tokens[i].Word], i
	if f.Tokens[i].Word == 0 || o == nil || o.entry == stranger {
		return nil, i
	}
	for from > low && f.adjacent(from) && f.Tokens[from-1].Shape.Capitalized() && !f.In(from-1, language.Function, language.Honorific) {
		from--
	}
	if i > from && !f.spells(o.words, from) {
		return nil, i
	}
	return o, from
}

// spells tells whether the tokens from i on are these words.
func (f *Finder) spells(words []string, i int) bool {
	for k, w := range words {
		if !f.Is(i+k, w) {
			return false
		}
	}
	return true
}

// officeAt accepts the office at token i of the turn that begins at token low: behind
// "the", or where it is set off as an address. Who speaks does not mean themselves.
func (f *Finder) officeAt(i, low int, who int32, p *talkers) {
	if !f.Tokens[i].Shape.Capitalized() {
		return
	}
	o, from := f.office(i, low, p)
	if o == nil || o.entry == who || !f.vacant(from, i+1) || f.saysWhich(i+1) {
		return
	}
	rule := f.role
	switch {
	case from > low && f.In(from-1, language.Definite):
		from--
	case f.setOff(from, i+1, low):
		rule = "address"
		if from > low && f.adjacent(from) && f.In(from-1, language.Honorific) {
			from--
		}
	default:
		return
	}
	f.add(found{from: from, to: i + 1, entry: o.entry, level: annotation.Descriptive, rule: rule, kind: byDescription})
}

// saysWhich tells whether what follows an office tells whose it is, or who holds it:
// "of", "for", a name.
func (f *Finder) saysWhich(i int) bool {
	return f.hyphened(i-1) || f.adjacent(i) && (f.Tokens[i].Shape.Capitalized() || f.AnyOf(i, f.Lex.Pack.Of, "for"))
}

// setOff tells whether the tokens [from, to) stand apart from their sentence, as who is
// spoken to does: "Minister, when?", "Thank you, Minister."
func (f *Finder) setOff(from, to, low int) bool {
	after := to >= len(f.Tokens) || f.Tokens[to].Flags&token.Break != 0 || f.AnyOf(to, ",", "-", "?", ".", "!", ":", "\"")
	switch {
	case !after:
		return false
	case from > low && f.adjacent(from) && f.In(from-1, language.Honorific):
		return true
	case from == low || f.Sentences[f.SentenceOf(from)].From == from:
		return f.AnyOf(to, ",", "-", "!", "?")
	}
	return f.AnyOf(from-1, ",", "-")
}

// givenAt accepts the first name of one of those who talk, at token i.
func (f *Finder) givenAt(i int, who int32, p *talkers) {
	t := &f.Tokens[i]
	e := p.given[t.Word] - 1
	if e < 0 || e == who || t.Shape != token.Capital || !f.vacant(i, i+1) {
		return
	}
	behind := f.adjacent(i) && f.Tokens[i-1].Shape.Capitalized()
	if behind || f.capitalRun(i+1) || f.hyphened(i) || f.hyphened(i-2) {
		return
	}
	f.add(found{from: i, to: i + 1, entry: e, level: annotation.Named, rule: "first name in a conversation", kind: bySurname})
}
