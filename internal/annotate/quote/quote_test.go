package quote

import (
	"strings"
	"testing"

	"glossator/internal/annotate/sample"
	"glossator/internal/source"
)

func TestQuotes(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"said after", `"The tide is late," {ana-ruiz|Ruiz} said.`, "The tide is late,=ana-ruiz"},
		{"said before", `{ana-ruiz|Ruiz} said, "The tide is late."`, "The tide is late.=ana-ruiz"},
		{"inverted", `"The tide is late," said harbor master {ana-ruiz|Ana Ruiz}, a former pilot.`, "The tide is late,=ana-ruiz"},
		{"told reporters", `“The tide is late,” {ana-ruiz|Ruiz} told reporters.`, "The tide is late,=ana-ruiz"},
		{"interpreter", `“The tide is late,” {ana-ruiz|Ruiz} added through an interpreter.`, "The tide is late,=ana-ruiz"},
		{"weekday between", `{ana-ruiz|Ruiz} on Monday called the tide "a disgrace."`, "a disgrace.=ana-ruiz"},
		{"surname of an object", `The board put Vice Chair Ana Ruiz in charge. Ruiz called it “hard.”`, "hard.=Ana Ruiz"},
		{"a surname of two", `Ana Maria Ruiz met Bo Ruiz at the pier. “We never asked for it,” Ruiz said.`, "We never asked for it,=Ruiz"},
		{"a surname of two, given whole", `Ana Maria Ruiz met Bo Ruiz at the pier. “We never asked for it,” Bo Ruiz said.`, "We never asked for it,=Bo Ruiz"},
		{"a name in two forms", `A. M. Ruiz met the crew. Ana Maria Ruiz left at ten. “We never asked for it,” Ruiz said.`, "We never asked for it,=Ana Maria Ruiz"},
		{"hyphen in a name", `Ana Ruiz-Hale, the pilot, was late. She said the pier was “rotten.”`, "rotten.=Ana Ruiz-Hale"},
		{"she, behind a spokeswoman", `{tom-hale|Tom Hale} said: “I am uneasy.” A spokeswoman for Quay Watch said it was a “basic rule.” She added: “One pilot alone does not mend it.”`, "I am uneasy.=tom-hale|basic rule.=A spokeswoman for Quay Watch|One pilot alone does not mend it.=A spokeswoman for Quay Watch"},
		{"opened again", `Warden {tom-hale|Hale} warned: "All bans have failed so far. "So unless it is clear, {ana-ruiz|Ruiz} will chase boats." He left.`, "All bans have failed so far.=tom-hale|So unless it is clear, Ruiz will chase boats.=tom-hale"},
		{"opened again twice, with dots", `Ms. {ana-ruiz|Ruiz} told the radio: "We are told by the pilots... "What they ask is for you to give us powers. "And we will use them rarely."`, "We are told by the pilots...=ana-ruiz|What they ask is for you to give us powers.=ana-ruiz|And we will use them rarely.=ana-ruiz"},
		{"opened again, curly", `{ana-ruiz|Ruiz} said: “The pier is old. “It must go.”`, "The pier is old.=ana-ruiz|It must go.=ana-ruiz"},
		{"he, behind somebody unlisted", `Mr. {tom-hale|Hale} had backed it. But former warden Bill Marsh said there was “very deep” unease. He told Quay Radio that the office was “far too strict.”`, "very deep=Bill Marsh|far too strict.=Bill Marsh"},
		{"he, of two, one of whom is Ms.", `Mr. {tom-hale|Hale} was in a row over the pilot Beth Hall. Ms. Hall had to resign. Mr. {tom-hale|Hale}'s own comments had angered many - he told crews to “go back home.”`, "go back home.=tom-hale"},
		{"he, not of the clause inside", `Mr. Stone said he had backed the pass when Mr. {tom-hale|Hale} argued for it, and he backed it now. “It is safer,” he said.`, "It is safer,=Stone"},
		{"he and she by their titles", `Mr. {hale|Hale} said the pier was old. Ms. {ruiz|Ruiz} disagreed. “It is fine,” she said. “It is a wreck,” he said.`, "It is fine,=ruiz|It is a wreck,=hale"},
		{"he, who may be either", `{hale|Hale} met {ruiz|Ruiz}. “It is fine,” he said.`, "It is fine,=?hale ruiz"},
		{"she, behind Mr. alone", `Mr. {hale|Hale} left. “It is fine,” she said.`, "It is fine,="},
		{"verb left out", `{tom-hale|Tom Hale} said the pier was “old,” {ana-ruiz|Ana Ruiz} that it was “fine.” {tom-hale|Hale} said “yes” and {ana-ruiz|Ruiz} “no.”`, "old,=tom-hale|fine.=ana-ruiz|yes=tom-hale|no.=ana-ruiz"},
		{"attribution lines", "“The pier is old.” — {tom-hale|Tom Hale}\n\n“It must go.”\n\n— {ana-ruiz|Ana Ruiz}, engineer", "The pier is old.=tom-hale|It must go.=ana-ruiz"},
		{"colon, then a paragraph", "In a statement, {ana-ruiz|Ana Ruiz} wrote the following:\n\n“It must go.”\n\n{tom-hale|Tom Hale}:\n\n“It will stay.”", "It must go.=ana-ruiz|It will stay.=tom-hale"},
		{"anybody who", `{ana-ruiz|Ruiz} mocked it, saying anybody who complains about a lamp “is not having a good night.”`, "is not having a good night.=ana-ruiz"},
		{"did not suggest", `“It was long,” {ana-ruiz|Ruiz} said after meeting {tom-hale|Tom Hale}. She didn't suggest a ban. “Our goal is not to close it.”`, "It was long,=ana-ruiz|Our goal is not to close it.=ana-ruiz"},
		{"comma, said, and another's possession", `Jean Morel, the minister of Dover, said North Vela's latest “act cannot be left alone.”`, "act cannot be left alone.=Jean Morel"},
		{"as he put it, far away", `North Vela is “racing to the line,” as Van Rojas, a professor at the Center for Studies, a Navy think tank in Dover, put it.`, "racing to the line,=Van Rojas"},
		{"governor without a name", `{ana-ruiz|Ruiz} left. The governor of the island said the papers harp on “he said this.”`, "he said this.=The governor of the island"},
		{"with a spokesman saying", `The office declined to comment, with spokesman Glen Hart saying, “They help nobody.”`, "They help nobody.=Glen Hart"},
		{"footage of", `The film shows {ana-ruiz|Ruiz}. It ends with footage of {tom-hale|Hale} saying on Monday, “We wait,” as the tide comes.`, "We wait,=tom-hale"},
		{"path to a connection", `A hotel promotes a connection to “the world's leading builder” and a path to a berth.`, "the world's leading builder="},
		{"title with a colon", `“It sank,” said Maria Lopez, author of the book “Slow Water: A Life.”`, "It sank,=Maria Lopez|Slow Water: A Life.="},
		{"programme without a noun", `“It sank,” {ana-ruiz|Ruiz} said on Harbor TV's “Face the Quay.”`, "It sank,=ana-ruiz|Face the Quay.="},
		{"law", `The Harbor Act says boats are “moored by dusk.”`, "moored by dusk.="},
		{"somebody's brackets", `After a fire ({ana-ruiz|Ruiz} called it “a shame”), {tom-hale|Hale} made it worse by saying, “Animals did this.”`, "a shame=ana-ruiz|Animals did this.=tom-hale"},
		{"reported clause", `{ana-ruiz|Ruiz} said that {tom-hale|Hale} once called it “a folly.”`, "a folly.=?ana-ruiz tom-hale"},
		{"for him to say", `“We accept,” she said, only for {tom-hale|Hale} to say on Monday that “it is a fraud.”`, "We accept,=|it is a fraud.=tom-hale"},
		{"headline with capitals", "{ana-ruiz|Ana Ruiz} Said The Pier Is “Very Old And Tired.” “I have seen it myself, and it is tired.”", "Very Old And Tired.=ana-ruiz|I have seen it myself, and it is tired.=ana-ruiz"},
		{"verb of a sentence behind", `“You are not reporting it.” {tom-hale|Hale} said to cheers. “But it is late.”`, "You are not reporting it.=tom-hale|But it is late.=tom-hale"},
		{"he asked, who may be either", `{tom-hale|Tom Hale} was questioned by {sam-orde|Sam Orde}. He asked where the boats were. “I do not know,” he said.`, "I do not know,=?tom-hale sam-orde"},
		{"his brother or he", `{tom-hale|Tom Hale}'s brother, Piet, runs the lock. “He works hard,” he said.`, "He works hard,="},
		{"he, with his work behind his name", `{tom-hale|Tom Hale}, a fisherman, praised the board. He called the vote “a shame.”`, "a shame.=tom-hale"},
		{"her husband's words", `{ana-ruiz|Ruiz} said her husband had called it “a folly.”`, "a folly.=?ana-ruiz"},
		{"claims of others", `{ana-ruiz|Ruiz} rejected claims that the toll was “a theft.”`, "a theft.="},
		{"letter to", `A letter to {ana-ruiz|Ruiz} said the toll was “a theft.”`, "a theft.="},
		{"letter from", `A letter from {ana-ruiz|Ruiz} said the toll was “fair.”`, "fair.=ana-ruiz"},
		{"read from a letter", `{ana-ruiz|Ruiz} read aloud from the letter: “You are late.”`, "You are late.=?ana-ruiz"},
		{"recalled another saying", `{ana-ruiz|Ruiz} recalled {tom-hale|Hale} saying that it was “fair.”`, "fair.=?ana-ruiz tom-hale"},
		{"she, or somebody whose gender is not known", `Ms. {ruiz|Ruiz} met Kim Lee. “It is fine,” she said.`, "It is fine,=?ruiz"},
		{"half of a double name", `{ana-ruiz|Elena Ruiz}-Soto said “no.”`, "no.="},
		{"paper of an opening, and a judge", `According to the Daily Tide, Captain {ana-ruiz|Ruiz} must go: a judge held it “hasty.”`, "hasty.=?ana-ruiz"},
		{"paper of an opening, and a captain", `According to the Daily Tide, {ana-ruiz|Ruiz} dreams of “a quiet harbor.”`, "a quiet harbor.=?ana-ruiz"},
		{"country before a name", `“The tide is late,” said Chilean Ana Maria Ruiz.`, "The tide is late,=Ana Maria Ruiz"},
		{"clause with who and places", `{ana-ruiz|Ruiz}, who took a crew to Port Dover, Kent, last week, said {tom-hale|Hale} had made “a mess.”`, "a mess.=ana-ruiz"},
		{"cue in an inserted clause", `{ana-ruiz|Ruiz} said the harbor, which declared a strike on May 1, was spending “a lot of money” on tugs.`, "a lot of money=ana-ruiz"},
		{"name that is given", `{ana-ruiz|Ruiz} said that a pilot gave his name as “Tide.”`, "Tide.="},
		{"name of a thing", `{ana-ruiz|Ruiz} said she tried the board's “Open Sea” app.`, "Open Sea="},
		{"the woman who spoke", `“The tide is late,” {ana-ruiz|Ruiz} said. “It waits,” the woman added.`, "The tide is late,=ana-ruiz|It waits,=ana-ruiz"},
		{"office", `Captain {ana-ruiz|Ruiz}'s office sent this: “The tide is late.”`, "The tide is late.=ana-ruiz"},
		{"pronoun", `{ana-ruiz|Ruiz} met {tom-hale|Hale} at noon. "The tide is late," she said.`, "The tide is late,=ana-ruiz"},
		{"continued", `"The tide is late," {ana-ruiz|Ruiz} said. "It will not wait."`, "The tide is late,=ana-ruiz|It will not wait.=ana-ruiz"},
		{"split", `"The tide," {ana-ruiz|Ruiz} said, "is late."`, "The tide,=ana-ruiz|is late.=ana-ruiz"},
		{"according to", `The tide was “later than ever,” according to {the-board|the Harbor Board}.`, "later than ever,=the-board"},
		{"according to a statement from", `The tide was “later than ever,” according to a statement from {the-board|Harbor Board} spokesman {tom-hale|Tom Hale}.`, "later than ever,=tom-hale"},
		{"spokesman without a name", `"The tide is late," said a spokesman for {the-board|the Harbor Board}.`, "The tide is late,=the-board"},
		{"spokesman with a name", `"The tide is late," {the-board|Harbor Board} spokesman {tom-hale|Tom Hale} said in a call.`, "The tide is late,=tom-hale"},
		{"document", `“The tide is late,” a {the-board|Harbor Board} fact sheet from May said.`, "The tide is late,=the-board"},
		{"letter and after", `“The tide is late,” said Gov. {ana-ruiz|A.B. Ruiz} in an October letter to {tom-hale|Hale}. “Send boats.”`, "The tide is late,=ana-ruiz|Send boats.=ana-ruiz"},
		{"apposition", `{ana-ruiz|Ruiz}, the mayor of Dover, called it “a disgrace.”`, "a disgrace.=ana-ruiz"},
		{"inserted participle", `{ana-ruiz|Ruiz}, meeting with Captain {tom-hale|Tom Hale}, called for a “new pact” on tides.`, "new pact=ana-ruiz"},
		{"relative clause", `The order came from {ana-ruiz|a judge} who said it was “hasty and thin.”`, "hasty and thin.=ana-ruiz"},
		{"what it calls", `{the-board|The board} has sought to end what it calls the "slow drift" of boats.`, "slow drift=the-board"},
		{"what he called and telling", `Before noon, {tom-hale|Tom Hale}, the pilot, denounced what he called the “depths of folly,” telling reporters that the pier was “the saddest sight.”`, "depths of folly,=tom-hale|the saddest sight.=tom-hale"},
		{"participle far away", `{tom-hale|Hale} has offered a map to sailors by falsely stating that {ana-ruiz|Ruiz}’s plan is “to drain the harbor.”`, "to drain the harbor.=tom-hale"},
		{"parenthetical", `The reason the tide matters, {ana-ruiz|Ruiz} said, is that “all boats lead here.”`, "all boats lead here.=ana-ruiz"},
		{"second verb", `{ana-ruiz|Ruiz} praised the crew but said the pier was “rotten.”`, "rotten.=ana-ruiz"},
		{"passive", `The pier was called “a ruin” by {tom-hale|Hale}.`, "a ruin=tom-hale"},
		{"passive without agent", `{tom-hale|Hale} was told the pier was “a ruin.”`, "a ruin.="},
		{"possessor", `{tom-hale|Hale}’s vow to “drain the harbor” was empty.`, "drain the harbor=tom-hale"},
		{"label", `{ana-ruiz|Ruiz}: “We will wait”`, "We will wait=ana-ruiz"},
		{"label without an entry", `Hale: “We wait.”`, "We wait.=Hale"},
		{"colon", `{ana-ruiz|Ruiz} had one answer: “We wait.”`, "We wait.=ana-ruiz"},
		{"two speakers", `“We wait,” said {ana-ruiz|Ruiz}. “We sail,” {tom-hale|Hale} replied.`, "We wait,=ana-ruiz|We sail,=tom-hale"},
		{"question", `“Who waits?” {ana-ruiz|Ruiz} asked. Nobody did.`, "Who waits?=ana-ruiz"},
		{"unknown verb", `“We wait,” {ana-ruiz|Ruiz} deadpanned.`, "We wait,=ana-ruiz"},
		{"nobody's entry", `“We wait,” said Maria Lopez, a deckhand. “We always do,” Lopez added.`, "We wait,=Maria Lopez|We always do,=Maria Lopez"},
		{"woman's name, then she", `Maria Lopez, 34, lives on a barge. “We wait,” she said.`, "We wait,=Maria Lopez"},
		{"multi-word title", `“We wait,” said the Rev. Peter Stone, who runs the chapel.`, "We wait,=Peter Stone"},
		{"state after the name", `State Rep. Peter Stone of Dover, near the lighthouse, said in an email: “We wait.”`, "We wait.=Peter Stone"},
		{"party in brackets", `Rep. {tom-hale|Tom Hale} (Tex.) had warned that boats were “about to sink.”`, "about to sink.=tom-hale"},
		{"scare quotes", `The ferry keeps a “soft” schedule in winter.`, "soft="},
		{"so-called", `{ana-ruiz|Ruiz} closed the so-called “north gate” on Friday.`, "north gate="},
		{"known as", `The plan, known as “Tides First,” was {ana-ruiz|Ruiz}'s.`, "Tides First,="},
		{"title", `{tom-hale|Hale} said on the program “Morning Tide” that he would sail.`, "Morning Tide="},
		{"they", `“We wait,” they said.`, "We wait,="},
		{"officials", `The pier is “unsafe,” officials said.`, "unsafe,=officials"},
		{"agency's own statement", `{the-board|The Harbor Board} moved boats north “owing to silt,” according to an agency statement.`, "owing to silt,=?the-board"},
		{"paragraphs", "“The tide is late,” {ana-ruiz|Ruiz} said. “It will not wait for us.\n\n“But it will come,” she added, “as it must.”", "The tide is late,=ana-ruiz|It will not wait for us.=ana-ruiz|But it will come,=ana-ruiz|as it must.=ana-ruiz"},
		{"paragraph alone", "“The tide is late,” {ana-ruiz|Ruiz} said.\n\n“It will not wait.”", "The tide is late,=ana-ruiz|It will not wait.=ana-ruiz"},
		{"cue at the end of a long one", "“The tide is late.\n\n“It will not wait,” {ana-ruiz|Ruiz} said.", "The tide is late.=ana-ruiz|It will not wait,=ana-ruiz"},
		{"British", `{ana-ruiz|Ruiz} said: 'The families' boats aren't here.' 'They're late,' she added.`, "The families' boats aren't here.=ana-ruiz|They're late,=ana-ruiz"},
		{"British fragments", `{ana-ruiz|Ruiz} called it ‘a mess’; {tom-hale|Hale}, who sails, called it a ‘boat ban’.`, "a mess=ana-ruiz|boat ban=tom-hale"},
		{"nested", `“He told me ‘never again,’ and left,” {ana-ruiz|Ruiz} said.`, "He told me ‘never again,’ and left,=ana-ruiz"},
		{"nested, British", `'He said "never" and left,' {ana-ruiz|Ruiz} said.`, `He said "never" and left,=ana-ruiz`},
		{"apostrophes are no marks", `The sailors' boats and the '90s ferries rock 'n' roll.`, ""},
		{"inches", `The plank is 6" wide and "very old," {ana-ruiz|Ruiz} said.`, "very old,=ana-ruiz"},
		{"stray mark", `The plank" is old. "We know," {ana-ruiz|Ruiz} said.`, "We know,=ana-ruiz"},
		{"joint subject is nobody's", `“We wait,” {ana-ruiz|Ruiz} and {tom-hale|Hale} said.`, "We wait,=Ruiz and Hale"},
		{"company is not she", `{ana-ruiz|Ana Ruiz} would not say more. Rival company Havbris said it would wait. “Ask me soon,” she said.`, "Ask me soon,=ana-ruiz"},
		{"a given name that is a preposition elsewhere", `Union leader Per Moe said the board “slept.”`, "slept.=Per Moe"},
		{"leader of a body is not the body", `{ana-ruiz|Ana Ruiz} spoke. “We wait,” the {the-board|Harbor Board} leader added.`, "We wait,=the Harbor Board leader"},
		{"spokesman of a body is the body", `“We wait,” the {the-board|Harbor Board} spokesman added.`, "We wait,=the-board"},
		{"occupation that opens a sentence", `Fisher Alan Rudd said urchins “pay the rent.”`, "pay the rent.=Alan Rudd"},
		{"law of two names", `The Prevention of Noise Bill proposes “quiet orders”.`, "quiet orders="},
		{"lawyer of", `“We wait,” said a lawyer for {tom-hale|Hale}.`, "We wait,=a lawyer for Hale"},
		{"unnamed, then the same", `{ana-ruiz|Ruiz} spoke. A harbor official, who asked not to be named, said so. “We wait,” the official said. “We do,” he added.`, "We wait,=A harbor official|We do,=A harbor official"},
		{"description of the last subject", `{ana-ruiz|Ruiz} met {tom-hale|Hale}. “We wait,” the 69-year-old pilot said.`, "We wait,=the 69-year-old pilot"},
		{"age between", `“We wait,” {ana-ruiz|Ruiz}, 56, told {the-board|The Harbor Board} on Monday.`, "We wait,=ana-ruiz"},
		{"and others", `{ana-ruiz|Ruiz} and other pilots have warned of “a bad winter.”`, "a bad winter.=ana-ruiz"},
		{"spokeswoman, her name behind", `A spokeswoman for {ana-ruiz|Ruiz}, Tina Fox, said the pier “is fine.”`, "is fine.=Tina Fox"},
		{"role, then name", `The judge, {ana-ruiz|Ana Ruiz} of Dover, wrote that it was “hasty.”`, "hasty.=ana-ruiz"},
		{"department", `The Harbor Department called it “flawed.” It said the pier “failed.”`, "flawed.=Harbor Department|failed.=Harbor Department"},
		{"who spoke on condition", `Harbor officials, who spoke on condition of anonymity, described it as “tense.”`, "tense.=Harbor officials"},
		{"any verb at the end", `“Not even you,” {ana-ruiz|Ruiz} shot back.`, "Not even you,=ana-ruiz"},
		{"verb of a pronoun without a referent", `The Harbor Board has said that it wants a “soft” winter.`, "soft=Harbor Board"},
		{"one word alone", `“Honestly?” {ana-ruiz|Ruiz} said, laughing. “No.”`, "Honestly?=ana-ruiz|No.=ana-ruiz"},
		{"said of another", `“It leaks,” {ana-ruiz|Ruiz} said of the pier, which {tom-hale|Hale} has called “sound.”`, "It leaks,=ana-ruiz|sound.=tom-hale"},
		{"while", `{ana-ruiz|Ruiz} says it “leaks,” while {tom-hale|Hale} says it is “sound.”`, "leaks,=ana-ruiz|sound.=tom-hale"},
		{"headline", "Pier 'leaks' and sinks\n\n{ana-ruiz|Ruiz} said it “leaks, and badly.”", "leaks=ana-ruiz|leaks, and badly.=ana-ruiz"},
		{"affirmed", `{ana-ruiz|Ana Ruiz} affirmed this Tuesday that her crew “will not sign,” in reference to the pact.`, "will not sign,=ana-ruiz"},
		{"limited himself to say", `At noon, {tom-hale|Hale} limited himself to say that there are “grounds to talk.”`, "grounds to talk.=tom-hale"},
		{"went on to say", `{ana-ruiz|Ruiz} went on to say that the pier was “rotten.”`, "rotten.=ana-ruiz"},
		{"puts the cost at", `{ana-ruiz|Ruiz} puts the cost of one storm at 3.4 million – or “two oars for every child.”`, "two oars for every child.=ana-ruiz"},
		{"as she put it", `The pier, as {ana-ruiz|Ruiz} put it, is “a ruin.”`, "a ruin.=ana-ruiz"},
		{"put and no more", `{ana-ruiz|Ruiz} put the “old gate” up for sale.`, "old gate="},
		{"as said", `As {ana-ruiz|Ruiz} said, “We wait.”`, "We wait.=ana-ruiz"},
		{"an order, then another clause", `{ana-ruiz|Ruiz} told sailors last month to slow down, but Rule 7 still lets the crew keep “a wide berth”, words that others dispute.`, "a wide berth="},
		{"a judgement, then another clause", `{ana-ruiz|Ruiz} praised the crew while others mourned the “old ways.”`, "old ways.="},
		{"a judgement, then some others", `{ana-ruiz|Ruiz} called on the board to act, but some pilots fear “a long winter.”`, "a long winter.="},
		{"two objects of one judgement", `{ana-ruiz|Ruiz} described the pier as old but the boats as “new.”`, "new.=ana-ruiz"},
		{"reported, then another clause", `{ana-ruiz|Ruiz} said it was late, and that the boats were “rotten.”`, "rotten.=ana-ruiz"},
		{"another sentence behind a semicolon", `{ana-ruiz|Ruiz} said on Friday that she would go; the “soft” schedule stays.`, "soft="},
		{"scare quotes of critics", `{ana-ruiz|Ruiz} said the pier leaks, but critics of the “soft” schedule were not moved.`, "soft="},
		{"inserted clause", `{tom-hale|Hale}, who said that he was tired, works at the “soft” gate.`, "soft="},
		{"inserted clause, irregular verb", `{the-board|The Board}, which said last year that it was broke, bought a “soft” gate.`, "soft="},
		{"clause before the main one", `When {ana-ruiz|Ruiz} said the pier leaked, the “soft” gate was shut.`, "soft="},
		{"relative clause as object", `The plan that {ana-ruiz|Ruiz} proposed covers the “soft” gate.`, "soft="},
		{"an aside", `The pier will close, {ana-ruiz|Ruiz} said, and the “soft” schedule will end.`, "soft=ana-ruiz"},
		{"behind a quotation", `“We wait,” {ana-ruiz|Ruiz} said, but the “soft” schedule ended.`, "We wait,=ana-ruiz|soft="},
		{"not said", `{ana-ruiz|Ruiz} did not say whether the “old pier” would open.`, "old pier="},
		{"nothing said", `{ana-ruiz|Ruiz} said nothing about the “old pier.”`, "old pier.="},
		{"said not to think", `{ana-ruiz|Ruiz} said she does not think it is “fair.”`, "fair.=ana-ruiz"},
		{"role, then name behind another's words", `“We wait,” said Maria Lopez. The pilot, Peter Stone, said it was “rotten.”`, "We wait,=Maria Lopez|rotten.=Peter Stone"},
		{"her coach", `Her coach, the retired sailor Maria Lopez, has called it “rude.”`, "rude.=Maria Lopez"},
		{"in brackets", `(“We wait,” said Maria Lopez. “It leaks.”) By noon it sank.`, "We wait,=Maria Lopez|It leaks.=Maria Lopez"},
		{"surname as subject, then she", `“We sail,” said Maria Lopez. “No,” said Peter Stone. Lopez has until Sunday. “We wait,” she said.`, "We sail,=Maria Lopez|No,=Peter Stone|We wait,=Maria Lopez"},
		{"qualified as", `{ana-ruiz|Ruiz} qualified the pier as “grave but sound”.`, "grave but sound=ana-ruiz"},
		{"infinitive", `{ana-ruiz|Ruiz} declined to say whether the “old pier” would open.`, "old pier="},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, ms := sample.Text("2022-03-10", "en", c.in)
			quotes, doubts := new(Finder).Find(x, ms)
			var out []string
			for _, q := range quotes {
				who := q.Speaker + q.Name
				for _, d := range doubts {
					if d.Span == q.Span {
						who = "?" + strings.Join(d.Entries, " ")
					}
				}
				out = append(out, x.Prose[q.Span.Start:q.Span.End]+"="+who)
			}
			if got := strings.Join(out, "|"); got != c.want {
				t.Errorf("\n%s\ngot  %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

func TestTurns(t *testing.T) {
	for _, c := range []struct{ name, kind, in, want string }{
		{"titles in capitals", "report", "The board met.\n\nMR. HALE: It leaks.\n\nMS. {ana-ruiz|RUIZ}: It does. He said “no.”\n\n(Laughter.)\n\nWe wait.\n\nMR. HALE: So we do.\n\nThe board met for an hour.",
			"It leaks.=Mr. Hale|It does. He said “no.”=ana-ruiz|We wait.=ana-ruiz|So we do.=Mr. Hale"},
		{"full stop and dash", "transcript", "HON. M. {ana-ruiz|RUIZ}.- We wait.\n\nHON. SPEAKER.- I thank her.", "We wait.=ana-ruiz|I thank her.=Hon. Speaker"},
		{"office", "transcript", "THE GOVERNOR: We wait.\n\nQUESTION: For what?\n\nTHE GOVERNOR: For the tide.", "We wait.=The Governor|For the tide.=The Governor"},
		{"letters", "report", "{ana-ruiz|Ana Ruiz} runs the harbor.\n\nQ: Is it late?\n\nA: It is.\n\nQ: Will it come?\n\nA: It will.", "It is.=ana-ruiz|It will.=ana-ruiz"},
		{"letters, two who may answer", "report", "{ana-ruiz|Ana Ruiz} met {tom-hale|Tom Hale}.\n\nQ: Is it late?\n\nA: It is.\n\nQ: Will it come?\n\nA: It will.", ""},
		{"names", "report", "Mary Lane: Is it late?\n\nPeter Stone: It is.\n\nLane: Will it come?\n\nStone: It will.", "Is it late?=Mary Lane|It is.=Peter Stone|Will it come?=Lane|It will.=Stone"},
		{"no speakers", "report", "SUMMARY: The pier leaks.\n\nBACKGROUND: It is old.\n\nCONTACT: The board.", ""},
		{"list", "report", "Price: 4 crowns.\n\nPlace: The quay.\n\nPrice: 5 crowns.\n\nPlace: The pier.", ""},
		{"hours", "report", "5:55 p.m.\n\nThe tide is late.\n\n4:30 p.m.\n\nThe tide is early.\n\n4:10 p.m.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, ms := sample.Text("2022-03-10", "en", c.in)
			x.Doc.Meta.Kind.Text = c.kind
			quotes, _ := new(Finder).Find(x, ms)
			var out []string
			for _, q := range quotes {
				out = append(out, x.Prose[q.Span.Start:q.Span.End]+"="+q.Speaker+q.Name)
			}
			if got := strings.Join(out, "|"); got != c.want {
				t.Errorf("\n%s\ngot  %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

func TestQuotesInOtherLanguages(t *testing.T) {
	for _, c := range []struct{ lang, in, want string }{
		{"fr", "Elle a dit « il est tard » et « l’eau ‹ monte › ».", "il est tard|l’eau ‹ monte ›"},
		{"de", "Er sagte: „Es ist spät“, und »geht nicht« hieß es.", "Es ist spät|geht nicht"},
		{"sv", "Hon sade ”det är sent” och gick.", "det är sent"},
		{"es", "Dijo «es tarde» y “no espera”.", "es tarde|no espera"},
		{"ja", "彼は「遅い」と『波』を見た。", "遅い|波"},
	} {
		x, ms := sample.Text("2022-03-10", c.lang, c.in)
		var out []string
		quotes, _ := new(Finder).Find(x, ms)
		for _, q := range quotes {
			out = append(out, x.Prose[q.Span.Start:q.Span.End])
		}
		if got := strings.Join(out, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.lang, got, c.want)
		}
	}
}

func TestQuoteKinds(t *testing.T) {
	for in, want := range map[string]string{
		`"The tide is late," she said.`:         "direct",
		`"We wait."`:                            "direct",
		`It was "and we know it."`:              "direct",
		`The "slow drift" of boats.`:            "fragment",
		`It is "the finest pier that we have".`: "fragment",
		`She "will do what it takes".`:          "fragment",
		`She "will do what it takes to bring each of the boats home by spring".`: "direct",
	} {
		x, ms := sample.Text("2022-03-10", "en", in)
		if qs, _ := new(Finder).Find(x, ms); len(qs) != 1 || qs[0].Kind != want {
			t.Errorf("%s: %+v, want %s", in, qs, want)
		}
	}
}

// TestRules holds each rule to decide of the last quotation of its example.
func TestRules(t *testing.T) {
	for _, r := range rules {
		x, ms := sample.Text("2022-03-10", "en", r.example)
		last := ""
		f := Finder{Why: func(_ source.Span, msg string) { last = msg }}
		f.Find(x, ms)
		if !strings.HasSuffix(last, ", by: "+r.name) {
			t.Errorf("%s: %s\n%s", r.name, r.example, last)
		}
	}
}
