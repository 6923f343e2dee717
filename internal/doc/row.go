package doc

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"glossator/internal/meta"
	"glossator/internal/source"
)

// Row is one row of NAME.readings.yaml, which holds what an editor decided about what is
// found in one text:
//
//   - {p: 7, words: It cannot work, speaker: rosa-pardo}     # an entry, or nobody
//   - {p: 7, words: It is late, speaker_name: A sailor}      # somebody without an entry
//   - {p: 7, words: the bill, n: 2, link: harbor-bill}       # an entry, or none
//   - {p: 9, words: the attacks, date: 2001-09-11}           # a day, month, year, or none
//   - {p: 9, words: two and a half million, value: 2500000, unit: people} # a number, or none
//   - {p: 12, words: Read our other stories, keep: out}      # or in
//
// p is the number of the block in the source, what is left out of the article counted in;
// 0 is a title that stands in the fields. words are the words meant, or of a quotation and
// of a block the first of them.
type Row struct {
	At          meta.At   `meta:"-" hash:"ignore"`
	P           meta.Word `meta:"p,required"`
	Words       meta.Word `meta:"words,required"`
	N           int       `meta:"n"`
	Speaker     meta.Ref  `meta:"speaker"`
	SpeakerName string    `meta:"speaker_name"`
	Link        meta.Ref  `meta:"link"`
	Date        meta.Word `meta:"date"`
	Value       meta.Word `meta:"value"`
	Unit        string    `meta:"unit"`
	Keep        meta.Word `meta:"keep"`
}

// ReadingsExt is what the name of a text's readings ends in, behind the text's own name.
const ReadingsExt = ".readings.yaml"

// What a row says of words that are nothing: no entry is called so.
const (
	None   = "none"   // of a link, a date, a figure
	Nobody = "nobody" // of a quotation
)

const (
	mostWords = 12   // of a row: it may stand beside somebody else's text
	mostRows  = 1000 // of one text
	enough    = 3    // words, where they are the first of more
)

// row is a row that says one thing, and what became of it.
type row struct {
	Row
	p    int
	keep *bool // a block is part of the article, or not
	is   Reading
	done bool
}

// rows reads the rows of a text.
func (d *Document) rows(f *source.File) (all []*row, problems []source.Problem) {
	if f == nil {
		return nil, nil
	}
	defer source.Reading(f.Path)
	d.Decided = f
	var read []Row
	problems = meta.Decode(f, source.Span{End: len(f.Data)}, &read)
	if len(read) > mostRows {
		problems = append(problems, f.Problem(int(read[mostRows].At), "too-much", fmt.Sprintf("more than %d readings of one text", mostRows), "take some out"))
		read = read[:mostRows]
	}
	for _, x := range read {
		r := &row{Row: x}
		r.is.At, r.is.Row = int(x.At), true
		if msg, hint := r.settle(); msg != "" {
			problems = append(problems, f.Problem(int(x.At), "reading", msg, hint))
			continue
		}
		all = append(all, r)
	}
	return all, problems
}

// settle sees what the row says, or what is wrong with it.
func (r *row) settle() (msg, hint string) {
	p, err := strconv.Atoi(r.P.Text)
	words := strings.Fields(r.Words.Text)
	switch {
	case err != nil || p < 0:
		return fmt.Sprintf("p %q is no number", r.P.Text), "check --explain FILE:LINE tells it"
	case len(words) > mostWords:
		return fmt.Sprintf("%d words", len(words)), fmt.Sprintf("at most %d words: the first of them are enough", mostWords)
	case r.N < 0:
		return fmt.Sprintf("n %d", r.N), "count from 1: which of those that stand in the block"
	}
	r.p = p
	var said []string
	say := func(is bool, name string) {
		if is {
			said = append(said, name)
		}
	}
	say(r.Speaker.ID != "", "speaker")
	say(r.SpeakerName != "", "speaker_name")
	say(r.Link.ID != "", "link")
	say(r.Date.Text != "", "date")
	say(r.Value.Text != "", "value")
	say(r.Keep.Text != "", "keep")
	switch {
	case len(said) == 0:
		return "a row that decides nothing", "add speaker, speaker_name, link, date, value or keep"
	case len(said) > 1:
		return fmt.Sprintf("a row that decides two things, %s and %s", said[0], said[1]), "make two rows of it"
	case r.Unit != "" && (said[0] != "value" || r.Value.Text == None):
		return "a unit without a value", "write value: 12, unit: people"
	}
	return r.decide(said[0])
}

// decide reads what a row decides.
func (r *row) decide(what string) (msg, hint string) {
	switch what {
	case "speaker":
		r.is.Kind, r.is.Entry, r.is.At = Speaks, without(r.Speaker.ID, Nobody), r.Speaker.Offset
	case "speaker_name":
		r.is.Kind, r.is.Name = Speaks, r.SpeakerName
	case "link":
		r.is.Kind, r.is.Entry = Links, without(r.Link.ID, None)
	case "date":
		r.is.Kind, r.is.None = Dates, r.Date.Text == None
		day, ok := meta.ParseFound(r.Date.Text)
		if !ok && !r.is.None {
			return fmt.Sprintf("date %q is not a day", r.Date.Text), "write it as 2022-12-19, 2022-12, 2022 or, of a quarter or half, 2022-Q4 or 2022-H2, or none"
		}
		r.is.Day = day
	case "value":
		r.is.Kind, r.is.None = Counts, r.Value.Text == None
		x, err := strconv.ParseFloat(strings.ReplaceAll(r.Value.Text, "_", ""), 64)
		if (err != nil || math.IsNaN(x) || math.IsInf(x, 0)) && !r.is.None {
			return fmt.Sprintf("value %q is not a number", r.Value.Text), "write it in digits, as 2500000 or 2.5, or none"
		}
		r.is.Value, r.is.Unit = x, r.Unit
	case "keep":
		in := r.Keep.Text == "in"
		if !in && r.Keep.Text != "out" {
			return fmt.Sprintf("keep %q", r.Keep.Text), "write in or out"
		}
		r.keep = &in
	}
	return "", ""
}

func without(id, nothing string) string {
	if id == nothing {
		return ""
	}
	return id
}
