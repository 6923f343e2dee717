package mention

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"glossator/internal/catalogue"
	"glossator/internal/lexicon"
	"glossator/internal/reading"
)

// brisa is a second catalogue: companies, bodies and places, without aliases.
var brisa = lexicon.New(catalogue.New(
	[]catalogue.Facet{{ID: "who", Singular: "person or body"}, {ID: "rule", Singular: "rule"}},
	[]*catalogue.Entry{
		{ID: "cetra", Kind: "company", Name: "Cetra Corporation"},
		{ID: "north", Kind: "company", Name: "NorthCatch ASA"},
		{ID: "halden", Kind: "company", Name: "Halden Lines Inc."},
		{ID: "hanna", Name: "Hanna Insurance"},
		{ID: "levies", Kind: "organization", Name: "Harbor Office for Night Trade Levies"},
		{ID: "moll", Kind: "brokerage", Name: "Moll, Karst & Co"},
		{ID: "fund", Kind: "organization", Name: "Harbor Monetary Fund"},
		{ID: "exchange", Name: "Brisa Stock Exchange"},
		{ID: "velia", Name: "Velia"},
		{ID: "usa", Name: "United States"},
		{ID: "jersey", Name: "New Jersey"},
		{ID: "dutch", Name: "Dutch"},
		{ID: "street", Name: "Brisa Street"},
		{ID: "ministry", Kind: "ministry", Name: "Ministry of Fisheries"},
		{ID: "court", Kind: "court", Name: "Velia Supreme Court"},
		{ID: "journal", Name: "The Harbor Journal of Trade"},
		{ID: "un", Kind: "organization", Name: "Office of Night Trade", Aliases: words("ONT", "IT")},
		{ID: "poehl", Kind: "person", Name: "Jürgen Pöhlmann"},
		{ID: "kessler", Kind: "person", Name: "Robert Kessler Jr."},
		{ID: "rivas", Kind: "person", Name: "Elena Rivas"},
		{ID: "kim", Kind: "person", Name: "Kim Min-seo", Surname: "Kim"},
		{ID: "fuente", Kind: "person", Name: "María de la Fuente", Surname: "de la Fuente"},
		{ID: "bula", Kind: "person", Name: "Mara Bula"},
		{ID: "safety", Facet: 1, Name: "Harbor Safety Act"},
		{ID: "permits", Facet: 1, Name: "Harbor Work Permits"},
		{ID: "old-act", Facet: 1, Name: "Boats and Quays Act 2001"},
	}), "en")

// TestWhatContradictsAName: a name is not linked in what makes it another one.
func TestWhatContradictsAName(t *testing.T) {
	links(t, brisa, []string{
		"Robert Kessler Sr. spoke. Kessler left.",
		"{Robert Kessler Jr.=kessler} spoke. {Kessler=kessler} left.",
		"Elena Rivas-Soto spoke, and so did Rivas-Soto.",
		"{Elena Rivas=rivas} spoke, then the {Rivas=rivas}-{Bula=bula} talks of {Mara Bula=bula} began.",
		"{Kim Min-seo=kim} and Kim Ji-ho spoke. Kim left.",
		"{Min-seo Kim=kim} spoke. {Kim=kim} left.",
		"María de los Ángeles spoke. María de Brisa left.",
		"{María de la Fuente=fuente} spoke. {De la Fuente=fuente} left.",
		"The Bank of Velia, the University of Velia and the Republic of {Velia=velia}.",
		"The Brisa Street Journal stands on {Brisa Street=street}.",
		"The Brisa and Velia Stock Exchanges, and the {Brisa Stock Exchange=exchange}.",
		"The Velia Airport Company, Lloyds Bank Velia and the Elena Rivas Foundation.",
		"The Elena Rivas Act, and {Velia=velia} Prime Minister Moss.",
		"They sang ALL OF IT IS OURS, and the {IT=un} said so.",
		"The ONT wrote. The Order of New Times (ONT) is a club.",
		"{Cetra Corp=cetra} rose, Cetra Ltd fell.",
		"Dutch farmers met the {Dutch=dutch}.",
	})
}

// TestOtherWaysToWriteAName: whole names that no entry lists.
func TestOtherWaysToWriteAName(t *testing.T) {
	links(t, brisa, []string{
		"{Cetra Inc=cetra} and {Cetra Company=cetra} are one.",
		"{Moll Karst=moll}, {Moll, Karst and Company=moll} and {Moll, Karst=moll} are one.",
		"Shares are traded in the {U.S.=usa} and on the U.S. market.",
		"It lies in Wayne, {N.J.=jersey} Nobody wrote NJ.",
		"The {Fisheries Ministry=ministry} wrote, not the Marenzan Fisheries Ministry.",
		"The {Harbor Journal of Trade=journal} and the {Harbor Journal of Trade=journal}.",
		"{Juergen Poehlmann=poehl} spoke. {Poehlmann=poehl} and {Pöhlmann=poehl} left.",
		"The {Harbor Safeguard Act=safety} holds, the Harbor Dues Act fell.",
		"The {Boats and Quays Act=old-act} holds. The Boats and Quays Act 2005 and the Boats and Quays Act of 2005 do not.",
		"{NorthCatch=north} fell. The {Halden Lines=halden} rose, {Halden=halden} did not.",
	})
}

// TestWhatAnArticleIntroduces: short names and what it calls something hold in it alone.
func TestWhatAnArticleIntroduces(t *testing.T) {
	links(t, brisa, []string{
		"{Cetra Corp=cetra} will buy {Hanna Insurance=hanna}. {Cetra=cetra} rose. {Hanna=hanna} said so.",
		"Cetra rose.",
		"{Hanna Insurance=hanna} fell. They met in Hanna.",
		"{Harbor Office for Night Trade Levies=levies} met. No {Harbor Office for Night Trade levies~levies} are paid.",
		"{Hanna Insurance=hanna} fell. Anna Hanna said so.",
		"The {Harbor Monetary Fund=fund} ({HMF=fund}) lends. The {HMF=fund} said no.",
		"The {Harbor Monetary Fund=fund}, or {HMF=fund}. The {HMF=fund} said no.",
		"HMF said no.",
		"{Harbor Work Permits=permits} ({HWPs=permits}) end. No {HWPs=permits} are left.",
		"The {Velia Supreme Court=court} met. The {Supreme Court=court} sat, Kestria's Supreme Court did not.",
		"The {Boats and Quays Act 2001=old-act} holds. The {Boats and Quays Act=old-act} is old.",
		"The {Harbor Safety Act=safety} (the “{Order=safety}”) holds. The {Order=safety} is old, an order is not.",
	})
}

func TestHonorifics(t *testing.T) {
	links(t, brisa, []string{
		"Honourable {Bula=bula} rose. The Honourable {Bula=bula} sat.",
		"Dame {Mara Bula=bula} rose.",
		"Mrs. {Rivas=rivas} left. {Elena Rivas=rivas} spoke. Mr. Rivas did not.",
		"{Robert Kessler Jr.=kessler} left. Mrs. Kessler stayed, and so did Ms. Kessler.",
	})
}

// links holds what is linked in texts that say it.
func links(t *testing.T, lex *lexicon.Lexicon, texts []string) {
	for _, want := range texts {
		d := article(unlinked(want))
		var why []string
		f := Finder{Why: func(_, _ int, msg string) { why = append(why, msg) }}
		got, _ := f.Find(reading.New(d, lex))
		if diff := cmp.Diff(want, linked(d, got)); diff != "" {
			t.Errorf("%s\n%s", diff, strings.Join(why, "\n"))
		}
	}
}

// noise is a third catalogue: laws, roles and measures with hardly a description.
var noise = lexicon.New(catalogue.New(
	[]catalogue.Facet{{ID: "who", Singular: "person or body"}, {ID: "rule", Singular: "rule"}, {ID: "measure", Singular: "measure"}},
	[]*catalogue.Entry{
		{ID: "luz", Kind: "person", Name: "Ana Luz", Roles: []catalogue.Role{{Title: "Leader of the Greens", From: "2020", Descriptions: words("the Green leader")}}},
		{ID: "rey", Kind: "person", Name: "Tomas Rey", Roles: []catalogue.Role{{Title: "Harbor master", From: "2020", Descriptions: words("the harbor master")}}},
		{ID: "sol", Kind: "person", Name: "Inés Sol", Roles: []catalogue.Role{{Title: "Prime Minister of Spain", From: "2020", Descriptions: words("prime minister")}}},
		{ID: "tam", Kind: "person", Name: "Olga Tam", Roles: []catalogue.Role{{Title: "President of Ostria", From: "2020"}}},
		{ID: "bill", Facet: 1, Kind: "bill", Name: "Prevention of Noise Bill"},
		{ID: "act", Facet: 1, Kind: "act", Name: "Quay Act"},
		{ID: "court", Kind: "court", Name: "Brisa Court of Appeal"},
		{ID: "patrol", Kind: "agency", Name: "River Patrol", Descriptions: words("officers")},
		{ID: "port", Facet: 1, Kind: "bill", Name: "Port Bill"},
		{ID: "gov", Kind: "government", Name: "Government of Spain"},
		{ID: "lines", Kind: "company", Name: "Velia Lines"},
		{ID: "islands", Facet: 2, Kind: "routes", Name: "Island Routes"},
		{ID: "taps", Facet: 2, Name: "Night patrols", Descriptions: words("night patrols", "these routes")},
	}), "en")

// TestWhatIsLeftToOneCandidate: "the bill", "the court", "officers".
func TestWhatIsLeftToOneCandidate(t *testing.T) {
	links(t, noise, []string{
		"The {Prevention of Noise Bill=bill} passed. No Bill goes through. He left.\n\nIt rained.\n\nWill {the Bill~bill} do? {This bill~bill} is doomed.",
		"The {Prevention of Noise Bill=bill} passed. A second bill failed. The bill is long.",
		"The {Prevention of Noise Bill=bill} and the {Quay Act=act} hold. {The bill~bill} is long, {the statute~act} is short.",
		"The {Prevention of Noise Bill=bill} passed. He left. It rained. The bill on lamps fell, {the bill~bill} did not.",
		"The {Brisa Court of Appeal=court} sat. {The court~court} rose.",
		"The {Brisa Court of Appeal=court} sat, as did a court in Velia. The court rose.",
		"The {River Patrol=patrol} came. {Officers~patrol} stopped, and police officers did not.",
		"Officers came.",
		"{Night patrols=taps} began. {These routes~taps} are long.",
		"{Olga Tam=tam} came. {The Ostrian leader~tam} spoke, {the Ostrian president~tam} left.",
		"{Ana Luz=luz} spoke. Lord Marsh, Green leader in the upper house, left.",
		"It would be {the harbor master~rey} and not judges who decided. He is the harbor master.",
		"What they saw is believed to be {night patrols~taps}.",
		// two candidates
		"The {Prevention of Noise Bill=bill} and the {Port Bill=port} were read. The bill is long.",
		"The {Prevention of Noise Bill=bill} was read. The {Port Bill=port} was read.\n\nHe left. It rained. Boats slept.\n\nThe bill is long.",
		"The {Prevention of Noise Bill=bill} was read. The phone bill came. The bill is long.",
		"The {Brisa Court of Appeal=court} sat. The tennis court was wet. The court dried.",
		"{Velia Lines=lines} sails. {Ana Luz=luz} runs another company. The company has ten boats.",
		// another kind
		"The {Prevention of Noise Bill=bill} was read. The act bans horns. The treaty holds. The court said no.",
		"The {Quay Act=act} was read. The bill bans horns.",
		"The {Prevention of Noise Bill=bill} was read. He paid the bill, and {the bill~bill} bans horns.",
		"The {Prevention of Noise Bill=bill} was read. The bill for the repairs came to ten crowns. {The bill~bill} bans horns.",
		"The {River Patrol=patrol} came. The court and the government left. Army officers stayed. An officer wept.",
		"{Ana Luz=luz} fell. The government had ruled for a year. The company sails.",
		// something of its own
		"The {Prevention of Noise Bill=bill} was read. The latest bill fails. Its bill fails. Such a bill fails.",
		"The {Brisa Court of Appeal=court} sat. The courts are full. She went to court.",
		"The {Government of Spain=gov} fell. The new government is weak. Governments fall.",
		// one candidate
		"The {Prevention of Noise Bill=bill} was read. He spoke.\n\n“{The bill~bill} is bad,” {Ana Luz=luz} said. {That bill~bill} fails.",
		"The {Prevention of Noise Bill=bill} was read. {The bill~bill}'s author slept.",
		"The {Government of Spain=gov} fell. {The government~gov} had ruled for a year.",
		"The {Government of Spain=gov} fell. The Danish premier said the government would help.",
		"The {Government of Spain=gov} fell. The Spanish premier said {the government~gov} would help.",
		"Chief Minister {Olga Tam=tam} came. {The Chief Minister~tam} left. The Chief Minister of Velia stayed, {the Chief Minister~tam} of Ostria did not.",
		"{Inés Sol=sol} came. Spanish {prime minister~sol} at noon, Danish prime minister by night.",
		"{Velia Lines=lines} sails. {The company~lines} has ten boats, and {the firm~lines} is old.",
		"{Island Routes=islands} are long. {The routes~islands} lead north.",
	})
}

// TestWhatIsLeftToTwoIsTold: the editor is told of a noun that two may be meant by.
func TestWhatIsLeftToTwoIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"The Prevention of Noise Bill and the Port Bill were read. The bill is long.":                "bill port",
		"The Prevention of Noise Bill was read. A second bill failed. The bill is long.":             "bill",
		"The Brisa Court of Appeal sat, as did a court in Velia. The court rose.":                    "court",
		"The Government of Spain fell. The Danish premier said the government would help.":           "gov",
		"The Prevention of Noise Bill was read. The bill bans horns. He paid the bill in July.":      "",
		"The River Patrol came. The court rose, and the government fell. Police officers went home.": "",
	} {
		var f Finder
		_, doubts := f.Find(reading.New(article(text), noise))
		var got []string
		for _, d := range doubts {
			got = append(got, d.Entries...)
		}
		slices.Sort(got)
		if all := strings.Join(got, " "); all != want {
			t.Errorf("%s\n%q, want %q", text, all, want)
		}
	}
}
