package language

import (
	"strconv"
	"strings"
)

// naming is what is known of how names are written, and of what their bearers are called.
type naming struct {
	FirmForms   map[string]string   // what ends a company's name → what it is a form of: corp → corporation
	Short       map[string][]string // name → what it is written for short
	Regions     map[string][]string // name → what it is written for short behind a town's
	Called      map[string][]string // word of a name → what its bearer may be called as well
	Turned      map[string]bool     // what may lead a name or end it: ministry
	Leading     map[string]bool     // titles of those who lead a country
	Leader      string              // what they may be called
	VagueKind   map[string]bool     // kinds that nothing is called by
	FirmKind    map[string]bool     // kinds of companies
	PlaceKind   map[string]bool     // kinds of places
	PostNominal map[string]bool     // letters behind a person's name: QC
	BodyBehind  map[string]bool     // nouns that, behind a name, say what it is: agency
	Plays       map[string]bool     // verbs between two who play each other: beat
	Played      map[string]bool     // verbs before the score of who plays: drew
	Outcome     map[string]bool     // nouns behind a score: "a 2-1 win"
	Versus      map[string]bool     // between two who are to play: v
	Dismissed   map[string]bool     // before who took a batsman's wicket: c, b
	Joins       map[string]bool     // verbs before the body that somebody belongs to
	Trades      map[string]bool     // verbs before the number by which a share rose or fell
	MeasureHead map[string]bool     // nouns for a rule or what is done, and their plurals: order, passes
	Qualifies   map[string]bool     // words before any noun, which make no term with it: new, strict
	Stations    map[string]bool     // before the number of a station: radio, channel
	OfBodies    map[string]bool     // behind a comma, of bodies alone: "Helvia, based in …"
	TookOver    map[string]bool     // before "from" and the one before in an office: over
	Pays        map[string]bool     // verbs behind which "the bill" is no law: paid
	Seats       map[string]bool     // seats in parliaments, as they stand behind a party's name: MP
	Totals      map[string]bool     // between a side's runs and who made them: declared
	Sites       map[string]bool     // nouns behind the name of where they are: works, plant
	BodyLead    map[string]bool     // nouns before a body's name that are no part of it: "insurer Helvia"
	And         string              // what "&" stands for
	Beside      Beside              // what may touch a name in a script without spaces

	adjectivesOf   map[string][]string // country → its adjectives
	isDemonym      map[string]bool     // the adjectives, folded
	countriesOf    map[string][]string // adjective, folded → the countries of which it is, folded
	demonymEndings map[string][]string // ending of other countries → of their adjectives
}

// Beside is what may stand right before and behind a name in a script without spaces.
type Beside struct {
	Before, Behind             []string // words that are no part of a name
	LongerBefore, LongerBehind string   // characters that make a longer name of one: 大, 市
	short                      int      // names of more characters are told whatever else stands there
}

// Strict tells whether a name of so many characters may touch no others than those of the
// words Before and Behind.
func (b *Beside) Strict(characters int) bool { return b.short == 0 || characters <= b.short }

func (p *Pack) names(f part) {
	short, _ := strconv.Atoi(f.get("beside", "short"))
	p.Beside = Beside{strings.Fields(f.get("beside", "before")), strings.Fields(f.get("beside", "behind")),
		f.get("beside", "longer-before"), f.get("beside", "longer-behind"), short}
	p.FirmForms, p.Called = f.inverted("firm-forms"), f.listed("called")
	p.Short, p.Regions = f.listed("short"), f.listed("region")
	p.demonymEndings = f.listed("demonym-ending")
	p.adjectivesOf, p.isDemonym, p.countriesOf = map[string][]string{}, map[string]bool{}, map[string][]string{}
	f.each("demonym", func(country, words string) {
		if strings.Contains(country, " ") { // of two words each
			p.adjectivesOf[country] = []string{words}
		} else {
			p.adjectivesOf[country] = strings.Fields(words)
		}
		for _, d := range p.adjectivesOf[country] {
			folded := strings.ToLower(d)
			p.isDemonym[folded] = true
			p.countriesOf[folded] = append(p.countriesOf[folded], strings.ToLower(country))
		}
	})
	p.Turned, p.VagueKind = set(f.get("lists", "turned")), set(f.get("lists", "vague-kind"))
	p.PostNominal, p.BodyBehind, p.Plays = set(f.get("lists", "post-nominal")), set(f.get("lists", "body-behind")), set(f.get("lists", "plays"))
	p.Played, p.Outcome, p.Versus = set(f.get("lists", "played")), set(f.get("lists", "outcome")), set(f.get("lists", "versus"))
	p.Dismissed, p.Joins, p.BodyLead = set(f.get("lists", "dismissed")), set(f.get("lists", "joins")), set(f.get("lists", "body-lead"))
	p.MeasureHead, p.Qualifies = plurals(f.get("lists", "measure-head")), set(f.get("lists", "said-of-all"))
	p.Stations = set(f.get("lists", "stations"))
	p.OfBodies = set(f.get("lists", "of-bodies"))
	p.TookOver = set(f.get("lists", "took-over"))
	p.Pays = set(f.get("lists", "pays"))
	p.Seats = set(f.get("lists", "seats"))
	p.Totals, p.Sites = set(f.get("lists", "totals")), set(f.get("lists", "sites"))
	p.Trades = set(f.get("lists", "trades"))
	p.PlaceKind = set(f.get("lists", "place-kind"))
	p.FirmKind = set(f.get("lists", "firm-kind"))
	p.And = f.get("lists", "and")
	p.Leading, p.Leader = map[string]bool{}, f.get("lists", "leader-word")
	for title := range strings.SplitSeq(f.get("lists", "leader"), ", ") {
		p.Leading[title] = true
	}
}

// plurals are nouns and their plurals.
func plurals(nouns string) map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq(nouns) {
		all[w], all[w+"s"], all[w+"es"] = true, true, true
		if stem, ok := strings.CutSuffix(w, "y"); ok {
			all[stem+"ies"] = true
		}
	}
	return all
}

// Demonyms are the adjectives that a place's name may have.
func (p *Pack) Demonyms(place string) (out []string) {
	if known, ok := p.adjectivesOf[place]; ok {
		return known
	}
	if place == "" || p.demonymEndings == nil || strings.Contains(place, " ") {
		return nil
	}
	last := place[len(place)-1:]
	stem := place[:len(place)-1]
	endings, ok := p.demonymEndings[last]
	if !ok {
		stem, endings = place, p.demonymEndings["else"]
	}
	for _, end := range endings {
		out = append(out, stem+end)
	}
	return out
}

// CountriesOf are the countries, folded, of which a folded word is listed as the adjective.
func (p *Pack) CountriesOf(adjective string) []string { return p.countriesOf[adjective] }

// Nationality tells whether a folded word is listed as the adjective of a country.
func (p *Pack) Nationality(word string) bool { return p.isDemonym[word] }

// listed is a section's keys, each with its words.
func (p part) listed(section string) map[string][]string {
	m := map[string][]string{}
	p.each(section, func(key, words string) { m[key] = strings.Fields(words) })
	return m
}
