package page

import (
	"slices"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
)

// years are the years of something as a reader writes them: no more is said than is known,
// and nothing of what is open past the day up to which it is known.
type years struct {
	from, to, asOf string
	open           bool
}

func (y *years) add(from, to, asOf meta.Day) {
	if f := from.Year(); y.from == "" || f < y.from {
		y.from = f
	}
	switch {
	case to != "":
		y.to = max(y.to, to.Year())
	case asOf != "":
		y.open, y.asOf = true, max(y.asOf, asOf.Year())
	default:
		y.open = true
	}
}

// span is the years an entry's periods cover.
func (p *planner) span(e *catalogue.Entry) string {
	var y years
	force, older := slices.ContainsFunc(e.Periods, catalogue.Period.InForce), false
	for _, q := range e.Periods {
		if q.Ended() || force && !q.InForce() { // a proposal counts only where nothing came of it
			continue
		}
		y.add(q.From, q.To, q.AsOf)
		older = older || q.Older
	}
	return p.inYears(y, older)
}

// held is the years of a role.
func (p *planner) held(r catalogue.Role) string {
	var y years
	y.add(r.From, r.To, r.AsOf)
	return p.inYears(y, r.From == "")
}

// inYears writes years out. Of what is older than what is known of it the first year is
// left out.
func (p *planner) inYears(y years, older bool) string {
	last := y.to
	if y.open {
		last = max(y.asOf, y.to)
	}
	switch {
	case y.from == "" && y.to == "" && !y.open:
		return ""
	case y.open && (y.asOf == "" || p.current(y.asOf)):
		return p.since(y.from, older)
	case y.open && (older || y.from == last):
		return p.inYear(p.t("as of 2006"), last)
	case y.open:
		return p.fromTo(p.t("2005 to at least 2006"), y.from, last)
	case older:
		return p.inYear(p.t("until 2006"), last)
	case y.from == last:
		return p.inYear(p.t("2006"), last)
	}
	return p.fromTo(p.t("2005–2006"), y.from, last)
}

// since is what is open up to now.
func (p *planner) since(from string, older bool) string {
	if older || from == "" {
		return ""
	}
	return p.inYear(p.t("since 2006"), from)
}

// inYear writes a label with its example year for another.
func (w words) inYear(label, year string) string { return strings.Replace(label, "2006", year, 1) }

// fromTo writes a label with two example years for two others.
func (w words) fromTo(label, from, to string) string {
	return strings.NewReplacer("2005", from, "2006", to).Replace(label)
}

// current tells whether what is known as of a year is known of the site's own day.
func (p *planner) current(asOf string) bool {
	return asOf >= p.Config.Checked.Year() && p.Config.Checked != ""
}
