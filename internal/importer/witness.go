package importer

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"glossator/internal/meta"
)

// witness is something on a page that tells on which day its article came out. Pages
// hold several, and they disagree: a day of change under the name of a day of
// publication, an instant in UTC, the day on which a program made the page. So each has
// a worth, and the day is the one for which most speaks.
type witness struct {
	day, or meta.Day // or: the day that a clock showed where the article came out, of an instant in UTC
	kind    string   // each kind counts once for a day: programs write one day under many names
	where   string   // for the author
	worth   int
}

// metaDays are the metadata that tell days, in the order in which they are trusted.
var metaDays = []struct {
	worth int
	names []string
}{
	{10, []string{"article:published_time", "og:article:published_time", "og:published_time", "article:published", "article.published", "rnews:datepublished", "datepublished", "schema:datepublished", "article:publish_date", "og:pubdate", "og:publish_date"}},
	{9, []string{"parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_online_date", "citation_date", "bepress_citation_date", "bepress_citation_online_date", "dc.date.issued", "dcterms.issued", "dc:date:issued", "dc.issued", "prism.publicationdate", "prism.publication_date", "eprints.date"}},
	{8, []string{"pubdate", "pub_date", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date", "publicationdate", "published", "published-date", "published_date", "publisheddate", "date_published", "published_at", "publish_time", "publishtime", "originalpublicationdate", "article_date_original", "cxenseparse:recs:publishtime", "displaydate", "analyticsattributes.articledate", "gentime", "release_date", "releasedate", "issue_date", "dateposted", "uploaddate", "publishedat", "content_date", "article-date", "article_date", "og:date", "shareaholic:article_published_time", "sourcedate"}},
	{6, []string{"dcterms.created", "dc.date.created", "dc.created", "datecreated", "date.created", "created", "og:article:created_time", "article:created_time"}},
	{5, []string{"date", "dc.date", "dc:date", "dcterms.date", "dcterms:date", "doc_date", "citation_year_date"}},
}

// metaChanges tell when a page was changed.
var metaChanges = []string{"article:modified_time", "og:article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "datemodified", "dateupdate", "revised", "updated_time"}

// What a day is worth by where else it stands; shown.go has those that are read off the page.
const (
	worthOfData     = 9 // datePublished of JSON-LD
	worthOfCreated  = 6 // dateCreated
	worthOfPage     = 5 // datePublished of the page around the article
	worthOfAddress  = 4
	worthOfTitle    = 3
	worthOfDateline = 3
	leastWorth      = 3 // below it a day is none
	worthOfChange   = 1 // where no other day is told
	strongDoubt     = 9 // from this on, a second day is told
)

// instant is the rest of a machine's time, behind its day: hour, minute, and UTC as its zone.
var instant = regexp.MustCompile(`^[T ]\s*(\d\d):\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]00:?00)\b?`)

// witness is the witness that a machine's time is: 2024-06-03T01:30:00Z is the 2nd or the
// 3rd of June, by where it came out.
func (l tongue) witness(s string) (w witness) {
	all := l.days(s)
	if len(all) == 0 {
		return w
	}
	w.day = all[0].day
	m := instant.FindStringSubmatch(s[all[0].to:])
	if m == nil {
		return w
	}
	switch hour, _ := strconv.Atoi(m[1]); { // clocks are between 12 hours behind and 14 before
	case hour < 12:
		w.or = w.day.Add(-1)
	default:
		w.or = w.day.Add(1)
	}
	return w
}

// unixDay is the witness of seconds (or milliseconds) since 1970.
func unixDay(s string) (w witness) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || len(s) != 10 && len(s) != 13 {
		return w
	}
	if len(s) == 13 {
		n /= 1000
	}
	return tongue("").witness(time.Unix(n, 0).UTC().Format(time.RFC3339))
}

// Days in addresses, in their paths: /2024/06/03/, 2024-06-03-a-title, /20240603/.
var (
	addressDay    = regexp.MustCompile(`[/_.~-]((?:19|20)\d\d)[/_.-](\d{1,2})[/_.-](\d{1,2})(?:[/_.-]|$)`)
	addressPacked = regexp.MustCompile(`[/_.-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[/_.-]|$)`)
	addressTurned = regexp.MustCompile(`[/_.~-](\d\d)[_.-](\d\d)[_.-](20\d\d)(?:[/_.-]|$)`)
)

// addressWitness is the day in an address.
func addressWitness(address string) (w witness) {
	day := func(y, m, d string) meta.Day {
		year, _ := strconv.Atoi(y)
		month, _ := strconv.Atoi(m)
		n, _ := strconv.Atoi(d)
		if month == 0 || n == 0 {
			return ""
		}
		return meta.DayOf(year, month, n)
	}
	w = witness{kind: "address", where: "its address", worth: worthOfAddress}
	for _, re := range []*regexp.Regexp{addressDay, addressPacked} {
		if m := re.FindStringSubmatch(address); m != nil && w.day == "" {
			w.day = day(m[1], m[2], m[3])
		}
	}
	if m := addressTurned.FindStringSubmatch(address); m != nil && w.day == "" {
		w.day = day(m[3], m[2], m[1])
	}
	return w
}

// witnesses are those of a page's head: metadata, data, address and title.
func (a *about) witnesses(d linkedData) (all []witness) {
	l := a.tongue(d)
	add := func(s, kind, where string, worth int) {
		w := l.witness(s)
		w.kind, w.where, w.worth = kind, where, worth
		all = append(all, w)
	}
	for i, row := range metaDays {
		for _, name := range row.names {
			add(a.get(name), "meta"+strconv.Itoa(i), "meta "+name, row.worth)
		}
	}
	for _, name := range metaChanges {
		add(a.get(name), "change", "meta "+name, worthOfChange)
	}
	add(d.day, "data", "its data: datePublished", worthOfData)
	add(d.created, "created", "its data: dateCreated", worthOfCreated)
	add(d.pageDay, "page data", "its data: datePublished of the page", worthOfPage)
	add(d.changed, "change", "its data: dateModified", worthOfChange)
	all = append(all, addressWitness(a.address(d)))
	for _, title := range []string{a.title, d.title, a.get("og:title")} {
		if !ranged.MatchString(title) {
			add(title, "title", "its title", worthOfTitle)
		}
	}
	return all
}

// ranged is a stretch of days: "14.–20. Januar".
var ranged = regexp.MustCompile(`\d\.?\s*(?:[-–—/]|bis|to|al?|au)\s*\d{1,2}\.?\s+\p{L}`)

// weighed is a day and what speaks for it.
type weighed struct {
	day    meta.Day
	worth  int
	most   int // worth of its best witness
	wheres []string
}

// weigh is the days that witnesses tell, the one for which most speaks first.
func weigh(all []witness) (days []weighed) {
	all = slices.DeleteFunc(slices.Clone(all), func(w witness) bool { return w.day == "" })
	slices.SortStableFunc(all, func(a, b witness) int { return b.worth - a.worth })
	local, counted := map[meta.Day]int{}, map[string]bool{} // what speaks for a day besides instants in UTC
	for _, w := range all {
		if key := string(w.day) + w.kind; w.or == "" && !counted[key] {
			counted[key] = true
			local[w.day] += w.worth
		}
	}
	at := map[meta.Day]int{}
	clear(counted)
	for _, w := range all {
		if w.or != "" && local[w.or] > local[w.day] && local[w.or] > worthOfChange {
			w.day = w.or
		}
		i, known := at[w.day]
		if !known {
			i = len(days)
			at[w.day], days = i, append(days, weighed{day: w.day, most: w.worth})
		}
		if key := string(w.day) + w.kind; !counted[key] {
			counted[key] = true
			days[i].worth += w.worth
			days[i].wheres = append(days[i].wheres, w.where)
		}
	}
	slices.SortStableFunc(days, func(a, b weighed) int { return cmp.Or(b.worth-a.worth, b.most-a.most) })
	return days
}

// settledDay is what witnesses say together.
type settledDay struct {
	day    meta.Day
	change bool   // it is that of a change: no other is told
	doubt  string // what is to be said of a second day that much speaks for too
}

// settleDay is the day for which most speaks, none where too little does. A page that
// tells of a change alone has the day of that: its words are as old as that.
func settleDay(all []witness) (s settledDay) {
	days := weigh(all)
	if len(days) == 0 {
		return s
	}
	first := days[0]
	switch s.day = first.day; {
	case first.worth >= leastWorth:
	case first.most == worthOfChange:
		s.change = true
	default:
		return settledDay{}
	}
	for _, other := range days[1:] {
		if other.worth >= strongDoubt {
			s.doubt = fmt.Sprintf("the page tells two days: %s (%s) and %s (%s)",
				first.day, strings.Join(first.wheres, ", "), other.day, strings.Join(other.wheres, ", "))
			break
		}
	}
	return s
}
