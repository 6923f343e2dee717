package language

import (
	"maps"
	"strings"
	"sync"
)

// DayWords are how days are written, as any/days.yaml tells: of all languages, because
// what a page is in is not known before it is read, and is often not what it says.
type DayWords struct {
	months  map[string]map[string]int // language → name → 1 to 12
	agreed  map[string]int            // name → the month that it is in every language that has it
	between map[string]bool
	beside  map[string]bool   // words that say nothing besides a day: of labels, the clock and the week
	labels  map[string]string // what a line of a day begins or ends with → what the day is
	longest int               // words of a label
}

// What a day in a line is, by what stands beside it.
const (
	DayPublished = "published"
	DayChanged   = "changed"
	DayOther     = "other"
)

// DayWordsOf reads it once.
var DayWordsOf = sync.OnceValue(func() *DayWords {
	c := &DayWords{months: map[string]map[string]int{}, agreed: map[string]int{}, labels: map[string]string{}, beside: map[string]bool{}}
	f := readFile("any/days.yaml")
	f.each("lines", func(kind, text string) {
		for _, label := range items(text) {
			c.labels[label] = kind
			if kind != DayOther {
				maps.Copy(c.beside, set(label))
			}
			c.longest = max(c.longest, strings.Count(label, " ")+1)
		}
	})
	f.each("beside", func(_, text string) { maps.Copy(c.beside, set(text)) })
	f.each("between", func(_, text string) { c.between = set(text) })
	f.each("months", func(tag, text string) {
		c.months[tag] = map[string]int{}
		for i, names := range strings.Split(text, ";") {
			for name := range strings.FieldsSeq(names) {
				c.months[tag][name] = i + 1
				if other, known := c.agreed[name]; known && other != i+1 {
					c.agreed[name] = 0
				} else {
					c.agreed[name] = i + 1
				}
			}
		}
	})
	return c
})

// Month is the number of a month by its name, 0 where it is none: its name in the
// language of a tag or, where that has none, in all languages that have such a name, if
// they mean one month by it.
func (c *DayWords) Month(tag, name string) int {
	name = strings.ToLower(name)
	if m := c.months[tag][name]; m > 0 {
		return m
	}
	return c.agreed[name]
}

// Between tells whether a word may stand between the parts of a day.
func (c *DayWords) Between(word string) bool { return c.between[strings.ToLower(word)] }

// Besides tells whether a word, in small letters, says nothing where it stands beside a
// day: it is part of a label, of a time or of the week.
func (c *DayWords) Besides(word string) bool { return c.beside[word] }

// Label is what the words right before a day, in small letters, say that it is; "" for
// nothing that is known. It is the longest label that they end with.
func (c *DayWords) Label(before []string) string {
	for n := min(c.longest, len(before)); n > 0; n-- {
		if kind := c.labels[strings.Join(before[len(before)-n:], " ")]; kind != "" {
			return kind
		}
	}
	return ""
}

// Behind is Label for the words behind a day up to the end of its line: "am 3.5.2013 um
// 13 Uhr veröffentlicht".
func (c *DayWords) Behind(after []string) string {
	for i, word := range after {
		if i == len(after)-1 {
			return c.labels[word]
		}
		if !c.beside[word] {
			break
		}
	}
	return ""
}
