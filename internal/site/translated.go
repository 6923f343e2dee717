package site

import "unicode/utf8"

// Original is the text of which an article is a translation, or nil.
func (a *Article) Original() *Article {
	if len(a.Told) == 0 || a.Doc.Meta.TranslationOf.ID == "" {
		return nil
	}
	for _, t := range a.Told {
		if t.Doc.Meta.TranslationOf.ID == "" {
			return t
		}
	}
	return nil
}

// Translated finds the quotations of a translation in its original: of each the index of that
// one there whose words it has in another language, or -1 where that is not certain. It is
// certain block by block: where both texts quote the same speakers in the same order, in
// about as many letters.
func (a *Article) Translated(original *Article) []int {
	mine, theirs := a.quotesByBlock(), original.quotesByBlock()
	all := make([]int, len(a.Ann.Quotes))
	for i := range all {
		all[i] = -1
	}
	if len(a.Doc.Prose.Blocks) != len(original.Doc.Prose.Blocks) {
		return all
	}
	for block, quotes := range mine {
		there := theirs[block]
		if len(there) != len(quotes) {
			continue
		}
		for k, i := range quotes {
			if renders(a, i, original, there[k]) {
				all[i] = there[k]
			}
		}
	}
	return all
}

func (a *Article) quotesByBlock() map[int][]int {
	all := map[int][]int{}
	for i, q := range a.Ann.Quotes {
		b := a.Doc.Prose.Block(q.Span.Start)
		all[b] = append(all[b], i)
	}
	return all
}

// renders tells whether one quotation may have another's words in another language: its
// letters are at most twice as many, and a few, and at least half.
func renders(a *Article, i int, b *Article, j int) bool {
	const few = 8
	q, o := a.Ann.Quotes[i], b.Ann.Quotes[j]
	n := utf8.RuneCountInString(a.Doc.Prose.Text[q.Span.Start:q.Span.End])
	m := utf8.RuneCountInString(b.Doc.Prose.Text[o.Span.Start:o.Span.End])
	return q.Speaker == o.Speaker && n <= 2*m+few && m <= 2*n+few
}
