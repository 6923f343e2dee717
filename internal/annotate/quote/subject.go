package quote

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// back goes from token j over what may stand between a subject and its verb:
// auxiliaries, adverbs, "on Monday", "last week".
func (f *Finder) back(j, low int) int {
	for j >= low {
		if f.besideVerb(j) {
			j--
			continue
		}
		n := f.timeAt(j, low)
		if n == 0 {
			return j
		}
		for j -= n; j >= low && f.In(j, language.TimeLead); {
			j--
		}
	}
	return j
}

// besideVerb tells whether token j is an auxiliary or an adverb.
func (f *Finder) besideVerb(j int) bool {
	w := f.Fold(j)
	switch shape := f.Tokens[j].Shape; {
	case shape == token.Clitic && w != "'s", f.In(j, language.BeforeVerb, language.Negation):
		return true
	default:
		return shape == token.Lower && len(w) > 4 && strings.HasSuffix(w, "ly")
	}
}

// timeAt is how many tokens before the end of token j tell a time: "Monday", "March 3",
// "last week".
func (f *Finder) timeAt(j, low int) int {
	switch f.Term(j).Time.Kind {
	case language.DayWord:
		return 1
	case language.WeekdayWord, language.MonthWord, language.ShortMonthWord:
		if f.Tokens[j].Shape.Capitalized() {
			return 1
		}
	case language.UnitWord:
		k := f.Term(j - 1).Time.Kind
		if j > low && (k == language.LastWord || k == language.ThisWord || f.In(j-1, language.Calendar)) {
			return 2
		}
	}
	if f.Tokens[j].Shape == token.Number && f.In(j-1, language.Calendar) {
		return 2
	}
	return 0
}

// subjectBefore reads the subject that ends with token j, or before the adverbs that
// end there. It never goes below low.
func (f *Finder) subjectBefore(j, low int) (speaker, bool) {
	j = f.overObject(f.back(j, low), low)
	if j < low {
		return speaker{}, false
	}
	if f.Is(j, ")") {
		for k := j; k >= low && k > j-14; k-- {
			if f.Is(k, "(") {
				j = f.back(k-1, low)
				break
			}
		}
	}
	if j < low {
		return speaker{}, false
	}
	switch {
	case f.Is(j, ","), f.Is(j, "-"):
		if f.Is(j, ",") || f.Tokens[j].Flags&token.Spaced != 0 {
			if s, ok := f.relative(j, low); ok {
				return s, true
			}
			return f.apposition(j, low)
		}
		return speaker{}, false
	case f.In(j, language.ThirdPerson):
		return f.pronoun(j), true
	case f.In(j, language.Nobody):
		return speaker{from: j}, true
	case f.In(j, language.RelativeSubject):
		k := j - 1
		if f.Is(k, ",") {
			k--
		}
		if f.In(k, language.Nobody) { // "anybody who"
			return speaker{from: k}, true
		}
		s, _ := f.phrase(f.back(k, low), low, 0)
		s.relative = true
		return s, s.known() || f.Is(j, "who")
	}
	return f.phrase(j, low, 2)
}

// relative reads the subject before a clause with "who" that ends with the comma at
// token j, however many commas are in it: "Ruiz, who flew to Dover, Kent, on Monday,
// said".
func (f *Finder) relative(j, low int) (speaker, bool) {
	const farthest = 40 // tokens
	for k := j - 1; k > low+1 && k > j-farthest; k-- {
		if !f.Is(k, "who") || !f.Is(k-1, ",") {
			continue
		}
		s, ok := f.subjectBefore(k-2, low)
		if !ok || s.entry == "" && !s.proper || f.Is(k-2, ",") {
			if o, found := f.apposition(k-1, low); found && o.person && (o.entry != "" || o.proper) {
				return o, true
			}
		}
		return s, ok && s.known()
	}
	return speaker{}, false
}

// apposition reads the subject before an inserted phrase that ends with the comma at
// token j: "Ruiz, the mayor of Dover, said". The nearest person before a comma is it.
func (f *Finder) apposition(j, low int) (speaker, bool) {
	const commas, farthest = 5, 60 // looked at, and tokens
	best, found := speaker{}, false
	for n, i := 0, j-1; n < commas && i > low && i > j-farthest; i-- {
		if !f.parts(i) {
			continue
		}
		n++
		k := f.beforeBracket(f.back(i-1, low), low)
		if k < low {
			break
		}
		s, ok := f.phrase(k, low, 2)
		if n == 1 && ok && (s.remote || !s.named()) {
			if o := f.inserted(i+1, j); o.known() { // "the pilot, Tom Hale, said"
				o.from = s.from
				return o, true
			}
		}
		switch {
		case !ok:
		case s.person && (s.entry != "" || strings.Contains(s.name, " ") || f.hasFullName(s.name)):
			return s, true
		case !found || best.entry == "" && s.entry != "":
			best, found = s, true
		}
	}
	return best, found
}

// parts tells whether token i is a comma or dash between phrases.
func (f *Finder) parts(i int) bool {
	return f.Is(i, ",") || f.Is(i, "-") && f.Tokens[i].Flags&token.Spaced != 0
}

// beforeBracket is the token before the bracket that closes at token k, else k.
func (f *Finder) beforeBracket(k, low int) int {
	if k < low || !f.Is(k, ")") {
		return k
	}
	for k > low && !f.Is(k, "(") {
		k--
	}
	return k - 1
}

// inserted is the person whose name begins the insertion of tokens [from, end), or ends
// it behind a role: "her coach, the retired master Ilse Varga, said".
func (f *Finder) inserted(from, end int) speaker {
	if f.In(from, language.Article) {
		for i := from + 1; i < end; i++ {
			if f.mentionAt(i) >= 0 || f.Tokens[i].Shape.Capitalized() {
				from = i
				break
			}
			if f.stops(i) || f.In(i, language.Function) {
				return speaker{}
			}
		}
	}
	if k := f.mentionAt(from); k >= 0 {
		if f.persons[k] {
			return f.mentioned(k, from)
		}
		return speaker{}
	}
	if !f.Tokens[from].Shape.Capitalized() || f.In(from, language.Function) {
		return speaker{}
	}
	to := from
	for to < end && f.Tokens[to].Shape.Capitalized() && f.mentionAt(to) < 0 {
		to++
	}
	name, at := f.name(from, to-1)
	if name == "" || f.institutional(at, to-1) {
		return speaker{}
	}
	if to-at > 1 || to == end && (f.fullName(at) != "" || f.hasFullName(f.Fold(at))) {
		return speaker{name: name, from: from, person: true, proper: true}
	}
	return speaker{}
}

// stops tells whether token i cannot be part of a noun phrase to its right.
func (f *Finder) stops(i int) bool {
	tok := f.Tokens[i]
	switch tok.Shape {
	case token.Punct:
		glued := f.Is(i, "-") && !(f.Lex.Pack.Dialogue && f.dash(i)) && tok.Flags&token.Spaced == 0 && i+1 < len(f.Tokens) && f.Tokens[i+1].Flags&token.Spaced == 0
		return !(glued || f.Is(i, ".") && i > 0 && f.In(i-1, language.Title))
	case token.Clitic:
		return !f.Is(i, "'s") && !f.In(i, language.Article)
	case token.Number:
		return false
	}
	c := f.Class(i)
	if f.opensNoun(i) {
		return false
	}
	if c.Has(language.Copula, language.Relative, language.Verbal) || c.Has(language.Pronoun) && !c.Has(language.Possessive) {
		return true
	}
	if f.In(i, language.ClauseOpening) {
		return true
	}
	if tok.Shape != token.Lower {
		return false
	}
	switch f.Term(i).Cue {
	case language.Says, language.Judges, language.SaidOf, language.Judging:
		return !f.In(i, language.Statement, language.Document)
	}
	return false
}

// phrase reads the noun phrase that ends with token j: who it names. depth limits how
// many "of …" and "for …" it looks behind.
func (f *Finder) phrase(j, low, depth int) (speaker, bool) {
	start, prep := f.phraseStart(j, low)
	if start > j {
		return speaker{}, false
	}
	s := f.named(start, j)
	if first := f.joint(start, low); first < start {
		return f.jointly(s, first, j)
	}
	if prep < 0 {
		return s, true
	}
	object := s.known() && f.onlyTitles(prep+1, s.from)
	if depth > 0 && prep-1 >= low {
		if head, ok := f.phrase(prep-1, low, depth-1); ok && !f.stops(prep-1) {
			return f.behind(head, prep-1, s, j), true
		}
	}
	return s, !object
}

// phraseStart is where the noun phrase that ends with token j begins, and the preposition
// before it, -1 where none is.
func (f *Finder) phraseStart(j, low int) (start, prep int) {
	start = j + 1
	for i := j; i >= low && i > j-longestPhrase; i-- {
		if k := f.mentionAt(i); k >= 0 {
			i = f.firstToken(k, i)
			start = i
			continue
		}
		if f.Is(i, "as") {
			break // "as Ruiz said"
		}
		if f.relates(i) && (f.Tokens[i].Shape == token.Lower || i == f.from) {
			return max(start, low), i
		}
		if f.stops(i) {
			break
		}
		start = i
	}
	return max(start, low), -1
}

// jointly is who speaks where a phrase goes on behind "and": "Ruiz and other pilots" are
// Ruiz, and "Ruiz and Hale" are both.
func (f *Finder) jointly(s speaker, first, j int) (speaker, bool) {
	if s.entry != "" || s.proper {
		return speaker{name: f.Prose[f.Tokens[first].Start:f.Tokens[j].End], from: first, proper: true}, true
	}
	if k := f.mentionAt(first); k >= 0 {
		s = f.mentioned(k, first)
		s.remote = true
	}
	return s, true
}

// joint is where a phrase really begins that token start continues behind "and" and
// another name ("Ruiz and Hale"), else start.
func (f *Finder) joint(start, low int) int {
	i := start - 2
	if i < low || !f.Is(start-1, "and") {
		return start
	}
	if k := f.mentionAt(i); k >= 0 {
		return max(low, f.firstToken(k, i))
	}
	for i >= low && f.Tokens[i].Shape.Capitalized() && !f.In(i, language.Function) {
		i--
	}
	if i+1 < start-1 {
		return i + 1
	}
	return start
}

// behind chooses between a phrase's head, which ends with token h, and the object s of
// its preposition: a person is the head, "a spokesman for the ministry" speaks for
// the object, "a letter from Ruiz" is the object's word.
func (f *Finder) behind(head speaker, h int, s speaker, j int) speaker {
	switch {
	case f.Is(h+1, "by") && s.known() && !f.In(h, language.Document):
		return s // an agent: "ordered by a judge who said"
	case head.entry != "", head.person:
		return head
	case f.issuedBy(h) && s.known(), f.In(h, language.Spokesman) && s.entry != "" && !s.person:
		s.from = head.from
		return s
	}
	whole := f.described(head.from, h)
	whole.name = f.Prose[f.Tokens[head.from].Start:f.Tokens[j].End]
	return whole
}

// issuedBy tells whether token i is a document and who issued it follows: "a letter from".
func (f *Finder) issuedBy(i int) bool {
	return f.In(i, language.Document) && f.In(i+1, language.Issued)
}

// onlyTitles tells whether nothing but articles and titles stands in [from, to).
func (f *Finder) onlyTitles(from, to int) bool {
	for i := from; i < to; i++ {
		if !f.In(i, language.Article, language.Title, language.Honorific, language.Possessive) && !f.Tokens[i].Shape.Capitalized() {
			return false
		}
	}
	return true
}

// subjectAfter reads the speaker that stands behind its verb, from token i.
func (f *Finder) subjectAfter(i int) speaker {
	if i+2 < f.to && f.In(i, language.Article) && f.Is(i+1, "'") { // "l’Office"
		i += 2
	}
	switch {
	case i >= f.to:
		return speaker{}
	case f.In(i, language.ThirdPerson):
		return f.pronoun(i)
	case f.In(i, language.Nobody) && !f.Is(i, "one"):
		return speaker{}
	}
	end := f.phraseEnd(i, min(f.to, i+longestPhrase))
	if end == i {
		return speaker{}
	}
	s := f.best(i, end)
	if s.person || end >= f.to {
		return s
	}
	if f.objectFollows(end) {
		o, stop := f.objectOf(end)
		var done bool
		if s, done = f.ofObject(s, o, end, stop); done {
			s.from = i
			return s
		}
		end = max(end, stop)
	}
	if o := f.namedInApposition(end); s.entry == "" && o.known() {
		o.from = i
		return o
	}
	return s
}

// longestPhrase is how many tokens a noun phrase is followed for.
const longestPhrase = 14

// objectFollows tells whether token i is a preposition that belongs to the phrase before
// it: "a spokesman for".
func (f *Finder) objectFollows(i int) bool {
	return i+1 < f.to && f.relates(i) && !f.In(i, language.WhenOrWhere)
}

// objectOf is whom the phrase behind the preposition at token i names, and its end.
func (f *Finder) objectOf(i int) (speaker, int) {
	stop := f.phraseEnd(i+1, min(f.to, i+1+longestPhrase))
	if stop <= i+1 {
		return speaker{}, stop
	}
	return f.best(i+1, stop), stop
}

// ofObject chooses between a phrase that ends before token end and the object o of its
// preposition, whose phrase ends before stop. It is done where it is the object.
func (f *Finder) ofObject(s, o speaker, end, stop int) (speaker, bool) {
	head := end - 1
	switch {
	case f.issuedBy(head) && o.known() && (o.entry != "" || o.person):
		return o, true
	case s.entry == "" && o.entry != "" && !o.person && f.In(head, language.Spokesman, language.Document):
		o.gender = f.shown(head)
		return o, true
	case s.entry != "" || s.proper || s.remote:
	case stop > end+1 && s.name != "":
		s.name = f.Prose[f.Tokens[s.from].Start:f.Tokens[stop-1].End]
	}
	return s, false
}

// namedInApposition is the person whom a phrase behind the comma at token i names: "the
// mayor, Ana Ruiz".
func (f *Finder) namedInApposition(i int) speaker {
	if i+1 >= f.to || !f.Is(i, ",") || f.In(i+1, language.Article) {
		return speaker{}
	}
	stop := f.phraseEnd(i+1, min(f.to, i+1+longestPhrase))
	if stop <= i+1 {
		return speaker{}
	}
	if o := f.best(i+1, stop); o.person && (o.entry != "" || strings.Contains(o.name, " ")) {
		return o
	}
	return speaker{}
}

// phraseEnd is the end of the noun phrase that begins at token i.
func (f *Finder) phraseEnd(i, limit int) int {
	for i < limit {
		if k := f.mentionAt(i); k >= 0 {
			i = f.lastToken(k, i) + 1
			continue
		}
		preposition := f.relates(i) && f.Tokens[i].Shape == token.Lower
		if m := f.mark(i); preposition || m == '"' || m == '“' || f.stops(i) {
			break
		}
		i++
	}
	return min(i, limit)
}
