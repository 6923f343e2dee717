package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"glossator/internal/source"
)

// lineRule knows furniture by how a line begins. Starts are in small letters and
// match any case. Where has is not empty, one of it must follow. words is the most
// words that such a line has: longer ones are prose that happens to begin so. A line
// that reports speech is kept by every rule but a label's.
type lineRule struct {
	name   string
	words  int
	open   bool // prose may begin so: a line that ends as a sentence is kept
	names  bool // names and the words of a credit follow, nothing else
	label  bool // no sentence begins so: speech may follow, as in a headline or caption
	starts []string
	has    []string
}

// lineRules are tried in order. Every start is an imperative, a label or a formula
// that reporting prose does not begin with; where it might, has or open guard it.
var lineRules = []lineRule{
	{name: "app advert", words: 16, starts: []string{"click here", "tap here", "download the ", "download our ", "get the ", "get our "},
		has: []string{" app now", " app today", " app here", " app!", " app\n", " apps\n", " app for breaking", " app for the latest", " app for free", " app for more", " app for updates", " app to get ", " app to stay ", "app store", "google play"}},
	{name: "click line", words: 24, starts: []string{"click here ", "click here.", "tap here ", "click to ", "tap to ", "haga clic", "cliquez ici", "klicken sie hier"}},
	{name: "newsletter line", words: 45, starts: []string{"sign up for ", "sign up to ", "sign up here",
		"join our ", "get our ", "get the latest", "get breaking news", "get more ", "get daily ", "get weekly ", "stay up to date", "stay informed", "stay on top",
		"don't miss", "don’t miss", "want more ", "like what you're reading", "support our ", "support independent", "become a member", "register for ",
		"receive our ", "receive ", "never miss", "suscríbase", "suscríbete", "abonnez-vous", "jetzt abonnieren", "assine"},
		has: []string{"newsletter", "inbox", "subscri", "email", "e-mail", "alerts", "journalism", "whatsapp", "podcast", "free trial", "boletín", "abonne", "notícias", "your inbox", "your mail"}},
	{name: "newsletter line", words: 30, starts: []string{"subscribe now", "subscribe today", "subscribe here", "already a subscriber", "not a subscriber"}},
	{name: "newsletter line", words: 30, starts: []string{"subscribe to ", "subscribe for ", "subscribe and "},
		has: []string{"newsletter", "inbox", " channel", "podcast", " today\n", " now\n", " here\n", "magazine", " updates", "alerts", "email", "digital", "free", "unlimited", " our ", "us on"}},
	{name: "newsletter line", words: 30, starts: []string{"get the latest ", "get all the latest ", "get the top "}, has: []string{" news ", " news\n", " headlines", " stories", " updates", "delivered"}},
	{name: "social line", words: 30, starts: []string{"follow ", "like us on", "find us on", "join us on", "síguenos", "suivez-nous"},
		has: []string{"us on", " on twitter", " on x", " on facebook", " on instagram", " on threads", " on bluesky", " on youtube", " on tiktok", "@", "síguenos", "suivez"}},
	{name: "other story", words: 30, label: true, starts: []string{"read more:", "read more |", "read more »", "read also:", "also read:", "read next:", "related:", "related |", "related story:", "related article:", "related stories:",
		"see also:", "see more:", "don't miss:", "don’t miss:", "must read:", "further reading:", "up next:", "recommended:", "from the archives:", "from the archive:", "go deeper:", "learn more:", "in case you missed it:",
		"lea también:", "lee también:", "leer más:", "te puede interesar:", "ver también:", "lire aussi", "à lire aussi", "voir aussi", "lesen sie auch", "mehr zum thema", "leia também", "leia mais", "leggi anche", "lees ook"}},
	{name: "other story", words: 20, open: true, label: true, starts: []string{"more:", "watch:", "watch live:", "watch now:", "watch |", "video:", "listen:", "photos:", "in pictures:", "in photos:", "gallery:", "opinion:", "opinion |",
		"analysis:", "analysis |", "explainer:", "fact check:", "fact-check:", "live updates:", "live:", "read more ", "read the full ", "read our ", "learn more about ", "see more "}},
	{name: "other story", words: 24, starts: []string{"read more ", "read the full ", "see more ", "learn more ", "find more ", "find out more "}, has: []string{" here\n", " here: "}},
	{name: "other story", words: 30, starts: []string{"for more on this story", "for more on this", "for more stories like this", "for more stories", "for more news", "for more coverage", "to see more, ", "to read more, ", "to read the full "},
		has: []string{" visit", " watch", " follow us", " go to ", " click", " sign up", " subscribe", " see our ", " read our ", " tune in", " listen to "}},
	{name: "other story", words: 24, starts: []string{"watch ", "tune in ", "tune into ", "stay with ", "stay tuned", "check back ", "listen to "},
		has: []string{" for more on this story", " for more on this developing story", " for more on this report", " for updates\n", " for the latest\n", " for the latest updates\n", " for further updates\n", " for more information\n", " for more details\n",
			" in the video above", " in the video below", " in the player above", " in the player below", "the video above", "the video below", " full episode\n", " full interview\n", " full episode here", " full interview here"}},
	{name: "other story", words: 30, starts: []string{"listen to "},
		has: []string{"to this article\n", "to this story\n", "wherever you get your podcasts", "wherever you listen", " on apple podcasts", " on spotify", " audio version\n", " podcast here"}},
	{name: "syndication line", words: 45, starts: []string{"this article ", "this story ", "this report ", "this piece ", "this post ", "this column ", "this analysis ", "this essay ", "this commentary ", "this op-ed "},
		has: []string{" originally published", " originally appeared", " first published", " first appeared", " republished from", " republished with", " republished under", " co-published", " copublished", " syndicated", " was originally posted", " was originally produced", " was originally reported", " was originally written", " distributed by"}},
	{name: "syndication line", words: 60, starts: []string{"originally published ", "first published ", "originally appeared ", "reprinted with permission", "republished with permission", "reprinted by permission",
		"all rights reserved", "this material may not be", "©", "(c) 1", "(c) 2", "copyright ©", "copyright (c)", "copyright 1", "copyright 2", "por la redacción"}},
	{name: "syndication line", words: 60, starts: []string{"copyright "}, has: []string{"all rights reserved\n", "all rights reserved. "}},
	{name: "credit line", words: 60, names: true, starts: []string{"reporting by ", "(reporting by ", "writing by ", "(writing by ", "editing by ", "(editing by ", "additional reporting by ", "(additional reporting by ", "reporting and writing by ",
		"additional editing by ", "edited by ", "compiled by ", "translated by ", "produced by ", "con información de "}},
	{name: "credit line", words: 60, starts: []string{"our standards:", "avec afp", "(avec afp"}},
	{name: "photo credit", words: 30, label: true, starts: []string{"photo:", "photograph:", "photo credit", "photo courtesy", "image courtesy", "image:", "image credit", "image source", "credit:", "picture:",
		"(photo ", "(photo:", "file photo:", "(file photo", "reuters/", "ap photo/", "foto:", "crédit photo", "imagen:"}},
	{name: "photo credit", words: 30, names: true, starts: []string{"photo by ", "photos by ", "photograph by ", "photographs by ", "image by ", "images by ", "courtesy of ", "courtesy "}},
	{name: "photo credit", words: 30, open: true, starts: []string{"file photo"}},
	{name: "page part", words: 30, open: true, starts: []string{"filed under:", "filed under ", "tags:", "topics:", "categories:", "posted in:", "posted in "}},
	{name: "photo caption", words: 90, label: true, starts: []string{"image caption", "file - ", "file – ", "file — ", "file- "}, has: []string{"photo", "image caption", "(ap", "getty", "reuters", "afp"}},
	{name: "author line", words: 45, starts: []string{"contact the reporter", "contact the author", "contact reporter", "have a tip", "have a news tip", "got a tip", "got a news tip", "send tips", "email the author", "reach the reporter", "reach reporter"}},
}

// endRules know furniture by how a paragraph ends.
var endRules = []lineRule{
	{name: "credit line", words: 45, starts: []string{"contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting", "contributed to this post", "contributed research", "contributed to the reporting"}},
	{name: "photo caption", words: 90, starts: []string{"/getty images", "via getty images", "getty images)", "via ap", "via ap)", "/ap)", "/afp)", "/reuters)", "via reuters)", "ap photo)", "/bloomberg)", "| getty images"}},
}

// headings stand alone as a line. What follows one that opens a list is a list of
// other stories or events until the next sentence.
var headings = map[string]string{
	"upcoming events": "events list", "events calendar": "events list", "calendar of events": "events list", "community calendar": "events list", "local events": "events list",
	"most read": "story list", "most popular": "story list", "most viewed": "story list", "most shared": "story list", "trending": "story list", "trending now": "story list", "trending stories": "story list",
	"related": "story list", "related articles": "story list", "related stories": "story list", "related content": "story list", "related coverage": "story list", "related topics": "story list", "related posts": "story list",
	"related news": "story list", "related links": "story list", "more stories": "story list", "more news": "story list", "more on this story": "story list", "more on this topic": "story list", "more like this": "story list",
	"you may also like": "story list", "you might also like": "story list", "you may also be interested in": "story list", "recommended": "story list", "recommended for you": "story list", "recommended stories": "story list",
	"recommended reading": "story list", "recommended videos": "story list", "editor's picks": "story list", "editors' picks": "story list", "editor’s picks": "story list", "editors’ picks": "story list", "top stories": "story list",
	"latest news": "story list", "latest stories": "story list", "latest headlines": "story list", "popular stories": "story list", "what to read next": "story list", "read next": "story list", "up next": "story list",
	"promoted stories": "story list", "around the web": "story list", "from our partners": "story list", "in case you missed it": "story list", "lo más leído": "story list", "les plus lus": "story list", "meistgelesen": "story list",
	"read more": "other story", "see also": "other story", "also see": "other story", "also read": "other story", "read also": "other story", "more coverage": "other story", "further reading": "other story", "watch live": "other story", "watch more": "other story",
	"advertisement": "advertisement", "advertisements": "advertisement", "advertising": "advertisement", "sponsored": "advertisement", "sponsored content": "advertisement", "paid content": "advertisement", "sponsor message": "advertisement",
	"story continues below advertisement": "advertisement", "article continues below advertisement": "advertisement", "article continues after advertisement": "advertisement", "story continues after advertisement": "advertisement",
	"story continues below": "advertisement", "article continues below": "advertisement", "continue reading below": "advertisement", "skip advertisement": "advertisement", "publicidad": "advertisement", "publicité": "advertisement",
	"anzeige": "advertisement", "werbung": "advertisement", "publicidade": "advertisement", "pubblicità": "advertisement", "reklama": "advertisement",
	"newsletter": "newsletter line", "newsletters": "newsletter line", "sign up": "newsletter line", "subscribe": "newsletter line", "subscribe now": "newsletter line",
	"share this": "social line", "share this article": "social line", "share this story": "social line", "share this post": "social line", "share via": "social line", "like this": "social line", "follow us": "social line",
	"comments": "page part", "leave a comment": "page part", "show comments": "page part", "view comments": "page part", "join the conversation": "page part", "add a comment": "page part", "loading": "page part", "skip to main content": "page part",
	"skip to content": "page part", "back to top": "page part", "listen to this article": "page part", "print this article": "page part", "hide caption": "page part", "toggle caption": "page part", "enlarge this image": "page part",
	"view gallery": "page part", "show more": "page part", "continue reading": "page part", "min read": "page part", "minute read": "page part",
	"###": "end mark", "# # #": "end mark", "-30-": "end mark", "–30–": "end mark", "—30—": "end mark", "- 30 -": "end mark", "-end-": "end mark", "-ends-": "end mark",
}

// sharing are the words of which a row of share buttons is made.
var sharing = map[string]bool{
	"share": true, "facebook": true, "twitter": true, "x": true, "linkedin": true, "email": true, "e-mail": true, "print": true, "whatsapp": true, "reddit": true, "tweet": true, "pinterest": true,
	"flipboard": true, "telegram": true, "threads": true, "bluesky": true, "sms": true, "copy": true, "link": true, "save": true, "comment": true, "comments": true, "instagram": true, "youtube": true, "messenger": true,
	"on": true, "via": true, "to": true, "this": true, "article": true, "and": true, "|": true, "·": true, "•": true, "/": true,
}

// furnitureRule is the rule by which a line or paragraph is furniture, or "".
func furnitureRule(s string) string {
	if len(s) > 700 || s == "" {
		return ""
	}
	words := strings.Count(s, " ") + strings.Count(s, "\n") + 1
	if words <= 6 {
		if rule := headings[headingKey(s)]; rule != "" {
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
	case words >= 4 && words <= 25 && s[0] == '[' && strings.IndexByte(s, ']') == len(s)-1:
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
	for i := range endRules {
		for _, e := range endRules[i].starts {
			if words <= endRules[i].words && len(end) >= len(e) && strings.EqualFold(end[len(end)-len(e):], e) {
				return endRules[i].name
			}
		}
	}
	return ""
}

// lineStart is one start of one rule.
type lineStart struct {
	text string
	rule *lineRule
}

// startsByLetter are the starts of lineRules in order, by their first byte without
// its case: a line is compared with the few starts of its own letter.
var startsByLetter = func() (by [32][]lineStart) {
	for i := range lineRules {
		for _, start := range lineRules[i].starts {
			by[start[0]&31] = append(by[start[0]&31], lineStart{start, &lineRules[i]})
		}
	}
	return by
}()

// lineRuleOf is the first of lineRules that a line of so many words follows, or "".
func lineRuleOf(s string, words int) string {
	for _, start := range startsByLetter[s[0]&31] {
		n := len(start.text)
		if words <= start.rule.words && len(s) >= n && strings.EqualFold(s[:n], start.text) && start.rule.allows(s, n) {
			return start.rule.name
		}
	}
	return ""
}

// allows tells whether a line that begins as the rule says, with n bytes, is no prose.
func (r *lineRule) allows(s string, n int) bool {
	if r.open && isSentence(s) || r.names && !namesOnly(s[n:]) || !r.label && reportsSpeech(s) {
		return false
	}
	if len(r.has) == 0 {
		return true
	}
	low := strings.ToLower(strings.TrimRight(s, ".")) + "\n"
	for _, h := range r.has {
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
		if w != "" && !sharing[w] {
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
		return len(s) < 40 && headings[headingKey(s)] == rule
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
