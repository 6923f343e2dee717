package doc

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/source"
)

// cleaned is what clean does to a text, one line each: rule, what it takes, and what
// it puts there.
func cleaned(text string) []string {
	var out []string
	for _, c := range clean(text, paragraphs(text)) {
		line := c.Rule + ": " + text[c.Span.Start:c.Span.End]
		if c.Replacement != "" {
			line += " -> " + c.Replacement
		}
		out = append(out, line)
	}
	return out
}

const lead = "The mayor opened a new bridge over the harbour on Tuesday.\n"

func TestCleanLeavesFurnitureOut(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"capitals", lead + "RIVAL CITY CALLS HARBOUR BRIDGE A COSTLY MISTAKE\nTraffic began at noon.", "capitals promotion: RIVAL CITY CALLS HARBOUR BRIDGE A COSTLY MISTAKE"},
		{"capitals with a small letter", lead + "McALLEN'S OLD FERRY TO SAIL ONE LAST TIME\nTraffic began at noon.", "capitals promotion: McALLEN'S OLD FERRY TO SAIL ONE LAST TIME"},
		{"capitals at the end", lead + "HARBOUR TOLLS EXPECTED TO RISE BY SPRING", "capitals promotion: HARBOUR TOLLS EXPECTED TO RISE BY SPRING"},
		{"app", lead + "Click here to get the Harbour News app\n", "app advert: Click here to get the Harbour News app"},
		{"app in capitals", lead + "DOWNLOAD THE HARBOUR APP NOW\n", "app advert: DOWNLOAD THE HARBOUR APP NOW"},
		{"events and their list", lead + "Upcoming Events\nRummage sale, Oct. 3\nSoup night at the pier\n", "events list: Upcoming Events|events list: Rummage sale, Oct. 3|events list: Soup night at the pier"},
		{"list ends at prose", lead + "Most Read\nTen bridges to see\nThe harbour master praised the builders.", "story list: Most Read|story list: Ten bridges to see"},
		{"read more", lead + "Read more: Ten bridges to see before you sail.\nTraffic began at noon.", "other story: Read more: Ten bridges to see before you sail."},
		{"related", lead + "RELATED: TEN BRIDGES TO SEE", "other story: RELATED: TEN BRIDGES TO SEE"},
		{"watch", lead + "WATCH: Bridge opens\n", "other story: WATCH: Bridge opens"},
		{"newsletter", lead + "Sign up for our Morning Tide newsletter, in your inbox daily.", "newsletter line: Sign up for our Morning Tide newsletter, in your inbox daily."},
		{"advertisement", lead + "ADVERTISEMENT\nTraffic began at noon.", "advertisement: ADVERTISEMENT"},
		{"advertisement in a wrapped paragraph", "The mayor, who had waited for eleven years to do so, at last\nAdvertisement\nopened the bridge.", "advertisement: Advertisement"},
		{"photo credit", lead + "Photo: Jane Doe for the Harbour News", "photo credit: Photo: Jane Doe for the Harbour News"},
		{"caption", lead + "A gull rests on the new bridge. (Jane Doe/Getty Images)", "photo caption: A gull rests on the new bridge. (Jane Doe/Getty Images)"},
		{"syndication", lead + "This story was originally published by the Harbour News.", "syndication line: This story was originally published by the Harbour News."},
		{"syndication in the last paragraph", lead + "Traffic began at noon. This article first appeared in the Harbour News", "syndication line: This article first appeared in the Harbour News"},
		{"copyright", lead + "© 2019 Harbour News. All rights reserved.", "syndication line: © 2019 Harbour News. All rights reserved."},
		{"credits", lead + "Reporting by Jane Doe; editing by John Roe", "credit line: Reporting by Jane Doe; editing by John Roe"},
		{"contributors", lead + "Harbour News reporter John Roe contributed to this report.", "credit line: Harbour News reporter John Roe contributed to this report."},
		{"share buttons", lead + "Share on Facebook | Tweet | Email\nTraffic began at noon.", "social line: Share on Facebook | Tweet | Email"},
		{"follow", lead + "Follow Jane Doe on Twitter: @janedoe", "social line: Follow Jane Doe on Twitter: @janedoe"},
		{"end mark", lead + "###", "end mark: ###"},
		{"reading time", "Bridge opens\n4 min read\n" + lead, "page part: 4 min read"},
		{"byline of two lines", "Bridge opens\n\nBy Jane Doe\nHarbour News, Dover\n\n" + lead, "byline: By Jane Doe|byline: Harbour News, Dover"},
		{"question in brackets", lead + "[How was the bridge built?]", "other story: [How was the bridge built?]"},
		{"desk initials", lead + "jd-mr/kl", "desk initials: jd-mr/kl"},
		{"divider", lead + "___\nJane Doe contributed to this report.", "divider: ___|credit line: Jane Doe contributed to this report."},
		{"no English", lead + "Publicidad\nLea también: El puente de la bahía", "advertisement: Publicidad|other story: Lea también: El puente de la bahía"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(cleaned(c.in), "|"); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestCleanKeepsProse(t *testing.T) {
	for _, in := range []string{
		"HARBOUR BRIDGE OPENS AFTER ELEVEN YEARS\n" + lead,                       // the article's own headline
		lead + "BACKGROUND\nThe old ferry sank.",                                 // a short heading
		lead + "ARTICLE IV: RIGHTS OF THE HARBOUR MASTER\nTolls are set yearly.", // numbered
		lead + "THE MAYOR: WE ARE LATE, AND WE ARE SORRY.\nLaughter followed.",   // a transcript
		lead + "\"STOP THE TOLLS NOW,\" the banners read.",
		lead + "U.S.-built cranes lifted the deck.",
		"LIVERPOOL — Read on, the mayor said.",
		lead + "Click here, the website told drivers, and the toll is paid without any delay at all, though hardly anybody trusts that it is, officials in the harbour said on Tuesday.",
		lead + "Download the toll receipts and you will see the problem, she said.",
		lead + "This report was published by the harbour board in May and found no fault.",
		lead + "This story first began in a small boat.",
		lead + "Copyright law does not cover bridges.",
		lead + "Follow the money, the auditor said, and you find the old ferry company.",
		lead + "Sign up for the ferry was slow, and few sailed.",
		lead + "Share prices of the builder rose.",
		lead + "More: that was all the crowd wanted to hear.",
		lead + "Related costs rose as well, the board said.",
		lead + "[Laughter.]",
		lead + "By Friday Tolls Were Gone",
		"Bridge opens\nBy sea they came and by sea they left",
		lead + "Receive your guests well, she said.",
		lead + "Photographers lined the quay.",
		"STOP\nSHIP SINKING FAST SEND HELP AT ONCE\nTHREE BOATS LOWERED IN HEAVY SEA\nAll were saved, the owners said.", // a telegram
		"",
	} {
		if got := cleaned(in); got != nil {
			t.Errorf("%q: cleaned %q", in, got)
		}
	}
}

func TestCleanRepairs(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"soft hyphen", "The har\u00adbour is calm.", "soft hyphen: \u00ad"},
		{"no-break space", "Some 20\u00a0boats sailed.", "no-break space: \u00a0 ->  "},
		{"letter", "Andr\u00c3\u00a9 sailed.", "mojibake: Ã© -> é"},
		{"apostrophe", "The mayor\u00e2\u20ac\u2122s boat.", "mojibake: â€™ -> ’"},
		{"capital in a word", "C\u00c3\u201dTE D\u2019AZUR", "mojibake: Ã” -> Ô"},
		{"inside quotation marks", "“Andr\u00c3\u00a9 is a har\u00adbour man,” she said of Andr\u00c3\u00a9.", "mojibake: Ã© -> é"},
		{"after an open mark", "\"Andr\u00c3\u00a9 is a sailor", ""},
		{"in furniture", lead + "Photo: Andr\u00c3\u00a9", "photo credit: Photo: AndrÃ©"},
		{"sound capitals before a mark", "They shouted „N\u00c3O” and „JÄ“ and went.", ""},
		{"sound French", "Il a dit «\u00a0voil\u00e0\u00a0» hier.", ""},
		{"sound text", "Ångström, Âme, Ãe, â la carte: 5 € is déjà vu…", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(cleaned(c.in), "|"); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestCleanSpans(t *testing.T) {
	text := lead + "ADVERTISEMENT\nTraffic began."
	got := clean(text, paragraphs(text))
	want := []Cleaning{{Span: source.Span{Start: len(lead), End: len(lead) + 13}, Rule: "advertisement"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func FuzzClean(f *testing.F) {
	f.Add(lead + "RIVAL CITY CALLS HARBOUR BRIDGE A COSTLY MISTAKE\nAndr\u00c3\u00a9 said: \"har\u00adbour\". © 2019")
	f.Add("Most Read\n\nx\n# # #\n\u00a0")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, c := range clean(text, paragraphs(text)) {
			if c.Span.Start < end || c.Span.End <= c.Span.Start || c.Span.End > len(text) || c.Rule == "" {
				t.Fatalf("%+v in %q", c, text)
			}
			end = c.Span.End
		}
	})
}
