package annotate

// cueWord says what a word does in an attribution.
type cueWord uint8

const (
	noCue    cueWord = iota
	says             // finite verb of speech: said, told, wrote
	saysBase         // its base form: a verb behind a plural, an infinitive behind "to"
	saying           // its participle: saying, adding
	judges           // finite verb that tells what somebody thinks of a thing: called, denounced
	judgesBase
	judging // its participle: calling, citing
	names   // gives a name that is nobody's quotation: dubbed, known, titled
	puts    // puts it, puts the cost at, qualified it as
	accords // according (to), keeping (with), and the colon of "Ruiz: “We wait”"
)

var englishCues = cueWords(
	cueList{says, "ruled said says told tells added adds wrote writes noted stated explained explains argued argues warned warns insisted insists replied " +
		"replies responded responds answered answers asked asks announced claimed acknowledged acknowledges admitted admits conceded " +
		"concedes declared declares recalled recalls remarked observed continued concluded testified predicted predicts maintained " +
		"maintains contended contends asserted asserts quipped joked shouted yelled cried whispered complained complains lamented laments " +
		"emphasized emphasised stressed stresses reiterated repeated cautioned cautions countered counters confirmed confirms commented " +
		"mentioned informed reported boasted exclaimed tweeted posted assured muttered mused laughed sighed offered reads counseled advised " +
		"alleged charged pleaded began interjected summarized quoted signaled signalled suggested suggests thought thinks believes believed " +
		"affirmed affirms hoped hopes indicated specified clarified elaborated agreed disagreed thundered fumed"},
	cueList{saysBase, "say tell add write argue warn insist explain claim think believe contend note ask suggest predict indicate affirm assure declare announce acknowledge admit confirm reiterate"},
	cueList{saying, "saying telling adding writing noting stating explaining arguing warning insisting replying responding asking announcing claiming " +
		"acknowledging admitting conceding declaring recalling remarking asserting contending testifying predicting joking complaining " +
		"lamenting emphasizing stressing reiterating repeating cautioning confirming commenting mentioning informing boasting tweeting " +
		"posting assuring suggesting quipping concluding pleading indicating signaling"},
	cueList{judges, "called calls described describes denounced denounces criticized criticised criticizes condemned condemns praised praises hailed " +
		"hails blasted slammed accused accuses labeled labelled branded characterized characterised characterizes cited cites referred " +
		"refers decried decries mocked dismissed dismisses touted touts rejected rejects defended defends blamed blames derided ridiculed " +
		"lauded welcomed portrayed spoke speaks talked expressed expresses voiced proposed proposes endorsed advocated urged urges " +
		"requested demanded demands committed pledged pledges vowed vows promised promises swore challenged bemoaned likened deemed " +
		"considered considers sought seeks wants wanted thanked attacked deplored championed pressed pushed campaigned applauded saluted " +
		"credited cast framed faulted bragged apologized estimates estimated prefers preferred"},
	cueList{judgesBase, "call describe denounce criticize condemn praise cite blame reject demand urge refer"},
	cueList{judging, "calling describing denouncing criticizing criticising condemning praising hailing blasting slamming accusing labeling branding " +
		"characterizing citing referring decrying mocking dismissing touting rejecting defending blaming deriding lauding welcoming " +
		"portraying expressing voicing proposing endorsing advocating urging demanding pledging vowing promising thanking attacking " +
		"promoting invoking"},
	cueList{puts, "put puts qualified qualifies"},
	cueList{accords, "according keeping :"},
	cueList{names, "known dubbed nicknamed titled entitled named termed so-called styled"},
)

type cueList struct {
	kind  cueWord
	words string
}

func cueWords(lists ...cueList) map[string]cueWord {
	all := map[string]cueWord{}
	for _, l := range lists {
		for w := range wordSet(l.words) {
			all[w] = l.kind
		}
	}
	return all
}

// quoteLists are the lists that speakers are found with.
var quoteLists = map[list]string{
	// statementNouns behind a possessor ("the mayor's vow to …") quote the possessor.
	statementNouns: "vow vows promise promises pledge pledges claim claims warning warnings call calls statement statements comment comments remark " +
		"remarks description words assertion assertions demand demands threat threats declaration argument explanation complaint admission message tweet letter speech " +
		"testimony phrase line question answer reply response accusation accusations charge charges suggestion insistence",

	// hearers are verbs that name the hearer behind them: "told Ruiz" is not Ruiz's word.
	hearers: "told tells informed informs asked asks assured reminded",

	// goesOn are verbs that, before "to say", tell that it was said.
	goesOn: "went goes go gone going limited continued continues proceeded hastened rose stood paused stopped came returned ventured",

	// subordinators begin a clause that a comma ends before the main one.
	subordinators: "when while because although though if once after since before until whenever",

	// betweenSubject are words between a subject and its verb.
	betweenSubject: "has have had also later then once again repeatedly never already recently previously since now still often even further earlier first " +
		"just only reportedly publicly privately would will did does do himself herself itself themselves both all always not n't simply quickly",

	// documents are nouns for what says a thing in writing, and for those who speak for
	// others: who issued them, or whom they speak for, is the speaker.
	documents: "statement statements report reports letter letters memo memorandum document documents release press-release sheet fact-sheet brief filing filings complaint " +
		"lawsuit order opinion ruling tweet tweets post posts email emails message data figures statistics schedule notice transcript readout website page account survey poll study review " +
		"analysis book memoir speech testimony remarks assertion announcement indictment affidavit text summary guidance",

	spokesmen: "spokesman spokeswoman spokesperson spokespeople spokesmen official officials officer officers authorities representative representatives aide aides leaders staff members office agents " +
		"government ministry lawmakers executives diplomats investigators prosecutors",

	// bodies are nouns by which a text calls an organization it named before.
	bodies: "agency company department bureau ministry court group organization organisation university campaign administration commission council committee union office newspaper network firm " +
		"foundation embassy coalition association party",

	// roleTitles stand before a name besides those the lexicon knows.
	roleTitles: "pastor father sister brother imam rabbi lord lady sir dame coach detective inspector principal dean nurse dr deputy assistant first lady executive former acting interim " +
		"press national security homeland foreign prime state affairs policy communications legal senior campaign lawyer attorney activist author actor singer writer editor reporter correspondent host anchor",

	// titleNouns stand beside the title of a programme, book or song in quotation marks.
	titleNouns: "program programme show series podcast broadcast film movie book novel album song play documentary newsletter column magazine newspaper segment episode",

	// nameParticles stand in small letters inside a name.
	nameParticles: "de la del da dos van von der den bin ibn al el di le ben ter y",

	// givenNames end as the adjective of a country may.
	givenNames: "brian bryan susan jordan duncan morgan nathan ethan jonathan christian adrian julian vivian lillian sebastian damian fabian gillian jillian marian " +
		"dorian logan megan esteban milan tristan rowan hassan meghan keegan hermann herman norman truman roman maryan rohan kieran ronan declan aidan brendan trish",

	// persons by which a text calls who has just spoken.
	speakingPersons: "woman man boy girl mother father priest nun pastor teenager student driver farmer nurse doctor teacher migrant refugee resident writer",
}
