package language

import (
	"strconv"
	"strings"

	"glossator/internal/token"
)

// Words that a language writes as one are told from their parts: a noun by its last,
// weekdays with a part of the day, numbers.

// named are the classes of nouns that make another noun with words before them.
var named = SetOf(Title, Human, People, Body, Concern, Document, Statement, Spokesman, Law, Program, Court, Organ, Thing, Agency, Reign,
	BodyEnd, Speaking, Broadcast)

// ofNames are those of nouns that surnames end with: Hartmann, Mendelssohn.
var ofNames = SetOf(Person, Kin)

// Head is the word that a folded word ends with and that says what it is: senator of
// "verkehrssenator". 0 where the language has none such, or none is known.
func (p *Pack) Head(word string) token.Word {
	const shortest, longest, before = 4, 32, 3 // letters of it, where it is not listed, and of what stands before it
	if !p.Compounds {
		return 0
	}
	for at := max(before, len(word)-longest); at < len(word); at++ {
		if at+shortest > len(word) && !p.shortHeads[word[at:]] {
			continue
		}
		w := p.Vocabulary.Find(token.Hash(word[at:]))
		if c := p.Classes(w); c.Meets(named) && !c.Meets(ofNames) {
			return w
		}
	}
	return 0
}

// partsOfDay adds weekdays that are written as one word with a part of the day:
// "Montagabend".
func (p *Pack) partsOfDay(f part) {
	parts := strings.Fields(f.get("form", "weekday"))
	f.each("weekday", func(n, words string) {
		for day := range strings.FieldsSeq(words) {
			for _, part := range parts {
				p.term(day + part).Time = Time{Kind: WeekdayWord, N: whole(n)}
			}
		}
	})
}

// joined adds the number words that are written as one: 21 to 999, and as many thousands.
// The link stands between ones and tens, whichever of them is first: "zweiundzwanzig",
// "tweeëntwintig", "ventidue". Of several forms of a word the first is that inside others.
func (p *Pack) joined(f part) {
	order, link := f.get("form", "words"), f.get("form", "link")
	if order == "" {
		return
	}
	small, tens := firstWords(f, "ones"), firstWords(f, "tens")
	for t := 20; t < 100; t += 10 {
		small[t] = tens[t]
		for n := 1; n < 10; n++ {
			small[t+n] = pair(order, small[n], link, tens[t])
		}
	}
	hundred, thousand := firstWords(f, "hundred")[100], firstWords(f, "magnitude")[1000]
	for h := 1; h < 10; h++ {
		for n := range 100 {
			small[100*h+n] = small[h] + hundred + small[n]
			if h == 1 {
				p.numeral(n+100, hundred+small[n]) // "hundertfünfzig"
				p.numeral(1000*(n+100), hundred+small[n]+thousand)
			}
		}
	}
	for n, word := range small {
		p.numeral(n, word)
		p.numeral(1000*n, word+thousand)
	}
}

// numeral adds the word of a number, unless it is known.
func (p *Pack) numeral(n int, word string) {
	if t := p.term(word); t.Number.Kind == NoNumber {
		t.Number = Number{float64(n), Ones}
	}
}

// pair joins ones and tens. Where the tens stand first, they lose their last letter before
// a vowel: "ventuno".
func pair(order, one, link, ten string) string {
	switch {
	case order == "ones-first":
		return one + link + ten
	case strings.ContainsRune("aeiou", rune(one[0])):
		return ten[:len(ten)-1] + one
	}
	return ten + one
}

// firstWords are the first words of a section by their value.
func firstWords(f part, section string) map[int]string {
	all := map[int]string{}
	f.each(section, func(value, words string) {
		n, _ := strconv.Atoi(value)
		all[n], _, _ = strings.Cut(words, " ")
	})
	return all
}
