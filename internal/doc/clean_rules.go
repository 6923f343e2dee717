package doc

import (
	"strings"
	"unicode/utf8"

	"glossator/internal/source"
)

// lineRule knows furniture by how a line begins. Starts are in small letters and
// match any case. Where has is not empty, one of it must follow. words is the most
// words that such a line has: longer ones are prose that happens to begin so.
type lineRule struct {
	name   string
	words  int
	open   bool // prose may begin so: a line that ends as a sentence is kept
	starts []string
	has    []string
}

// lineRules are tried in order. Every start is an imperative, a label or a formula
// that reporting prose does not begin with; where it might, has or open guard it.
var lineRules = []lineRule{
	{name: "app advert", words: 16, starts: []string{"click here", "tap here", "download the ", "download our ", "get the ", "get our "},
		has: []string{" app now", " app today", " app here", " app!", " app\n", " apps\n"}},
	{name: "click line", words: 24, starts: []string{"click here ", "click here.", "tap here ", "click to ", "tap to ", "haga clic", "cliquez ici", "klicken sie hier"}},
	{name: "newsletter line", words: 45, starts: []string{"sign up for ", "sign up to ", "sign up here", "subscribe to ", "subscribe now", "subscribe today",
		"subscribe for ", "join our ", "get our ", "get the latest", "get breaking news", "get more ", "get daily ", "get weekly ", "stay up to date", "stay informed", "stay on top",
		"don't miss", "don’t miss", "want more ", "like what you're reading", "support our ", "support independent", "become a member", "already a subscriber", "register for ",
		"receive our ", "receive ", "never miss", "suscríbase", "suscríbete", "abonnez-vous", "jetzt abonnieren", "assine"},
		has: []string{"newsletter", "inbox", "subscri", "email", "e-mail", "alerts", "journalism", "whatsapp", "podcast", "free trial", "boletín", "abonne", "notícias", "your inbox", "your mail"}},
	{name: "social line", words: 30, starts: []string{"follow ", "like us on", "find us on", "join us on", "síguenos", "suivez-nous"},
		has: []string{"us on", " on twitter", " on x", " on facebook", " on instagram", " on threads", " on bluesky", " on youtube", " on tiktok", "@", "síguenos", "suivez"}},
	{name: "other story", words: 30, starts: []string{"read more:", "read more |", "read more »", "read also:", "also read:", "read next:", "related:", "related |", "related story:", "related article:", "related stories:",
		"see also:", "see more:", "don't miss:", "don’t miss:", "must read:", "further reading:", "up next:", "recommended:", "from the archives:", "from the archive:", "go deeper:", "learn more:", "in case you missed it:",
		"lea también:", "lee también:", "leer más:", "te puede interesar:", "ver también:", "lire aussi", "à lire aussi", "voir aussi", "lesen sie auch", "mehr zum thema", "leia também", "leia mais", "leggi anche", "lees ook"}},
	{name: "other story", words: 20, open: true, starts: []string{"more:", "watch:", "watch live:", "watch now:", "watch |", "video:", "listen:", "photos:", "in pictures:", "in photos:", "gallery:", "opinion:", "opinion |",
		"analysis:", "analysis |", "explainer:", "fact check:", "fact-check:", "live updates:", "live:", "read more ", "read the full ", "read our ", "learn more about ", "see more "}},
	{name: "syndication line", words: 45, starts: []string{"this article ", "this story ", "this report ", "this piece ", "this post ", "this column ", "this analysis ", "this essay ", "this commentary ", "this op-ed "},
		has: []string{" originally published", " originally appeared", " first published", " first appeared", " republished from", " republished with", " republished under", " co-published", " copublished", " syndicated", " was originally", " distributed by"}},
	{name: "syndication line", words: 60, starts: []string{"originally published ", "first published ", "originally appeared ", "reprinted with permission", "republished with permission", "reprinted by permission",
		"all rights reserved", "this material may not be", "©", "(c) 1", "(c) 2", "copyright ©", "copyright (c)", "copyright 1", "copyright 2", "por la redacción"}},
	{name: "syndication line", words: 40, starts: []string{"the post "}, has: []string{"appeared first on", "first appeared on"}},
	{name: "credit line", words: 60, starts: []string{"reporting by ", "(reporting by ", "writing by ", "(writing by ", "editing by ", "(editing by ", "additional reporting by ", "(additional reporting by ", "reporting and writing by ",
		"our standards:", "edited by ", "compiled by ", "con información de ", "avec afp", "(avec afp"}},
	{name: "photo credit", words: 30, starts: []string{"photo:", "photo by ", "photos by ", "photograph by ", "photograph:", "photo credit", "photo courtesy", "image:", "image credit", "image by ", "image source", "credit:", "picture:",
		"(photo ", "(photo:", "file photo", "(file photo", "reuters/", "foto:", "crédit photo", "imagen:"}},
	{name: "photo caption", words: 90, starts: []string{"image caption", "file - ", "file – ", "file — ", "file- "}, has: []string{"photo", "image caption", "(ap", "getty", "reuters", "afp"}},
	{name: "author line", words: 45, starts: []string{"contact the reporter", "contact the author", "contact reporter", "have a tip", "have a news tip", "got a tip", "got a news tip", "send tips", "email the author", "reach the reporter", "reach reporter"}},
}

// endRules know furniture by how a paragraph ends.
var endRules = []lineRule{
	{name: "credit line", words: 45, starts: []string{"contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting", "contributed to this post", "contributed research"}},
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
	"read more": "other story", "see also": "other story", "watch live": "other story", "watch more": "other story",
	"advertisement": "advertisement", "advertisements": "advertisement", "advertising": "advertisement", "sponsored": "advertisement", "sponsored content": "advertisement", "paid content": "advertisement", "sponsor message": "advertisement",
	"story continues below advertisement": "advertisement", "article continues below advertisement": "advertisement", "article continues after advertisement": "advertisement", "story continues after advertisement": "advertisement",
	"story continues below": "advertisement", "article continues below": "advertisement", "continue reading below": "advertisement", "skip advertisement": "advertisement", "publicidad": "advertisement", "publicité": "advertisement",
	"anzeige": "advertisement", "werbung": "advertisement", "publicidade": "advertisement", "pubblicità": "advertisement", "reklama": "advertisement",
	"newsletter": "newsletter line", "newsletters": "newsletter line", "sign up": "newsletter line", "subscribe": "newsletter line", "subscribe now": "newsletter line",
	"share this": "social line", "share this article": "social line", "share this story": "social line", "share this post": "social line", "follow us": "social line",
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
	}
	for i := range lineRules {
		if r := &lineRules[i]; words <= r.words && r.begins(s) {
			return r.name
		}
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

func (r *lineRule) begins(s string) bool {
	for _, start := range r.starts {
		if len(s) < len(start) || s[0]|0x20 != start[0]|0x20 || !strings.EqualFold(s[:len(start)], start) {
			continue
		}
		if r.open && isSentence(s) {
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
	}
	return false
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
	return (rule == "story list" || rule == "events list") && !strings.HasSuffix(s, ".")
}

// syndicationTail is the last sentence of a paragraph where it says who published
// the article first, or who took part in reporting it.
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
			if r := furnitureRule(rest); r == "syndication line" || r == "credit line" {
				return []Cleaning{{Span: source.Span{Start: p.End - len(rest), End: p.End}, Rule: r}}
			}
		}
		end = at
	}
}
