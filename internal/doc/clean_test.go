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

func TestCleanKnowsForms(t *testing.T) {
	for _, c := range []struct{ line, rule string }{
		{"RELATED ARTICLE What to see at the harbour this summer", "other story"},
		{"Related story Ten bridges worth a journey", "other story"},
		{"READ MORE Ferry crews fear for their jobs", "other story"},
		{"Read more about the old ferry here.", "other story"},
		{"For more stories like this, visit harbournews.example.", "other story"},
		{"This story has been updated with additional developments.", "update line"},
		{"This article was updated at 6:40 p.m. with the mayor's answer.", "update line"},
		{"This report has been updated throughout.", "update line"},
		{"This is a developing story. Check back for updates.", "update line"},
		{"An earlier version of this article misstated the length of the bridge.", "update line"},
		{"Updated at 5:14 p.m. ET", "update line"},
		{"Last updated: Tuesday, June 3, 2021, 11:02 AM GMT", "update line"},
		{"Watch Harbour News at Six for more on this story.", "other story"},
		{"Stay with Harbour News for updates.", "other story"},
		{"Listen to this story on Spotify or wherever you get your podcasts.", "other story"},
		{"Follow Jane Doe on Twitter.", "social line"},
		{"Additional reporting by Jane Doe in Dover and John Roe in Deal", "credit line"},
		{"(Reporting by Jane Doe; Editing by John Roe and Ann Poe)", "credit line"},
		{"Jane Doe reported from Dover. John Roe contributed reporting from Deal.", "credit line"},
		{"Download our app for breaking news.", "app advert"},
		{"Subscribe today for unlimited access.", "newsletter line"},
		{"Get the latest harbour headlines delivered every morning.", "newsletter line"},
		{"The post Bridge Opens After Years appeared first on Harbour News.", "syndication line"},
		{"Copyright Harbour News. All rights reserved.", "syndication line"},
		{"Contact the writer at jdoe@harbournews.example.", "author line"},
		{"Email Jane Doe at jdoe@harbournews.example", "author line"},
		{"Jane Doe covers ports. She can be reached at jdoe@harbournews.example.", "author line"},
		{"AP Photo/Jane Doe", "photo credit"},
		{"Jane Doe/Getty Images", "photo credit"},
		{"Courtesy of the Dover Museum", "photo credit"},
		{"EFE", "agency mark"},
		{"– AFP", "agency mark"},
		{"Filed under: bridges, ferries, tolls", "page part"},
	} {
		if got, want := strings.Join(cleaned(lead+c.line), "|"), c.rule+": "+c.line; got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestCleanByPlace(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"agency before the text", "CNN —\n" + lead, "agency mark: CNN —"},
		{"agency after the last sentence", lead + "Traffic began at noon. EFE\n\nab/cd", "agency mark: EFE|desk initials: ab/cd"},
		{"list at the end", lead + "Also see\n\nTen bridges\n\nThe last ferry", "other story: Also see|other story: Ten bridges|other story: The last ferry"},
		{"no list before prose", lead + "Read more\n\nA long wait\n\nThe ferry sailed for ninety years.", "other story: Read more"},
		{"byline with an office", "Bridge opens\nBy Jane Doe, staff writer\n" + lead, "byline: By Jane Doe, staff writer"},
		{"written by", "Bridge opens\nWritten by Jane Doe\n" + lead, "byline: Written by Jane Doe"},
		{"update in the last paragraph", lead + "Traffic began at noon. This story has been updated.", "update line: This story has been updated."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(cleaned(c.in), "|"); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestCleanKeepsSentencesThatBeginLikeFurniture(t *testing.T) {
	for _, s := range []string{
		"Watch what happens next, she said.",
		"Watch Hill has no bridge and wants none.",
		"WATCH HILL, R.I. (AP) — The ferry is full.",
		"Watch the tide for more than an hour and you see the leak.",
		"Listen to the podcast twice and you hear the gull.",
		"Listen to the harbour at night, he wrote.",
		"This story has been updated by every teller since 1840.",
		"This report has been updated every spring since the flood.",
		"This report was originally due in May.",
		"Updated rules at 14 ports took effect on June 3.",
		"Updated on Monday, the list names 14 boats.",
		"Related articles of the charter were repealed.",
		"Read more closely, the contract promises nothing.",
		"Reporting by the harbour board shows that tolls doubled.",
		"Reporting by Harbour News found that tolls doubled.",
		"Edited by a committee, the plan lost its harbour.",
		"Photo by photo, the diver mapped the wreck.",
		"Photos by residents showed water on the deck.",
		"File photos showed the ferry with two funnels.",
		"Follow the pilot on X and you learn the tides, she said.",
		"Subscribe to his theory and the bridge should have fallen.",
		"Receive enough email and you stop reading it, the clerk said.",
		"Get the latest figures and the toll looks worse still.",
		"The post first appeared on Facebook on Friday.",
		"The post appeared first on a wall near the pier.",
		"Contact the writer of the letter and the mayor answers, he said.",
		"Contact with the ship was lost at noon.",
		"Additional reporting by crews is required after each storm.",
		"Copyright Office clerks lost the drawings, which all rights holders had reserved.",
		"Download the toll records for 2019 and the gap is plain.",
		"Courtesy of the tide, the ship came free on Sunday.",
		"Courtesy of the tide, the ship floated free.",
		"He used to work at Reuters.",
		"Who owns the ship? Reuters.",
		"Smugglers reported from Dover that the boats had gone.",
		"Subscribe now, the leaflet told sailors, or sink.",
		"Last May 3, 2021.",
		"The clerk, who had not slept for two days, asked every sailor to\nsubscribe now and pay the toll for the bridge later in the year.",
		"Tags: that is what the dockers call the brass discs.",
	} {
		for _, in := range []string{lead + s, lead + s + "\nTraffic began at noon.", lead + "Traffic began at noon. " + s} {
			if got := cleaned(in); got != nil {
				t.Errorf("%q: cleaned %q", in, got)
			}
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
