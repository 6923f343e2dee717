package importer

import (
	"strings"
	"testing"

	"glossator/internal/source"
)

// What a page says of its article, in the ways in which pages say it.
func TestWhatAPageSaysOfItself(t *testing.T) {
	const words = "<p>The ferry stays, the council said. It runs twice an hour, and nobody asked it why.</p><p>It costs two crowns, as it did in the year before.</p>"
	for _, c := range []struct{ name, head, body, want string }{
		{"nothing", "", words, "|||||"},
		{"title with the publisher", "<title>The ferry stays | The Ledger</title>", words, "The ferry stays|The Ledger||||"},
		{"a heading, not the search engine's title", "<title>Ferry news: what you need to know about the ferry - The Ledger</title><meta property='og:title' content='Ferry news: what you need to know about the ferry'>",
			"<article><h1>What you need to know about the ferry</h1>" + words + "</article>", "What you need to know about the ferry|The Ledger||||"},
		{"Dublin Core", "<meta name='DC.title' content='The ferry stays'><meta name='DC.creator' content='Wendover, Tessa'><meta name='DC.date.issued' content='2024-06-12'><meta name='DC.publisher' content='The Ledger'><meta name='dc.language' content='en-GB'>",
			words, "The ferry stays|The Ledger|2024-06-12|Tessa Wendover||en"},
		{"microdata", "", "<article itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop='headline'>The ferry stays</h1><span itemprop='author'>Tessa Wendover</span><meta itemprop='datePublished' content='2024-06-12T08:00:00+02:00'>" + words + "</article>",
			"The ferry stays||2024-06-12|Tessa Wendover||"},
		{"a script's data in a comment, with bare line ends", "<script type='application/ld+json'><!--\n{\"@type\":\"NewsArticle\",\"headline\":\"The ferry\nstays\",\"author\":[\"Tessa Wendover\",{\"name\":\"Petr Vanek\"}],\"datePublished\":\"2024-06-12\",\"url\":\"https://a.example/b#c\"}\n--></script>",
			words, "The ferry stays||2024-06-12|Tessa Wendover, Petr Vanek|https://a.example/b|"},
		{"the publisher is no author", "<meta property='og:site_name' content='The Ledger'><meta name='author' content='The Ledger'>", words, "|The Ledger||||"},
		{"an author's page is no author", "<meta property='article:author' content='https://face.example/tessa'>", words, "|||||"},
		{"saved by a browser", "<!-- saved from url=(0021)https://a.example/b?x=1&utm_source=y -->", words, "||||https://a.example/b?x=1|"},
		{"mirrored", "<!-- Mirrored from www.a.example/b.html by a copier, Mon, 03 Jun 2024 -->", words, "||||https://www.a.example/b.html|"},
		{"a copy on a disk is no address", "<base href='file:///home/x/'><link rel='canonical' href='/b.html'>", words, "|||||"},
		{"the day in the address", "<link rel='canonical' href='https://a.example/2024/6/12/ferry'>", words, "||2024-06-12||https://a.example/2024/6/12/ferry|"},
		{"the day that is shown", "<meta property='article:published_time' content='2024-06-13T02:10:00Z'>", "<article><time datetime='2024-06-13T02:10:00Z'>June 12, 2024, 10:10 p.m.</time>" + words + "</article>", "||2024-06-12|||"},
		{"the day of a change where it is the only one", "", "<article><time class='updated' datetime='2024-06-13'>Updated June 13, 2024</time>" + words + "</article>", "||2024-06-13|||"},
		{"another story's day is none", "", "<main><article>" + words + words + "</article><article class='card'><time datetime='2023-01-01'>Jan 1, 2023</time><p>Another story.</p></article></main>", "|||||"},
		{"a dateline", "", strings.Replace(words, "The ferry", "MILLBROOK, June 12, 2024 — The ferry", 1), "||2024-06-12|||"},
		{"the foot says who", "", words + "<footer><p>© 2020–2024 The Millbrook Ledger. All rights reserved.</p></footer>", "|The Millbrook Ledger||||"},
		{"by two", "", "<article><h1>The ferry stays</h1><div class='byline'>By <a href='/t'>Tessa Wendover</a><a href='/p'>Petr Vanek</a></div>" + words + "</article>", "The ferry stays|||Tessa Wendover, Petr Vanek||"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, problems := readPage(source.NewFile("a.html", "<html><head>"+c.head+"</head><body>"+c.body+"</body></html>"), "")
			if a == nil {
				t.Fatal(problems)
			}
			same(t, strings.Join([]string{a.Title, a.Publisher, string(a.Published), strings.Join(a.Authors, ", "), a.URL.Text, a.Language}, "|"), c.want)
			if !strings.Contains(a.Body, "It runs twice an hour") || !strings.Contains(a.Body, "It costs two crowns") {
				t.Error(a.Body)
			}
		})
	}
}

func TestAPageThatAScriptDraws(t *testing.T) {
	body := strings.Repeat("The ferry stays, the council said. ", 10)
	a, problems := readPage(source.NewFile("a.html", `<html><head><title>The ferry</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry","articleBody":"`+body+`\n\n1. `+body+`"}</script></head><body><div id="root">Please turn on JavaScript.</div></body></html>`), "")
	if a == nil {
		t.Fatal(problems)
	}
	same(t, a.Body, strings.TrimSpace(body)+"\n\n1\\. "+strings.TrimSpace(body))
}

func TestAPageOfPreformattedText(t *testing.T) {
	a, problems := readPage(source.NewFile("a.html", "<html><body><h2>Notice</h2><pre>\nThe ferry stays in service, the council said on Wednesday, while the\nbridge is closed and the detour is long.\n\n  It runs twice an hour.\n</pre></body></html>"), "")
	if a == nil {
		t.Fatal(problems)
	}
	if !strings.Contains(a.Body, "while the bridge is closed and the detour is long.\n\nIt runs twice an hour.") {
		t.Error(a.Body)
	}
}

// TestADayAmidASentenceIsOfIt: what a page marks as a time within its sentences stays, and
// so do names that it marks as authors; a line of its own that tells the day goes.
func TestADayAmidASentenceIsOfIt(t *testing.T) {
	a, problems := readPage(source.NewFile("a.html", `<html><head><title>The ferry</title></head><body><article><h1>The ferry</h1>
<p class="meta">By Ana Luz <time class="date" datetime="2024-05-14">May 14, 2024</time></p>
<p>The council meets on <time class="date" datetime="2024-05-20">Monday</time>, in the old customs house, to hear <b class="author">Rosa Pardo</b> and two fishers.<sup><a href="#n1">1</a></sup></p>
<p>It closed the quay <time class="date updated">last week</time> after a storm, and has not said when it will open.</p></article></body></html>`), "")
	if a == nil {
		t.Fatal(problems)
	}
	text := a.String()
	for _, want := range []string{"meets on Monday, in", "to hear **Rosa Pardo** and", "the quay last week after"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "May 14") {
		t.Errorf("the byline is in the text:\n%s", text)
	}
}
