package catalogue

import (
	"fmt"
	"regexp"
	"strings"

	"glossator/internal/meta"
)

// Authority is a register in which things have addresses: whatever has one is the same thing
// for everybody.
type Authority struct {
	Name string
	base string         // an address is this and an identifier
	id   *regexp.Regexp // what an identifier looks like
}

// Authorities are the registers whose addresses same_as may hold. Each address is written in
// one way, the one that the register itself uses for the thing, so that equal ones are equal.
var Authorities = []Authority{
	{"Wikidata", "http://www.wikidata.org/entity/", regexp.MustCompile(`^Q[1-9][0-9]*$`)},
	{"VIAF", "http://viaf.org/viaf/", regexp.MustCompile(`^[1-9][0-9]*$`)},
	{"Library of Congress", "http://id.loc.gov/authorities/names/", regexp.MustCompile(`^n[a-z]?[0-9]+$`)},
	{"Library of Congress", "http://id.loc.gov/authorities/subjects/", regexp.MustCompile(`^sh[0-9]+$`)},
	{"GND", "https://d-nb.info/gnd/", regexp.MustCompile(`^[0-9X-]+$`)},
	{"ISNI", "https://isni.org/isni/", regexp.MustCompile(`^[0-9]{15}[0-9X]$`)},
	{"GeoNames", "https://sws.geonames.org/", regexp.MustCompile(`^[0-9]+/$`)},
}

// authorityHint says what same_as may hold.
const authorityHint = "write it as http://www.wikidata.org/entity/Q42, http://viaf.org/viaf/113230702 or http://id.loc.gov/authorities/names/n80076765"

// Registered takes an address of a register apart; ok is false for one that is none, or is written
// in another way.
func Registered(address string) (authority, id string, ok bool) {
	for _, a := range Authorities {
		if id, found := strings.CutPrefix(address, a.base); found && a.id.MatchString(id) {
			return a.Name, strings.TrimSuffix(id, "/"), true
		}
	}
	return "", "", false
}

// SameAddress is the address of a register as same_as has it, of any way in which it is
// written in tables: "" of what is none.
//
//	https://www.wikidata.org/wiki/Q42, wd:Q42, Q42    http://www.wikidata.org/entity/Q42
//	https://viaf.org/viaf/113230702/                  http://viaf.org/viaf/113230702
func SameAddress(written string) string {
	s := strings.TrimSpace(written)
	if id := strings.TrimPrefix(s, "wd:"); Authorities[0].id.MatchString(id) {
		return Authorities[0].base + id
	}
	s = strings.NewReplacer("://www.wikidata.org/wiki/", "://www.wikidata.org/entity/", "://wikidata.org/wiki/", "://www.wikidata.org/entity/",
		"://www.viaf.org/", "://viaf.org/", "://www.isni.org/", "://isni.org/", "://www.geonames.org/", "://sws.geonames.org/").Replace(s)
	_, rest, _ := strings.Cut(s, "://")
	rest = strings.TrimSuffix(strings.TrimSuffix(rest, "/"), ".html")
	for _, a := range Authorities {
		_, base, _ := strings.Cut(a.base, "://")
		for _, id := range []string{rest, rest + "/"} {
			if id, found := strings.CutPrefix(id, base); found && a.id.MatchString(id) {
				return a.base + id
			}
		}
	}
	return ""
}

// checkSame tells what is wrong with the addresses of registers, and takes it away.
func (e *Entry) checkSame(bad func(at int, rule, msg, hint string)) {
	var kept []meta.Word
	seen := map[string]bool{}
	for _, w := range e.SameAs {
		_, _, ok := Registered(w.Text)
		switch {
		case !ok && SameAddress(w.Text) != "":
			bad(w.Offset, "bad-address", fmt.Sprintf("%q of \"same_as\" is not how the register writes it", w.Text), "write "+SameAddress(w.Text))
		case !ok:
			bad(w.Offset, "bad-address", fmt.Sprintf("%q of \"same_as\" is the address of nothing in a register", w.Text), authorityHint)
		case seen[w.Text]:
			bad(w.Offset, "duplicate", fmt.Sprintf("%q of \"same_as\" stands twice", w.Text), "take one away")
		default:
			kept = append(kept, w)
		}
		seen[w.Text] = true
	}
	e.SameAs = kept
}
