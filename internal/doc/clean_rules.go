package doc

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"glossator/internal/language"
	"glossator/internal/source"
)

// furnitureRule is the rule by which a line or paragraph is furniture, or "".
func furnitureRule(s string) string {
	if len(s) > 700 || s == "" {
		return ""
	}
	words := strings.Count(s, " ") + strings.Count(s, "\n") + 1
	if words <= 6 {
		if rule := language.FurnitureOf().Headings[headingKey(s)]; rule != "" {
			return rule
		}
		if strings.EqualFold(s[:min(len(s), 10)], "more from ") && !isSentence(s) {
			return "story list"
		}
	}
	if words <= 14 && shareButtons(s) {
		return "social line"
	}
	switch {
	case dashes(s):
		return "divider"
	case words >= 4 && words <= 25 && s[0] == '[' && strings.IndexByte(s, ']') == len(s)-1 && !strings.Contains(s, "(") && !strings.Contains(s, ". ") && !strings.HasSuffix(s, ".]"):
		return "other story"
	case initials(s):
		return "desk initials"
	case words <= 40 && updated(s) && !reportsSpeech(s), words <= 20 && timeStamp(s):
		return "update line"
	case words <= 30 && labelled(s):
		return "other story"
	case words <= 12 && pictureCredit(s):
		return "photo credit"
	case words <= 40 && appearedFirst(s):
		return "syndication line"
	case words <= 45 && strings.Contains(s, " contributed reporting from ") && namesOnly(s):
		return "credit line"
	}
	if rule := lineRuleOf(s, words); rule != "" {
		return rule
	}
	end := strings.TrimRight(s, " .")
	for _, r := range language.FurnitureOf().Ends {
		for _, e := range r.Starts {
			if words <= r.Words && len(end) >= len(e) && strings.EqualFold(end[len(end)-len(e):], e) {
				return r.Name
			}
		}
	}
	return ""
}

// lineStart is one start of one rule.
type lineStart struct {
	text string
	rule *language.Line
}

// startsByLetter are the starts of the line rules in order, by their first byte without
// its case: a line is compared with the few starts of its own letter.
var startsByLetter = sync.OnceValue(func() *[32][]lineStart {
	by, lines := new([32][]lineStart), language.FurnitureOf().Lines
	for i := range lines {
		for _, start := range lines[i].Starts {
			by[start[0]&31] = append(by[start[0]&31], lineStart{start, &lines[i]})
		}
	}
	return by
})

// lineRuleOf is the first rule that a line of so many words follows, or "".
func lineRuleOf(s string, words int) string {
	for _, start := range startsByLetter()[s[0]&31] {
		n := len(start.text)
		if words <= start.rule.Words && len(s) >= n && strings.EqualFold(s[:n], start.text) && allows(start.rule, s, n) {
			return start.rule.Name
		}
	}
	return ""
}

// allows tells whether a line that begins as the rule says, with n bytes, is no prose.
func allows(r *language.Line, s string, n int) bool {
	if r.Open && isSentence(s) || r.Names && !namesOnly(s[n:]) || !r.Label && reportsSpeech(s) {
		return false
	}
	if len(r.Has) == 0 {
		return true
	}
	low := strings.ToLower(strings.TrimRight(s, ".")) + "\n"
	for _, h := range r.Has {
		if strings.Contains(low, h) {
			return true
		}
	}
	return false
}

// appearedFirst tells whether a line is a feed's formula, "The post TITLE appeared
// first on SITE": a title must stand in it.
func appearedFirst(s string) bool {
	rest, ok := strings.CutPrefix(s, "The post ")
	if !ok || !strings.Contains(s, " appeared first on ") && !strings.Contains(s, " first appeared on ") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLower(r)
}

// headingKey is a line without case, count ("12 comments", "5 min read") and the
// punctuation around it.
func headingKey(s string) string {
	s = strings.ToLower(s)
	if strings.HasPrefix(s, "#") || strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—") {
		return s
	}
	return strings.Trim(s, " :.…»>|*-–—!()[]0123456789")
}

// dashes tells whether a line is a rule drawn with characters ("___").
func dashes(s string) bool { return len(s) > 1 && strings.Trim(s, "_-=*~ —–") == "" }

// initials tells whether a line is the mark of an agency's desk: "jd-mr/kl".
func initials(s string) bool {
	if len(s) > 16 || strings.IndexByte(s, '/') < 2 {
		return false
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == '-' }) {
		if len(part) > 4 || strings.ToLower(part) != part || strings.ContainsAny(part, " .,0123456789") {
			return false
		}
	}
	return true
}

func shareButtons(s string) bool {
	named := 0
	for w := range strings.FieldsSeq(s) {
		w = strings.ToLower(strings.Trim(w, ",.:|"))
		if w != "" && !language.FurnitureOf().Sharing[w] {
			return false
		}
		if len(w) > 4 && w != "article" {
			named++
		}
	}
	return named > 0
}

// opensList tells whether headlines or events follow a furniture line.
func opensList(s, rule string) bool {
	switch rule {
	case "story list", "events list":
		return !strings.HasSuffix(s, ".")
	case "other story":
		return len(s) < 40 && language.FurnitureOf().Headings[headingKey(s)] == rule
	}
	return false
}

// syndicationTail is the last sentence of a paragraph where it says who published
// the article first, who took part in reporting it, or that it was changed.
func syndicationTail(text string, p source.Span) []Cleaning {
	const longest = 250 // bytes
	s := text[p.Start:p.End]
	for end := len(s); ; {
		at := strings.LastIndexAny(s[:end], ".!?”\"")
		if at < 0 || len(s)-at > longest {
			return nil
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		rest := strings.TrimLeft(s[at+n:], " \u00a0")
		if len(rest) < len(s)-at-n {
			r := furnitureRule(rest)
			if agencyMark(rest) {
				r = "agency mark"
			}
			if r == "syndication line" || r == "credit line" || r == "update line" || r == "agency mark" {
				return []Cleaning{{Span: source.Span{Start: p.End - len(rest), End: p.End}, Rule: r}}
			}
		}
		end = at
	}
}
