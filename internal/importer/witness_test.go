package importer

import (
	"strings"
	"testing"

	"glossator/internal/source"
)

const ferry = "<p>The ferry stays, the council said. It runs twice an hour, and nobody asked it why.</p><p>It costs two crowns, as it did in the year before, and as it will in the next one too.</p>"

// dated reads a page of a head and what stands around the article's words.
func datedPage(t *testing.T, lang, head, body string) (*Article, []source.Problem) {
	t.Helper()
	a, problems := readPage(source.NewFile("a.html", "<html lang='"+lang+"'><head>"+head+"</head><body>"+strings.Replace(body, "%", ferry, 1)+"</body></html>"), "")
	if a == nil {
		t.Fatal(problems)
	}
	return a, problems
}

// The day of an article, in the ways in which pages tell it.
func TestTheDayThatAPageTells(t *testing.T) {
	const h1 = "<h1>The ferry stays</h1>"
	for _, c := range []struct{ name, lang, head, body, want string }{
		{"UTC is over midnight, a clock here is not", "en", "<meta property=article:published_time content=2024-06-13T02:11:03+00:00>", "<article>" + h1 + "<time datetime=2024-06-12T21:11:03-05:00>June 12, 2024</time>%</article>", "2024-06-12"},
		{"UTC is behind midnight, the address is not", "en", "<link rel=canonical href=https://a.example/2024/06/13/ferry><meta property=article:published_time content=2024-06-12T20:00:00Z>", "<article>" + h1 + "%</article>", "2024-06-13"},
		{"today stands in the page's head", "en", "<link rel=canonical href=https://a.example/2024/06/12/ferry><meta property=article:published_time content=2024-06-12T13:00:00Z>", "<header><p class=date>June 13, 2024</p></header><article>" + h1 + "<p class=byline>By Ana Luz | June 12, 2024</p>%</article>", "2024-06-12"},
		{"RDFa", "", "", "<article>" + h1 + "<span property='schema:dateCreated' content='2024-06-12T03:46:34+00:00'></span>%</article>", "2024-06-12"},
		{"RDFa with another prefix", "", "", "<article>" + h1 + "<span property='dc:issued' content='2024-06-12'></span>%</article>", "2024-06-12"},
		{"time with pubdate", "", "", "<article>" + h1 + "<aside><time pubdate datetime=2024-06-12>12.6.24</time></aside>%</article>", "2024-06-12"},
		{"label and value", "de", "", "<article>" + h1 + "<div class=doc><span>Ausgabejahr</span> <span>2024</span><br><span>Datum</span> <span>12.06.2024</span></div>%</article>", "2024-06-12"},
		{"label and value in a list", "es", "", "<article>" + h1 + "<dl><dt>Fecha</dt><dd>Fecha: 12 de junio de 2024</dd></dl>%</article>", "2024-06-12"},
		{"written", "en", "", "<article>" + h1 + "<p>Written: 12 June 2024</p>%</article>", "2024-06-12"},
		{"at the foot", "de", "", "<article>" + h1 + "%<p>Erstellt am: 12.06.2024 18:36 / sk</p></article>", "2024-06-12"},
		{"at the foot, with the author", "de", "", "<article>" + h1 + "%</article><p>Von <a href=/a>Ana</a> am 12.6.24 11:51 veröffentlicht.</p>", "2024-06-12"},
		{"the author's line", "de", "", "<article>" + h1 + "<p class=author><em>von</em> <span>Rosa Pardo</span> <em>12.06.2024</em></p>%</article>", "2024-06-12"},
		{"above the headline, with the section", "de", "", "<div><p class=category>12. Juni 2024 | <a href=/n>News</a></p>" + h1 + "%</div>", "2024-06-12"},
		{"in the title", "en", "<title>Harbor | The ferry stays | 12.06.2024</title>", h1 + "%", "2024-06-12"},
		{"a stretch of days in the title is none", "de", "<title>Bericht 14. - 20. Juni 2024</title>", "<h1>Bericht</h1>%", ""},
		{"the address, turned round", "de", "<link rel=canonical href=https://a.example/detail/~12-06-2024-die-faehre>", h1 + "%", "2024-06-12"},
		{"the address, packed", "de", "<link rel=canonical href=https://a.example/20240612-ferry>", h1 + "%", "2024-06-12"},
		{"a library's name for it", "fr", "<meta name=bepress_citation_date content=2024-06-12>", h1 + "%", "2024-06-12"},
		{"the elements know better than a program's stamp", "de", "<meta name=date content=2024-06-02T10:00:00+02:00><meta name=dcterms.date content=2024-06-02>", "<article>" + h1 + "<time itemprop=datePublished datetime=2024-06-12>12.06.2024</time>%</article>", "2024-06-12"},
		{"the day that is shown, and another in the machine's words", "fr", "", "<article>" + h1 + "<time datetime=2024-07-03T10:00:00Z>Publié le 12 juin 2024</time>%</article>", "2024-06-12"},
		{"updated and posted in one line", "en", "", "<article>" + h1 + "<div>Updated Jun 13, 2024, 9:41 AM;Posted Jun 12, 2024, 8:19 PM</div>%</article>", "2024-06-12"},
		{"Arabic", "ar", "<meta property=article:published_time content='الأربعاء، 12 يونيو 2024 - 12:09 م'>", h1 + "%", "2024-06-12"},
		{"Arabic digits", "ar", "", "<article>" + h1 + "<p class=date>١٢ يونيو ٢٠٢٤</p>%</article>", "2024-06-12"},
		{"Chinese", "zh", "", "<article>" + h1 + "<p>2024年6月12日</p>%</article>", "2024-06-12"},
		{"Russian", "ru", "", "<article>" + h1 + "<p>Опубликовано 12 июня 2024 г.</p>%</article>", "2024-06-12"},
		{"Hungarian", "hu", "", "<article>" + h1 + "<p>2024. június 12.</p>%</article>", "2024-06-12"},
		{"a month that two languages have, in the page's", "hr", "", "<article>" + h1 + "<p>12. listopada 2024.</p>%</article>", "2024-10-12"},
		{"the same in another", "cs", "", "<article>" + h1 + "<p>12. listopadu 2024</p>%</article>", "2024-11-12"},
		{"day before month in the page's language", "fr", "", "<article>" + h1 + "<p>Publié le 03/04/2024</p>%</article>", "2024-04-03"},
		{"which is first is not known", "en-US", "", "<article>" + h1 + "<p>Posted 03/04/2024</p>%</article>", ""},
		{"only of a change", "de", "", "<article>" + h1 + "%<p class=info>Aktualisiert: 12.06.2024</p></article>", "2024-06-12"},
		{"seconds since 1970", "de", "", "<article>" + h1 + "<abbr data-utime=1718186400 class=x>12. Juni</abbr>%</article>", "2024-06-12"},
		{"a reader's comment", "en", "", "<article>" + h1 + "%</article><ol class=comments><li><time datetime=2024-06-12>June 12, 2024</time> <p>Well.</p></li></ol>", ""},
		{"a post that is quoted", "en", "", "<article>" + h1 + "%<blockquote><p>No lamp.</p>— Luz <a href=https://x.example/1>June 12, 2024</a></blockquote></article>", ""},
		{"a picture's", "en", "", "<article>" + h1 + "<figure><figcaption>The quay on June 12, 2024</figcaption></figure>%</article>", ""},
		{"a birthday", "en", "", "<article>" + h1 + "<table><tr><td>Born</td><td>June 12, 1924</td></tr><tr><td>Died</td><td>2 May 1999</td></tr></table>%</article>", ""},
		{"a day in a sentence", "en", "", "<article>" + h1 + "<p>On June 12, 2024 the council of the harbor of Brisa met for the first time since the fire and said nothing.</p>%</article>", ""},
		{"archived and expiring", "en", "", "<article>" + h1 + "<p>Archived: 12 June 2024</p><p>Valid until 13 June 2024</p>%</article>", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, _ := datedPage(t, c.lang, c.head, c.body)
			same(t, string(a.Published), c.want)
		})
	}
}

func TestDaysThatDisagreeAreTold(t *testing.T) {
	a, problems := datedPage(t, "en", "<meta property=article:published_time content=2024-06-12><meta name=date content=2024-06-20>",
		"<article><h1>The ferry stays</h1><p class=date>June 20, 2024</p>%</article><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-06-12T10:00:00Z\"}</script>")
	same(t, string(a.Published), "2024-06-12")
	if len(problems) != 1 || problems[0].Rule != "two-days" || !strings.Contains(problems[0].Msg, "2024-06-12 (meta article:published_time, its data: datePublished) and 2024-06-20 (a day by its class, meta date)") {
		t.Error(problems)
	}
	a, problems = datedPage(t, "en", "", "<article><h1>The ferry stays</h1>%<p>Last updated: June 20, 2024</p></article>")
	if len(problems) != 1 || problems[0].Rule != "day-of-change" || !strings.Contains(a.String(), "published: 2024-06-20 # when it was changed last") {
		t.Error(problems, a)
	}
}

func FuzzDays(f *testing.F) {
	for _, s := range []string{"3 de junio de 2024", "Jun 3 09:49:32 UTC 2024", "2024年6月3日", "١٢ يونيو ٢٠٢٤", "1.2.3.4", "20240603T1", "12. 3. '24"} {
		f.Add("de", s)
	}
	f.Fuzz(func(t *testing.T, lang, s string) {
		end := 0
		for _, d := range tongue(lang).days(s) {
			if d.from < end || d.to <= d.from || d.to > len(s) || !d.day.Full() {
				t.Errorf("%q: %+v behind %d", s, d, end)
			}
			end = d.to
		}
		onlyDay(s)
	})
}
