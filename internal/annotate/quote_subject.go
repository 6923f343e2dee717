package annotate

import (
	"strings"

	"glossator/internal/language"
	"glossator/internal/token"
)

// back goes from token j over what may stand between a subject and its verb:
// auxiliaries, adverbs, "on Monday", "last week".
func (a *attributor) back(j, low int) int {
	for j >= low {
		w := a.fold(j)
		kind := a.term(j).Time.Kind
		switch {
		case a.tokens[j].Shape == token.Clitic && w != "'s", a.in(j, language.BeforeVerb), a.tokens[j].Shape == token.Lower && len(w) > 4 && strings.HasSuffix(w, "ly"):
			j--
			continue
		case (kind == language.WeekdayWord || kind == language.MonthWord || kind == language.ShortMonthWord) && a.tokens[j].Shape.Capitalized(), kind == language.DayWord:
			j--
		case a.tokens[j].Shape == token.Number && a.in(j-1, language.Calendar):
			j -= 2
		case kind == language.UnitWord && j > low && (a.term(j-1).Time.Kind == language.LastWord || a.term(j-1).Time.Kind == language.ThisWord || a.in(j-1, language.Calendar)):
			j -= 2
		default:
			return j
		}
		for j >= low && (a.in(j, language.TimeLead)) {
			j--
		}
	}
	return j
}

// subjectBefore reads the subject that ends with token j, or before the adverbs that
// end there. It never goes below low.
func (a *attributor) subjectBefore(j, low int) (speaker, bool) {
	j = a.back(j, low)
	if j < low {
		return speaker{}, false
	}
	if a.is(j, ")") {
		for k := j; k >= low && k > j-14; k-- {
			if a.is(k, "(") {
				j = a.back(k-1, low)
				break
			}
		}
	}
	if j < low {
		return speaker{}, false
	}
	switch {
	case a.is(j, ","), a.is(j, "-"):
		if a.is(j, ",") || a.tokens[j].Flags&token.Spaced != 0 {
			if s, ok := a.relative(j, low); ok {
				return s, true
			}
			return a.apposition(j, low)
		}
		return speaker{}, false
	case a.in(j, language.ThirdPerson):
		return a.pronoun(j), true
	case a.in(j, language.Nobody):
		return speaker{from: j}, true
	case a.in(j, language.RelativeSubject):
		k := j - 1
		if a.is(k, ",") {
			k--
		}
		s, _ := a.phrase(a.back(k, low), low, 0)
		return s, s.known() || a.is(j, "who")
	}
	return a.phrase(j, low, 2)
}

// relative reads the subject before a clause with "who" that ends with the comma at
// token j, however many commas are in it: "Ruiz, who flew to Dover, Kent, on Monday,
// said".
func (a *attributor) relative(j, low int) (speaker, bool) {
	const farthest = 40 // tokens
	for k := j - 1; k > low+1 && k > j-farthest; k-- {
		if !a.is(k, "who") || !a.is(k-1, ",") {
			continue
		}
		s, ok := a.subjectBefore(k-2, low)
		if !ok || s.entry == "" && !s.proper || a.is(k-2, ",") {
			if o, found := a.apposition(k-1, low); found && o.person && (o.entry != "" || o.proper) {
				return o, true
			}
		}
		return s, ok && s.known()
	}
	return speaker{}, false
}

// apposition reads the subject before an inserted phrase that ends with the comma at
// token j: "Ruiz, the mayor of Dover, said". The nearest person before a comma is it.
func (a *attributor) apposition(j, low int) (speaker, bool) {
	const inserted, farthest = 5, 60 // commas, tokens
	best, found := speaker{}, false
	for n, i := 0, j-1; n < inserted && i > low && i > j-farthest; i-- {
		if !a.is(i, ",") && !(a.is(i, "-") && a.tokens[i].Flags&token.Spaced != 0) {
			continue
		}
		n++
		k := a.back(i-1, low)
		if k >= low && a.is(k, ")") {
			for k > low && !a.is(k, "(") {
				k--
			}
			k--
		}
		if k < low {
			break
		}
		s, ok := a.phrase(k, low, 2)
		if n == 1 && (s.remote || !(s.person && (s.entry != "" || s.proper))) {
			if o := a.inserted(i+1, j); o.known() && ok { // "the pilot, Tom Hale, said"
				o.from = s.from
				return o, true
			}
		}
		switch {
		case !ok:
		case s.person && (s.entry != "" || strings.Contains(s.name, " ") || a.fullNameOf(s.name) != ""):
			return s, true
		case !found || best.entry == "" && s.entry != "":
			best, found = s, true
		}
	}
	return best, found
}

// inserted is the person whose name begins the insertion of tokens [from, end), or ends
// it behind a role: "her coach, the retired master Ilse Varga, said".
func (a *attributor) inserted(from, end int) speaker {
	if a.in(from, language.Article) {
		for i := from + 1; i < end; i++ {
			if a.mentionAt(i) >= 0 || a.tokens[i].Shape.Capitalized() {
				from = i
				break
			}
			if a.stops(i) || a.in(i, language.Function) {
				return speaker{}
			}
		}
	}
	if k := a.mentionAt(from); k >= 0 {
		if a.persons[k] {
			return a.mentioned(k, from)
		}
		return speaker{}
	}
	if !a.tokens[from].Shape.Capitalized() || a.in(from, language.Function) {
		return speaker{}
	}
	to := from
	for to < end && a.tokens[to].Shape.Capitalized() && a.mentionAt(to) < 0 {
		to++
	}
	if name, at := a.name(from, to-1); name != "" && !a.institutional(at, to-1) && (to-at > 1 || to == end) {
		return speaker{name: name, from: from, person: true, proper: true}
	}
	return speaker{}
}

// stops tells whether token i cannot be part of a noun phrase to its right.
func (a *attributor) stops(i int) bool {
	tok := a.tokens[i]
	switch tok.Shape {
	case token.Punct:
		glued := a.is(i, "-") && tok.Flags&token.Spaced == 0 && i+1 < len(a.tokens) && a.tokens[i+1].Flags&token.Spaced == 0
		return !(glued || a.is(i, ".") && i > 0 && a.in(i-1, language.Title))
	case token.Clitic:
		return !a.is(i, "'s")
	case token.Number:
		return false
	}
	c := a.class(i)
	if c.Has(language.Copula, language.Relative, language.Verbal) || c.Has(language.Pronoun) && !c.Has(language.Possessive) {
		return true
	}
	if a.in(i, language.ClauseOpening) {
		return true
	}
	if tok.Shape != token.Lower {
		return false
	}
	switch a.term(i).Cue {
	case language.Says, language.Judges, language.SaidOf, language.Judging:
		return !a.in(i, language.Statement, language.Document)
	}
	return false
}

// phrase reads the noun phrase that ends with token j: who it names. depth limits how
// many "of …" and "for …" it looks behind.
func (a *attributor) phrase(j, low, depth int) (speaker, bool) {
	const longest = 14 // tokens
	start, prep := j+1, -1
	for i := j; i >= low && i > j-longest; i-- {
		if k := a.mentionAt(i); k >= 0 {
			i = a.firstToken(k, i)
			start = i
			continue
		}
		if a.is(i, "as") {
			break // "as Ruiz said"
		}
		if a.in(i, language.Preposition) && (a.tokens[i].Shape == token.Lower || i == a.from) {
			prep = i
			break
		}
		if a.stops(i) {
			break
		}
		start = i
	}
	start = max(start, low)
	if start > j {
		return speaker{}, false
	}
	s := a.named(start, j)
	if first := a.joint(start, low); first < start && s.entry == "" && !s.proper {
		if k := a.mentionAt(first); k >= 0 { // "Ruiz and other pilots"
			m := a.mentioned(k, first)
			m.remote = true
			return m, true
		}
	} else if first < start {
		return speaker{name: a.prose[a.tokens[first].Start:a.tokens[j].End], from: first, proper: true}, true
	}
	if prep < 0 {
		return s, true
	}
	object := s.known() && a.onlyTitles(prep+1, s.from)
	if depth > 0 && prep-1 >= low {
		if head, ok := a.phrase(prep-1, low, depth-1); ok && !a.stops(prep-1) {
			return a.behind(head, prep-1, s, j), true
		}
	}
	return s, !object
}

// joint is where a phrase really begins that token start continues behind "and" and
// another name ("Ruiz and Hale"), else start.
func (a *attributor) joint(start, low int) int {
	i := start - 2
	if i < low || !a.is(start-1, "and") {
		return start
	}
	if k := a.mentionAt(i); k >= 0 {
		return max(low, a.firstToken(k, i))
	}
	for i >= low && a.tokens[i].Shape.Capitalized() && !a.in(i, language.Function) {
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
func (a *attributor) behind(head speaker, h int, s speaker, j int) speaker {
	switch {
	case a.is(h+1, "by") && s.known() && !a.in(h, language.Document):
		return s // an agent: "ordered by a judge who said"
	case head.entry != "", head.person:
		return head
	case a.in(h, language.Document) && s.known(), a.in(h, language.Spokesman) && s.entry != "" && !s.person:
		s.from = head.from
		return s
	}
	return speaker{name: a.prose[a.tokens[head.from].Start:a.tokens[j].End], from: head.from, head: h}
}

// onlyTitles tells whether nothing but articles and titles stands in [from, to).
func (a *attributor) onlyTitles(from, to int) bool {
	for i := from; i < to; i++ {
		if !a.in(i, language.Article, language.Title, language.Honorific, language.Possessive) && !a.tokens[i].Shape.Capitalized() {
			return false
		}
	}
	return true
}

// subjectAfter reads the speaker that stands behind its verb, from token i.
func (a *attributor) subjectAfter(i int) speaker {
	const longest = 14 // tokens
	if i >= a.to {
		return speaker{}
	}
	switch {
	case a.in(i, language.ThirdPerson):
		return a.pronoun(i)
	case a.in(i, language.Nobody) && !a.is(i, "one"):
		return speaker{}
	}
	end := a.phraseEnd(i, min(a.to, i+longest))
	if end == i {
		return speaker{}
	}
	s := a.best(i, end)
	if s.person || end >= a.to {
		return s
	}
	if a.in(end, language.Preposition) && end+1 < a.to && !a.is(end, "in") && !a.is(end, "on") && !a.is(end, "during") && !a.is(end, "to") {
		stop := a.phraseEnd(end+1, min(a.to, end+1+longest))
		object := speaker{}
		if stop > end+1 {
			object = a.best(end+1, stop)
		}
		switch {
		case object.known() && a.in(end-1, language.Document) && (object.entry != "" || object.person):
			object.from = i
			return object
		case s.entry == "" && object.entry != "" && !object.person && a.in(end-1, language.Spokesman, language.Document):
			object.from = i
			return object
		case s.entry == "" && !s.proper && !s.remote && stop > end+1 && s.name != "":
			s.name = a.prose[a.tokens[s.from].Start:a.tokens[stop-1].End]
		}
		end = max(end, stop)
	}
	if s.entry == "" && end+1 < a.to && a.is(end, ",") { // "the mayor, Ana Ruiz"
		if stop := a.phraseEnd(end+1, min(a.to, end+1+longest)); stop > end+1 && !a.in(end+1, language.Article) {
			if o := a.best(end+1, stop); o.person && (o.entry != "" || strings.Contains(o.name, " ")) {
				o.from = i
				return o
			}
		}
	}
	return s
}

// phraseEnd is the end of the noun phrase that begins at token i.
func (a *attributor) phraseEnd(i, limit int) int {
	for i < limit {
		if k := a.mentionAt(i); k >= 0 {
			i = a.lastToken(k, i) + 1
			continue
		}
		if a.stops(i) || a.in(i, language.Preposition) && a.tokens[i].Shape == token.Lower || a.mark(i) == '"' || a.mark(i) == '“' {
			break
		}
		i++
	}
	return min(i, limit)
}
