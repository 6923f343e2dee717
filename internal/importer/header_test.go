package importer

import (
	"strings"
	"testing"

	"glossator/internal/source"
)

// What stands around an article's words, without a class that says what it is, is left
// out and told; what only looks like it is kept.
func TestWhatStandsAroundAnArticle(t *testing.T) {
	const (
		lede = "<p>The ferry of Brisa stays in service for another winter, the council said on Monday, because the bridge is closed and the detour is long.</p>"
		more = "<p>It runs twice an hour, and nobody asked the captains what they think of the fog, the fare and the floating timber.</p>"
		end  = "<p>A decision on the summer is due in May, when the steel for the new span has come and the river is low again.</p>"
	)
	for _, c := range []struct{ name, head, body, kept, gone string }{
		{"rows of a table whose classes are of the data", "", lede + "<table><tr class=colhead><td>Pos.</td><td>Skipper</td></tr><tr class='odd player-1'><td>1</td><td>Luz</td></tr><tr class=share-2><td>2</td><td>Rey</td></tr><tr class=ad><td>3</td><td>Serra</td></tr></table>" + more, "1 | Luz;2 | Rey;3 | Serra", ""},
		{"a post in wrappers", "", lede + "<p>One wrote at once:</p><div class=social-embed><div class=video-box><blockquote class=tweet><p>The quay has no light at all, not one lamp</p>— Captain Luz (@luz)</blockquote></div></div>" + more, "not one lamp;Captain Luz", ""},
		{"buttons are no post", "", lede + "<div class=social><a href=/f>Share</a> <a href=/t>Tweet</a></div>" + more, "", "Tweet"},
		{"the headline again", "<title>The night ferry stays - Brisa Post</title>", "<h1>The night ferry stays</h1><div class=body><h3>Breaking News</h3><h2>The night ferry stays (again)</h2><p>Updated</p><p>Caption</p><p>Close</p>" + lede + more + "<h2>The ferry goes on</h2>" + end + "</div>", "The ferry goes on", "again);Caption;Close;Breaking"},
		{"a heading that begins like the headline", "", "<h1>The ferry stays for the winter and the spring</h1>" + lede + more + "<h2>The ferry stays for the winter</h2>" + end, "## The ferry stays for the winter", ""},
		{"a line of times without a year", "", "<div>Updated Nov 19, 6:55 AM;Posted Nov 18, 6:51 AM</div>" + lede + more, "", "Posted;6:51"},
		{"a card that hovers over a name", "", "<p>Councillor <span><a href=/l>Ana Luz</a><span><a href=/l>Ana Maria Luz</a><a href=/1>Fees rise</a> <a href=/2>MORE</a></span></span> (I) said that she would vote against it on Thursday, and so did Rey.</p>" + lede + more, "Ana Luz (I) said", "Fees rise;MORE"},
		{"two links that follow each other", "", "<p>The <a href=https://x.example/1>Ana Luz</a> <span>Ana Luz Harbor, <a href=https://x.example/2>as it is called</a>, is closed this winter and next spring, the council said.</span></p>" + lede + more, "as it is called", ""},
		{"a kicker above the text", "", "<p>Harbor News</p><p>TECH</p>" + lede + more, "", "Harbor News;TECH"},
		{"a greeting is none", "", "<p>Dear captains,</p>" + lede + more, "Dear captains,", ""},
		{"a short line behind the first words is none", "", lede + "<p>Nobody came</p>" + more, "Nobody came", ""},
		{"what the page says of itself, as a heading", "<meta name=description content='Captains were told a week ago, and are not amused.'>", "<h1>The ferry stays</h1><h2>Captains were told a week ago, and are not amused.</h2>" + lede + more, "summary: Captains were told", "## Captains"},
		{"what a sender says of itself", "", lede + more + "<h3>About Acme</h3><p>Acme is a provider of harbor lamps. Acme is at home in Brisa.</p><p>It employs 130 people.</p>", "", "About Acme;provider;employs"},
		{"a chapter about somebody", "", lede + "<h3>About Acme</h3><p>Its lamps are old, the council said, and nobody has seen them lit since the fire.</p>" + more, "About Acme;lamps are old", ""},
		{"what a sender says of itself below a rule", "", "<h1>Acme lights the quay</h1>" + lede + more + "<hr><p>Acme is a provider of harbor lamps.</p><p>Acme is at home in Brisa.</p>", "", "provider;at home"},
		{"who the author is", "", "<h1>The ferry stays</h1><p>By Ana Luz</p>" + lede + more + "<p>Ana Luz is a reporter in Brisa and reads the tide tables for pleasure.</p>", "", "tide tables"},
		{"somebody of the author's name in the story", "", "<h1>The ferry stays</h1><p>By Ana Luz</p><p>Ana Luz is the harbor master of Brisa, and has been since the fire.</p>" + lede + more + more + more + more + more + end, "harbor master", ""},
		{"numbers of pictures", "", lede + "<p>1</p>" + more + "<p>2.</p>" + end, "", "\n1\n;2\\."},
		{"headings in capitals", "", lede + "<p>WHO WILL PAY FOR ALL THE NEW LAMPS?</p>" + more + "<p><a href=/x>RIVAL CITY CALLS THE FERRY A MISTAKE</a></p>" + end, "WHO WILL PAY", "RIVAL CITY"},
		{"pleas", "", lede + more + "<p>If you enjoyed this article, we have a proposition for you.</p><p>Get the day’s top headlines delivered to your inbox every morning by subscribing.</p><p>To Read the Full Story</p>", "", "proposition;inbox;Full Story"},
		{"two lines of sources", "", lede + more + "<p>SOURCE: News agencies</p>", "", "SOURCE"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, problems := readPage(source.NewFile("a.html", "<html><head>"+c.head+"</head><body><article>"+c.body+"</article></body></html>"), "")
			if a == nil {
				t.Fatal(problems)
			}
			written, left := a.String()+"\n", strings.Join(a.Left, "\n")
			for w := range strings.SplitSeq(c.kept, ";") {
				if !strings.Contains(written, w) {
					t.Errorf("%q is lost in\n%s", w, written)
				}
			}
			for w := range strings.SplitSeq(c.gone, ";") {
				if w != "" && strings.Contains(written, w) {
					t.Errorf("%q is kept in\n%s", w, written)
				}
				if w = strings.Trim(w, "\n\\# "); !strings.Contains(left, strings.TrimSuffix(w, "\\.")) {
					t.Errorf("%q is not told: %q", w, left)
				}
			}
			for _, p := range []string{"another winter", "twice an hour"} {
				if !strings.Contains(written, p) {
					t.Errorf("%q is lost in\n%s", p, written)
				}
			}
		})
	}
}

// The title and the publisher are without each other, without days and without who posted it.
func TestTitlesAndPublishers(t *testing.T) {
	const words = "<p>The ferry of Brisa stays in service for another winter, the council said on Monday, because the bridge is closed.</p><p>It runs twice an hour, and nobody asked why.</p>"
	for _, c := range []struct{ name, head, body, want string }{
		{"in a block with byline and time", "<title>The night ferry of Brisa stays - Brisa Post</title><meta property=og:site_name content='Brisa Post'>",
			"<div class=article-title><h1 class='headline entry-title'>The night ferry of Brisa stays</h1> <span class=timestamp>Updated <time datetime=2019-11-20>11:21 pm CST, Tuesday</time></span></div>" + words, "The night ferry of Brisa stays|Brisa Post|"},
		{"the site in one word", "<title>The ferry stays | TheHarbor</title><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"The ferry stays | TheHarbor\",\"publisher\":{\"name\":\"The Harbor\"}}</script>", words, "The ferry stays|The Harbor|"},
		{"a day behind the site", "<title>HARBOR BILL 2021 - Brisa Hansard 2021-02-11</title>", "<h3>HARBOR BILL 2021</h3>" + words, "HARBOR BILL 2021|Brisa Hansard|2021-02-11"},
		{"a day in place of the site", "<title>The ferry stays in Brisa | 02.11.2021</title>", "<h1>The ferry stays in Brisa</h1>" + words, "The ferry stays in Brisa||2021-11-02"},
		{"a day that belongs to the title", "<title>The fire of 3 June 2024</title>", words, "The fire of 3 June 2024||2024-06-03"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, problems := readPage(source.NewFile("a.html", "<html><head>"+c.head+"</head><body>"+c.body+"</body></html>"), "")
			if a == nil {
				t.Fatal(problems)
			}
			if a.Published != "" && !strings.Contains(c.want, string(a.Published)) {
				a.Published = ""
			}
			same(t, a.Title+"|"+a.Publisher+"|"+string(a.Published), c.want)
		})
	}
}
