package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Some furniture is known by the form of the whole line rather than by how it begins:
// a credit is names and little else, a time stamp is dates and hours only, an agency's
// mark is the agency's name alone.

// reportsSpeech tells whether a line quotes somebody or tells what was said. An
// imperative in it is addressed to somebody in the story, not to the reader.
func reportsSpeech(s string) bool {
	if strings.ContainsAny(s, "\"“”") {
		return true
	}
	for w := range strings.FieldsSeq(s) {
		switch strings.TrimRight(w, ".,;:!?") {
		case "said", "says", "told", "asked", "added", "warned", "ordered", "advised", "advises", "urged", "wrote", "writes", "argued", "insisted", "recalled", "according":
			return true
		}
	}
	return false
}

// creditWords stand in small letters between the names of a credit.
var creditWords = wordSet("a and at by con contributed de del der di du editing edited editor editors et for from in la of on photo photos photographer photography " +
	"reporter reporters reporting reported research staff the this report story article to translation van via von video with writer writing written y " +
	"additional agencies bureau chief correspondent correspondents courtesy desk newsroom producer")

// namesOnly tells whether a line is names and the words of a credit, so no sentence:
// a verb of prose in small letters ("found", "shows") makes it one.
func namesOnly(s string) bool {
	named := false
	for w := range strings.FieldsSeq(s) {
		w = strings.Trim(w, ".,;:()|/–—-'’")
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case w == "" || creditWords[w]:
		case unicode.IsUpper(r) || r == '@' || !unicode.IsLower(r) && unicode.IsLetter(r):
			named = true
		default:
			return false
		}
	}
	return named
}

// stampWords are the words of a time stamp besides numbers and time zones.
var stampWords = wordSet("updated published posted created last first modified at on by a.m p.m am pm noon midnight local time hours hour minutes minute mins min days day ago and " +
	"january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
	"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today yesterday")

// timeStamp tells whether a line says when the article was published or changed, and
// nothing else: "Updated at 5:14 p.m. ET", "Published: June 3, 2021".
func timeStamp(s string) bool {
	if strings.IndexByte("UPLFM(", s[0]) < 0 {
		return false
	}
	label, rest, _ := strings.Cut(s, " ")
	label = strings.ToLower(strings.Trim(label, ":("))
	if label == "last" || label == "first" {
		label, _, _ = strings.Cut(rest, " ")
		label = strings.ToLower(strings.Trim(label, ":("))
	}
	switch label {
	case "updated", "published", "posted", "modified":
	default:
		return false
	}
	digit := false
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",:;|/()-–—•·", r) }) {
		w = strings.TrimRight(w, ".")
		switch {
		case w == "":
		case w[0] >= '0' && w[0] <= '9':
			digit = true
		case stampWords[strings.ToLower(w)] || len(w) <= 4 && strings.ToUpper(w) == w:
		default:
			return false
		}
	}
	return digit
}

// labels of another story's headline, in capitals before a headline that is not.
var labels = []string{"RELATED ARTICLES", "RELATED ARTICLE", "RELATED STORIES", "RELATED STORY", "RELATED VIDEO", "RELATED COVERAGE", "RELATED NEWS", "RELATED CONTENT",
	"READ MORE", "READ ALSO", "READ NEXT", "ALSO READ", "ALSO SEE", "SEE ALSO", "WATCH MORE", "WATCH NOW", "WATCH LIVE", "MUST READ", "LISTEN NOW", "UP NEXT"}

// labelled tells whether a line is a label and a headline without a mark between them:
// "RELATED ARTICLE What to know", or the label in small letters before a headline.
func labelled(s string) bool {
	if strings.IndexByte("rRaAsSwWmMlLuU", s[0]) < 0 {
		return false
	}
	for _, label := range labels {
		if len(s) < len(label)+2 || s[0]|0x20 != label[0]|0x20 || s[len(label)] != ' ' || !strings.EqualFold(s[:len(label)], label) {
			continue
		}
		loud := strings.HasPrefix(s, label)
		r, _ := utf8.DecodeRuneInString(s[len(label)+1:])
		return (unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("‘'“\"", r)) && (loud || !isSentence(s))
	}
	return false
}

// updates are what is said of an article after "This story".
var updates = []string{"has been updated", "was updated", "was last updated", "has been corrected", "was corrected", "has been amended", "was amended", "will be updated", "is being updated", "is developing"}

// updated tells whether a line says that the article itself was changed. What follows
// must be nothing, a time or what was changed: "was updated by hand" is prose.
func updated(s string) bool {
	if first, _, _ := strings.Cut(s, " "); !strings.EqualFold(first, "this") && !strings.EqualFold(first, "an") && !strings.EqualFold(first, "a") {
		return false
	}
	low := strings.ToLower(s)
	for _, start := range []string{"this is a developing story", "this is a breaking news story", "this is a breaking story", "this breaking news story", "this developing story"} {
		if strings.HasPrefix(low, start) {
			return true
		}
	}
	for _, start := range []string{"an earlier version of this ", "a previous version of this ", "this "} {
		rest, ok := strings.CutPrefix(low, start)
		if !ok {
			continue
		}
		subject, rest, _ := strings.Cut(rest, " ")
		switch subject {
		case "story", "article", "post", "page", "report", "column", "item":
		default:
			return false
		}
		if start != "this " {
			return subject != "report" && subject != "page" && subject != "item"
		}
		for _, u := range updates {
			if after, ok := strings.CutPrefix(rest, u); ok {
				return updateFollows(after, subject)
			}
		}
		return false
	}
	return false
}

func updateFollows(after, subject string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(after, " "), " ")
	switch strings.TrimRight(word, ".,;") {
	case "", "throughout", "with", "to", "as":
		return true
	case "on", "at", "since":
		return subject == "story" || subject == "article" || subject == "post" || strings.ContainsAny(after, "0123456789")
	}
	return false
}

// agencies are the marks under which wire stories travel.
var agencies = wordSet("ap afp efe dpa ansa upi reuters xinhua tass pti ani ians bloomberg cnn notimex lusa kyodo yonhap apa anp belga keystone-ats tt ntb ritzau")

// agencyMark tells whether s is the name of an agency and at most a dash, brackets or
// a slash around it: "EFE", "– AFP", "CNN —". A name that ends a sentence is not.
func agencyMark(s string) bool {
	name := strings.Trim(s, " -–—()/[]")
	if len(s) > 24 || name == "" {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(r) {
		return false
	}
	return agencies[strings.ToLower(name)] || name == "Associated Press" || name == "The Associated Press" || name == "Agence France-Presse" || name == "Europa Press"
}

// pictureCredit tells whether a line is a photographer and an agency around a slash:
// "Jane Doe/Getty Images", "AP Photo/Jane Doe".
func pictureCredit(s string) bool {
	left, right, ok := strings.Cut(s, "/")
	if !ok || len(s) > 80 || !namesOnly(s) {
		return false
	}
	for _, side := range []string{left, right} {
		side = strings.ToLower(strings.Trim(side, " ().|"))
		if agencies[side] || side == "ap photo" || side == "getty images" || side == "getty" || side == "epa" || side == "shutterstock" || side == "alamy" || side == "epa-efe" {
			return true
		}
	}
	return false
}

// authorNote tells whether a paragraph tells where the author can be written to.
func authorNote(s string) bool {
	if !strings.Contains(s, "@") && !strings.Contains(s, " on Twitter") && !strings.Contains(s, " on X") || reportsSpeech(s) {
		return false
	}
	first, rest, _ := strings.Cut(s, " ")
	switch first {
	case "Contact", "Email", "E-mail", "Reach", "Follow":
		r, _ := utf8.DecodeRuneInString(rest)
		for _, who := range []string{"the writer", "the author", "the reporter", "the editor", "the newsroom", "our newsroom"} {
			if strings.HasPrefix(rest, who) {
				return true
			}
		}
		words := strings.Fields(s)
		return unicode.IsUpper(r) && len(words) <= 8 && strings.Contains(words[len(words)-1], "@")
	}
	for _, form := range []string{" can be reached at ", " can be reached on ", "each her at ", "each him at ", "each them at ", "ollow her on ", "ollow him on ", "ollow them on ", "weets at @", "ollow her at @", "ollow him at @"} {
		if strings.Contains(s, form) {
			return true
		}
	}
	return false
}

// tailRule is the rule by which a paragraph after the last sentence of an article is
// furniture, or "". Elsewhere the same words may be part of the story.
func tailRule(s string) string {
	words := strings.Count(s, " ") + 1
	switch {
	case agencyMark(s):
		return "agency mark"
	case words <= 60 && authorNote(s):
		return "author line"
	case words >= 4 && words <= 45 && (strings.Contains(s, " reported from ") || strings.Contains(s, " contributed from ")) && namesOnly(s):
		return "credit line"
	}
	return ""
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
