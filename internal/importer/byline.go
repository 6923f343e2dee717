package importer

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var byWord = regexp.MustCompile(`^(?i:(?:(?:originally )?(?:written|story|words|reported|posted|published|submitted|contributed|developed|created|added|uploaded) )?by|by:|authors?:|(?:(?:geschrieben|verfasst|eingestellt|veröffentlicht|erstellt) )?von|autor(?:in)?:|por|par|di|door)\s+`)

// bylineNames are the names in a line "By …", none where it is no byline.
func bylineNames(s, publisher string) []string {
	s = strings.Join(strings.Fields(s), " ")
	rest := byWord.ReplaceAllString(s, "")
	if rest == s || len(s) > 160 {
		return nil
	}
	if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(r) {
		return nil
	}
	return splitNames(rest, publisher)
}

var (
	between   = regexp.MustCompile(`\s*(?:;|\||•|·|/|\s&\s|\sand\s|\sund\s|\sy\s|\set\s|\se\s|,\sand\s)\s*`)
	notName   = regexp.MustCompile(`(?i)^(?:(?:more|follow|view|see|read|contact|about|guest)\b.*|.*\b(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|bureau|desk|newsroom|press|news|agency|special to|contributors?|chief|for the|updated|published|posted|min read|ago|admin|editorial|media|redaktion|redacci[oó]n|r[eé]daction|reda[cç][aã]o|redazione|redactie|no author|unknown|anonymous|alle artikel|all articles)\b.*|.*\.(?:com|org|net|de|co\.uk|fr|it|es)|[A-Z]{2,3}|PhD|RDN)$`)
	afterName = regexp.MustCompile(`(?i)\s+(?:in [A-Z]|for (?:the )?[A-Z]|\(|<|[–—-] | on \w+ \d|\d).*$`)
	mailOrWeb = regexp.MustCompile(`\S*(?:@|https?://|www\.)\S*`)
)

// splitNames are the names in a list of authors: without offices, addresses, and the
// publisher's own name.
func splitNames(s, publisher string) (names []string) {
	s = mailOrWeb.ReplaceAllString(strings.Join(strings.Fields(s), " "), "")
	s = byWord.ReplaceAllString(strings.TrimSpace(s), "")
	if _, after, ok := strings.Cut(s, " by "); ok {
		s = after // "Technology by Jane Doe"
	}
	for _, part := range between.Split(s, -1) {
		for i, n := range strings.Split(part, ",") {
			n = byWord.ReplaceAllString(strings.TrimSpace(n), "")
			n = cutSite(cutDay(strings.Trim(afterName.ReplaceAllString(strings.TrimSpace(n), ""), " .,;:|-–—()")), publisher)
			if i > 0 && len(names) > 0 && behindName[n] {
				names[len(names)-1] += ", " + n + map[bool]string{true: "."}[len(n) == 2 && n != "II" && n != "MD"]
				continue
			}
			if isName(n, publisher) && !hasName(names, n) {
				names = append(names, lowered(n))
			}
		}
	}
	return names
}

// cutSite takes the publisher's own name off the end of a name.
func cutSite(n, publisher string) string {
	if rest, ok := strings.CutSuffix(n, " "+publisher); ok && publisher != "" && strings.Contains(rest, " ") {
		return strings.TrimRight(rest, " .,|-–—")
	}
	return n
}

// cutDay takes months and weekdays off the end of a name: a byline may go on with the
// day.
func cutDay(n string) string {
	for {
		at := strings.LastIndexByte(n, ' ')
		if at < 0 {
			return n
		}
		last := strings.ToLower(strings.TrimRight(n[at+1:], ".,"))
		if !dayWords[last] {
			return n
		}
		n = strings.TrimRight(n[:at], " ,.")
	}
}

var dayWords = set("january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
	"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun updated published posted on at")

// lowered writes a name set in capitals as a name is written: a byline's capitals are
// a typesetter's.
func lowered(n string) string {
	words := strings.Fields(n)
	if n != strings.ToUpper(n) || len(words) < 2 {
		return n
	}
	for i, w := range words {
		if len([]rune(w)) < 3 || strings.Contains(w, ".") {
			continue // initials, II
		}
		up := true
		words[i] = strings.Map(func(r rune) rune {
			was := up
			up = r == '-' || r == '\'' || r == '’'
			if was {
				return r
			}
			return unicode.ToLower(r)
		}, w)
	}
	return strings.Join(words, " ")
}

// behindName are what stands behind a name and a comma.
var behindName = set("Jr Sr II III MD PhD")

// isName tells whether words can be a person's name in a byline: a few words, the
// first and last with a capital, no office, not the publisher.
func isName(n, publisher string) bool {
	words := strings.Fields(n)
	const most, longest = 6, 60 // words, bytes
	if len(words) == 0 || len(words) > most || len(n) > longest || notName.MatchString(n) {
		return false
	}
	if publisher != "" && squash(n) == squash(publisher) {
		return false
	}
	if strings.ContainsAny(n, "0123456789:?!\"“”") {
		return false
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && (w == words[len(words)-1] || len(words) == 1) {
			return false
		}
	}
	return true
}

func hasName(names []string, n string) bool {
	for _, other := range names {
		if strings.EqualFold(other, n) {
			return true
		}
	}
	return false
}
