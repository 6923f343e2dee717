package edit

import (
	"slices"
	"strconv"

	"glossator/internal/source"
)

// Reading puts a row into NAME.readings.yaml, in the order of the text: in the place of
// the row that decides the same of the same words, if there is one.
type Reading struct {
	P     int
	Words string
	N     int     // which of those in the block; 0 where they stand there once
	Says  []Field // speaker, speaker_name, link, date, value with unit, or keep
}

// NoReading takes such a row away; of Says the name counts.
type NoReading Reading

// decides are what a row may say, as the kinds that exclude each other.
var decides = [][]string{{"speaker", "speaker_name"}, {"link"}, {"date"}, {"value"}, {"keep"}}

// same is the index of the row that decides the same, and that before which a new one
// stands: -1 where there is none.
func (a Reading) same(rows []Value) (same, before int) {
	same, before = -1, -1
	for i := range rows {
		r := &rows[i]
		p, _ := strconv.Atoi(r.word("p"))
		if p > a.P && before < 0 {
			before = i
		}
		if n, _ := strconv.Atoi(r.word("n")); p != a.P || n != a.N || r.word("words") != a.Words {
			continue
		}
		for _, kind := range decides {
			if slices.ContainsFunc(kind, func(name string) bool { return r.field(name) != nil }) && len(a.Says) > 0 && slices.Contains(kind, a.Says[0].Name) {
				same = i
			}
		}
	}
	return same, before
}

// word is the text of a field, "" where it has none.
func (v *Value) word(name string) string {
	if f := v.field(name); f != nil {
		return f.text
	}
	return ""
}

// row is the row as it is written.
func (a Reading) row() Value {
	fields := []Field{{"p", Bare(strconv.Itoa(a.P))}, {"words", Text(a.Words)}}
	if a.N > 0 {
		fields = append(fields, Field{"n", Bare(strconv.Itoa(a.N))})
	}
	return Fields(append(fields, a.Says...)...)
}

func (a Reading) on(f *file) *source.Problem {
	y, problem := f.read()
	if problem != nil {
		return problem
	}
	same, before := a.same(y.root.value().items)
	if same >= 0 {
		return Set{Path: Path{same}, Value: a.row()}.on(f)
	}
	return Insert{Index: before, Value: a.row()}.on(f)
}

func (a NoReading) on(f *file) *source.Problem {
	y, problem := f.read()
	if problem != nil {
		return problem
	}
	same, _ := Reading(a).same(y.root.value().items)
	if same < 0 {
		return f.refuse(y.span.Start, "there is no such row", "")
	}
	return Remove{Path{same}}.on(f)
}

// Ignore decides that a name is no suggestion; Same that words are another name of an
// entry. Each is a line of decisions.yaml, once.
type (
	Ignore struct{ Words string }
	Same   struct{ Words, Entry string }
)

// order of the fields of decisions.yaml.
var decisions = []string{"ignore", "same", "unrelated"}

func (a Ignore) on(f *file) *source.Problem { return f.once("ignore", Text(a.Words)) }

func (a Same) on(f *file) *source.Problem {
	return f.once("same", Fields(Field{"words", Text(a.Words)}, Field{"entry", Text(a.Entry)}))
}

// once puts an item at the end of a list where it is not in it.
func (f *file) once(list string, v Value) *source.Problem {
	y, problem := f.read()
	if problem != nil {
		return problem
	}
	whole := y.root.value()
	if l := whole.field(list); l != nil && slices.ContainsFunc(l.items, v.equal) {
		return nil
	}
	return Insert{Path: Path{list}, Index: -1, Value: v, Lines: true, Order: decisions}.on(f)
}

// AddWord puts a word into a list of words of a file's fields, an alias say, where it is
// not in it.
type AddWord struct {
	List, Word string
	Order      []string // as in Set
}

func (a AddWord) on(f *file) *source.Problem {
	y, problem := f.read()
	if problem != nil {
		return problem
	}
	whole := y.root.value()
	if l := whole.field(a.List); l != nil && slices.ContainsFunc(l.items, Text(a.Word).equal) {
		return nil
	}
	return Insert{Path: Path{a.List}, Index: -1, Value: Text(a.Word), Order: a.Order}.on(f)
}
