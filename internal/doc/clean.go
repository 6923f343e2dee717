package doc

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/source"
)

// clean finds what in a raw text is no part of the article: promotional headlines,
// adverts, lists of other stories, credits and syndication lines; and damage that can
// be repaired without doubt.
//
// In: the file's text and its paragraphs as spans of bytes, sorted. Out: Cleanings
// sorted by span, without overlaps. A Cleaning without Replacement is left out of the
// prose: a whole paragraph, one line of a wrapped paragraph, the last sentence of the
// article, or a soft hyphen. Rules look at form, not at any publisher's words, and
// would rather leave furniture standing than lose a sentence.
func clean(text string, paragraphs []source.Span) (out []Cleaning) {
	out = withTurns(furniture(text, paragraphs), turns(text, paragraphs))
	left := out // furniture from the paragraph at hand on
	for _, p := range paragraphs {
		for len(left) > 0 && left[0].Span.End <= p.Start {
			left = left[1:]
		}
		out = append(out, repairs(text, p, left)...)
	}
	slices.SortFunc(out, func(a, b Cleaning) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}

// furniture finds what is to be left out.
func furniture(text string, paragraphs []source.Span) []Cleaning {
	var out []Cleaning
	last := lastOfArticle(text, paragraphs)
	shouts := shouting(text, paragraphs)
	prose, list := false, "" // a sentence was met; the list that a heading opened
	heading := -2            // the paragraph that opened the list
	byline := -2             // the paragraph that was a byline: its second line may follow
	for i, p := range paragraphs {
		t := trim(text, p)
		s := text[t.Start:t.End]
		rule := furnitureRule(s)
		switch {
		case s == "":
			continue
		case rule == "" && i > last && prose:
			rule = tailRule(s)
		case rule == "" && i < last && !prose && agencyMark(s) && strings.ContainsAny(s, "(-–—"):
			rule = "agency mark"
		}
		switch {
		case rule == "" && list != "" && listed(s) && (i > last || i == heading+1 && list != "other story" || follows(text, paragraphs, i)):
			rule = list
		case rule == "" && !prose && (isByline(s) && i > 0 || byline == i-1 && listed(s) && strings.Count(text[paragraphs[byline].End:t.Start], "\n") == 1):
			rule, byline = "byline", i
		case rule == "" && prose && !shouts && headlineInCapitals(s) && !wrappedByHand(text):
			rule = "capitals promotion"
		}
		if rule != "" {
			out = append(out, Cleaning{Span: p, Rule: rule})
			if list == "" && opensList(s, rule) {
				list, heading = rule, i
			}
			continue
		}
		list, prose = "", prose || isSentence(s)
		switch {
		case strings.IndexByte(s, '\n') >= 0:
			out = append(out, furnitureLines(text, t)...)
		case i >= last:
			out = append(out, syndicationTail(text, t)...)
		}
	}
	return out
}

// furnitureLines looks at single lines of a paragraph that was wrapped by hand: an
// advert may stand between them without a blank line.
func furnitureLines(text string, p source.Span) (out []Cleaning) {
	for at := p.Start; at < p.End; {
		end := p.End
		if n := strings.IndexByte(text[at:p.End], '\n'); n >= 0 {
			end = at + n + 1
		}
		line := trim(text, source.Span{Start: at, End: end})
		rule := furnitureRule(text[line.Start:line.End])
		if r, _ := utf8.DecodeRuneInString(text[line.Start:]); unicode.IsLower(r) && rule != "desk initials" {
			rule = "" // a sentence goes on here
		}
		if rule != "" {
			out = append(out, Cleaning{Span: line, Rule: rule})
		}
		at = end
	}
	return out
}

// follows tells whether a paragraph stands on the line right after the one before it.
// After a blank line inside the article, what looks like a headline may be a heading.
func follows(text string, paragraphs []source.Span, i int) bool {
	return i > 0 && strings.Count(text[paragraphs[i-1].End:paragraphs[i].Start], "\n") <= 1
}

// lastOfArticle is the index of the last paragraph that is prose and that no rule
// takes for furniture, -1 when there is none.
func lastOfArticle(text string, paragraphs []source.Span) int {
	for i := len(paragraphs) - 1; i >= 0; i-- {
		p := trim(text, paragraphs[i])
		if s := text[p.Start:p.End]; isSentence(s) && furnitureRule(s) == "" && tailRule(s) == "" {
			return i
		}
	}
	return -1
}

// shouting tells whether so much of the text is in capitals that capitals mean
// nothing: a telegram, a transcript, a law's headings.
func shouting(text string, paragraphs []source.Span) bool {
	loud, all := 0, 0
	for _, p := range paragraphs {
		p = trim(text, p)
		all += p.Len()
		if headlineInCapitals(text[p.Start:p.End]) {
			loud += p.Len()
		}
	}
	return loud*2 > all
}

// wrappedByHand tells whether all lines of a text are wrapped: capitals in it are those
// of its own headings, because what promotes other stories comes from web pages.
func wrappedByHand(text string) bool {
	how, _ := mannerOf(text, linesOf(text))
	return how != loose
}

// headlineInCapitals tells whether a paragraph is a headline of another story, set in
// capitals: at least four words, no full stop, not a numbered or labelled heading
// such as law and transcripts have. One small letter in ten is allowed ("McCARTHY").
func headlineInCapitals(s string) bool {
	if len(s) > 300 || strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "U.S.") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";") {
		return false
	}
	capitals, small, words, inWord := 0, 0, 0, false
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			small++
		case r == '\n':
			return false
		}
		letter := unicode.IsLetter(r) || r == '\'' || r == '’' || r == '.' || unicode.IsDigit(r)
		if letter && !inWord {
			words++
		}
		inWord = letter
	}
	return words >= 4 && capitals >= 16 && small*10 <= capitals && !numbered(s)
}

// numbered tells whether a heading counts itself: "ARTICLE IV", "SEC. 3", "2.", "(a)".
func numbered(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	switch strings.Trim(first, ".:,)(") {
	case "ARTICLE", "SECTION", "SEC", "TITLE", "CHAPTER", "PART", "ANNEX", "APPENDIX", "EXHIBIT", "TABLE", "FIGURE", "Q", "A":
		return true
	}
	marked := strings.ContainsAny(first, ".)") && len(first) <= 5
	return marked && first != "U.S."
}

// isSentence tells whether a paragraph reads as prose: it ends as a sentence does,
// or is long and has small letters.
func isSentence(s string) bool {
	end := strings.TrimRight(s, "\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(end)
	words := strings.Count(s, " ") + 1
	return words >= 4 && (r == '.' || r == '!' || r == '?' || r == '…' || r == ':') || words >= 20 && !headlineInCapitals(s) ||
		r == '。' || r == '！' || r == '？'
}

// listed tells whether a paragraph may be a line of a list of headlines or events; a
// headline may be a question.
func listed(s string) bool {
	return (!isSentence(s) || strings.HasSuffix(s, "?") && !strings.Contains(s, ". ")) && strings.Count(s, " ") < 16
}

// isByline tells whether a paragraph says who wrote the article: "By" and names.
func isByline(s string) bool {
	words := strings.Fields(s)
	if len(words) > 3 && words[1] == "by" && (words[0] == "Written" || words[0] == "Story" || words[0] == "Words" || words[0] == "Reported") {
		words = words[1:]
		words[0] = "By"
	}
	if len(words) < 3 || len(words) > 14 || words[0] != "By" && words[0] != "BY" || strings.HasSuffix(s, ".") {
		return false
	}
	for _, w := range words[1:] {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && w != "and" && w != "in" && w != "for" && w != "de" && w != "|" && w != "of" && !office[strings.Trim(w, ",;")] {
			return false
		}
	}
	return true
}

// office are the words for an author's office in a byline.
var office = wordSet("staff writer writers reporter reporters correspondent editor columnist bureau chief special to the")
