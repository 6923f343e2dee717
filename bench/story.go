package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// sentence is a sentence with its mentions.
type sentence struct {
	text     string
	mentions []Mention
}

// draft is an article before it is written down.
type draft struct {
	lead, plan int // entries in the title
	topic      [3][]int
	day        string
	paragraphs [][]sentence
	heading    string
	quote      string
}

// longest is how many bytes of a title may be part of a file's name.
const longest = 100

// retold is how often an article retells an earlier one: each fiftieth does.
const (
	retold   = 50
	backward = 7 // it is the one so many before it
)

// Article writes the article of a number, 0 to N-1.
func (c *Corpus) Article(i int) Article {
	g := c.writer(uint64(i) + 1)
	var d draft
	if i%retold == retold-1 {
		d = g.retell(c.writer(uint64(i-backward) + 1).draft(i - backward))
	} else {
		d = g.draft(i)
	}
	return g.article(i, d)
}

func (g writer) draft(i int) draft {
	d := draft{topic: [3][]int{g.topic(0, 7), g.topic(1, 4), g.topic(2, 4)}}
	d.lead, d.plan = d.topic[0][0], d.topic[1][0]
	d.day = fmt.Sprintf("%d-%02d-%02d", 2014+i%10, 1+g.IntN(12), 1+g.IntN(28))
	d.heading = g.pick("heading")
	d.quote = g.fill(g.words["none"][4], &d).text

	count, words := 12+g.IntN(7), 0
	var all []sentence
	for target := 600 + 40*g.NormFloat64(); float64(words) < target; {
		s := g.fill(g.template(), &d)
		words += strings.Count(s.text, " ") + 1
		all = append(all, s)
	}
	for range g.Extra {
		extra := d
		if g.Heavy {
			extra.topic[0] = []int{0}
		}
		all = slices.Insert(all, g.IntN(len(all)+1), g.fill(g.words["one"][0], &extra))
	}
	count = min(count, len(all))
	cuts := g.Perm(len(all) - 1)[:count-1]
	slices.Sort(cuts)
	from := 0
	for _, cut := range cuts {
		d.paragraphs = append(d.paragraphs, all[from:cut+1])
		from = cut + 1
	}
	d.paragraphs = append(d.paragraphs, all[from:])
	return d
}

// template chooses a sentence: with one mention, with two, or with none.
func (g writer) template() string {
	switch r := g.Float64(); {
	case r < .54:
		return g.pick("one")
	case r < .64:
		return g.pick("two")
	}
	return g.pick("none")
}

// retell changes one sentence in seven and leaves one in twelve out.
func (g writer) retell(d draft) draft {
	for p, all := range d.paragraphs {
		var kept []sentence
		for k, s := range all {
			switch r := g.IntN(84); {
			case r < 12:
				s = g.fill(g.template(), &d)
			case r < 19 && k > 0:
				continue
			}
			kept = append(kept, s)
		}
		d.paragraphs[p] = kept
	}
	return d
}

// fill fills the slots of a sentence.
func (g writer) fill(template string, d *draft) sentence {
	var b strings.Builder
	var s sentence
	for rest := template; ; {
		at := strings.IndexByte(rest, '{')
		if at < 0 {
			b.WriteString(rest)
			break
		}
		b.WriteString(rest[:at])
		end := strings.IndexByte(rest, '}')
		switch slot := rest[at+1 : end]; slot {
		case "W", "P", "M":
			topic := d.topic[strings.Index("WPM", slot)]
			m := g.mention(topic[g.IntN(len(topic))])
			s.mentions = append(s.mentions, m)
			b.WriteString(m.Name)
		case "num":
			fmt.Fprint(&b, 3+g.IntN(988))
		case "tail": // a few are named often, most once
			k := math.Pow(1-g.Float64(), -1/.55)
			b.WriteString(g.unlisted[min(int(k), len(g.unlisted))-1])
		default:
			b.WriteString(g.pick(slot))
		}
		rest = rest[end+1:]
	}
	s.text = title(b.String())
	return s
}

// mention chooses one of an entry's names.
func (g writer) mention(entry int) Mention {
	e := &g.Entries[entry]
	if k := g.IntN(1 + len(e.Aliases)); k > 0 {
		return Mention{e.Aliases[k-1], entry}
	}
	return Mention{e.Name, entry}
}

// article writes a draft down.
func (g writer) article(i int, d draft) Article {
	lead, plan := Mention{g.Entries[d.lead].Name, d.lead}, Mention{g.Entries[d.plan].Name, d.plan}
	a := Article{Day: d.day, Publisher: g.pick("publisher"), Headline: []Mention{lead, plan}}
	a.Title = fmt.Sprintf("%s %s %s %s over %s", lead.Name, g.pick("weighs"), g.pick("adj"), g.pick("n"), plan.Name)
	a.Name = slug(a.Title)
	a.Name = fmt.Sprintf("%s-%05d", strings.Trim(a.Name[:min(len(a.Name), longest)], "-"), i)

	var blocks []string
	for _, p := range d.paragraphs {
		var texts []string
		for _, s := range p {
			texts = append(texts, s.text)
			a.Mentions = append(a.Mentions, s.mentions...)
		}
		blocks = append(blocks, strings.Join(texts, " "))
	}
	blocks[len(blocks)-1] += fmt.Sprintf(" [Read the full text](https://example.com/doc/%d) or *see the annex*.", i)
	blocks = slices.Insert(blocks, len(blocks)/2, "## "+d.heading)
	blocks = slices.Insert(blocks, min(3, len(blocks)), "> "+d.quote)
	a.Body = strings.Join(blocks, "\n\n") + "\n"
	return a
}

// entryBody writes 150 words or more about an entry.
func (g writer) entryBody() string {
	var paragraphs []string
	for words := 0; words < 150; {
		var texts []string
		for range 3 {
			texts = append(texts, g.fill(g.pick("none"), nil).text)
		}
		p := strings.Join(texts, " ")
		words += strings.Count(p, " ") + 1
		paragraphs = append(paragraphs, p)
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}
