package page

import (
	_ "embed" // the pages' own words
	"strconv"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/meta"
)

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// Words are the pages' own words, which the labels of a site translate.
func Words() []string { return strings.Split(strings.TrimSuffix(ownWords, "\n"), "\n") }

//go:embed words.txt
var ownWords string

// words writes the pages' own words and days in the site's language.
type words struct{ labels map[string]string }

// t is a word in the site's language.
func (w words) t(s string) string {
	if l, ok := w.labels[s]; ok {
		return l
	}
	return s
}

// day is a day as a machine and as a reader write it; nil for none.
func (w words) day(d meta.Day) *Day {
	if d == "" {
		return nil
	}
	return &Day{machineDay(d), w.long(d)}
}

// machineDay is a day as the datetime of a <time> has it. HTML knows no quarters and halves
// of a year: of these it is the year.
func machineDay(d meta.Day) string {
	if _, months := d.Part(); months > 0 {
		return d.Year()
	}
	return string(d)
}

// long writes a day out as far as it is known: December 19, 2022; December 2022;
// 2022. The labels "January 2, 2006", "January 2006" and "2006" say how another language
// orders its days.
func (w words) long(d meta.Day) string {
	if _, months := d.Part(); months > 0 {
		return strings.Replace(w.part(d), "2006", d.Year(), 1)
	}
	switch len(d) {
	case len("2006-01-02"):
		return w.dated(w.t("January 2, 2006"), d)
	case len("2006-01"):
		return w.dated(w.t("January 2006"), d)
	}
	return w.dated(w.t("2006"), d)
}

// sinceDay writes a day from which on something holds.
func (w words) sinceDay(d meta.Day) string {
	if _, months := d.Part(); months > 0 {
		return strings.Replace(w.t("since 2006"), "2006", w.long(d), 1)
	}
	switch len(d) {
	case len("2006-01-02"):
		return w.dated(w.t("since January 2, 2006"), d)
	case len("2006-01"):
		return w.dated(w.t("since January 2006"), d)
	}
	return w.dated(w.t("since 2006"), d)
}

// dated writes a label with Go's example day for another day.
func (w words) dated(label string, d meta.Day) string {
	year, rest, _ := strings.Cut(string(d), "-")
	month, day, full := strings.Cut(rest, "-")
	var b strings.Builder
	b.Grow(len("September 19, 2022"))
	for label != "" {
		switch {
		case month != "" && strings.HasPrefix(label, "January"):
			m, _ := strconv.Atoi(month)
			b.WriteString(w.t(months[m-1]))
			label = label[len("January"):]
		case strings.HasPrefix(label, "2006"):
			b.WriteString(year)
			label = label[len("2006"):]
		case label[0] == '2' && full:
			b.WriteString(w.ofMonth(strings.TrimPrefix(day, "0")))
			label = label[1:]
		default:
			b.WriteByte(label[0])
			label = label[1:]
		}
	}
	return b.String()
}

// ofMonth is a day's number; the first has a form of its own in some languages: 1er mars.
func (w words) ofMonth(day string) string {
	if day == "1" {
		return w.t("1")
	}
	return day
}

// part is a label for a quarter or half of a year, with Go's example year.
func (w words) part(d meta.Day) string {
	switch d[len("2006-"):] {
	case "Q1":
		return w.t("first quarter of 2006")
	case "Q2":
		return w.t("second quarter of 2006")
	case "Q3":
		return w.t("third quarter of 2006")
	case "Q4":
		return w.t("fourth quarter of 2006")
	case "H1":
		return w.t("first half of 2006")
	}
	return w.t("second half of 2006")
}

// number writes a number with a mark between thousands, as the label "1,234.5" has it.
func (w words) number(v float64) string {
	_, example, _ := strings.Cut(w.t("1,234.5"), "1")
	thousands, example, _ := strings.Cut(example, "234")
	point := strings.TrimSuffix(example, "5")
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, rest, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + thousands + whole[i:]
	}
	if rest != "" {
		rest = point + rest
	}
	return sign + whole + rest
}

// cite makes a citation for a page.
func (w words) cite(c catalogue.Citation, number int) Citation {
	words := c.Title
	switch {
	case words == "":
		words = c.Identifier
	case c.Identifier != "":
		words += w.t(", ") + c.Identifier
	}
	date := w.t(c.Date.Text)
	if d, ok := meta.ParseDay(c.Date.Text); ok {
		date = w.long(d)
	}
	return Citation{ID: c.ID, Number: number, Words: words, Publisher: c.Publisher, Date: date, URL: c.URL.Text, Note: c.Note}
}
