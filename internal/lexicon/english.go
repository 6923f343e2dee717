package lexicon

import (
	"strings"
)

// english is what the rules know of English. All of it is about the language: what a
// site is about stands in its catalogue.
func english() *language {
	return &language{
		stemmer:     "english",
		of:          "of",
		offices:     englishOffices(),
		demonyms:    []string{"an", "ese", "ish"},
		agency:      "agency",
		home:        "american",
		inflections: []string{"ing", "ed", "ly"},
		classes: map[Class]string{
			Article:    "a an the this that these those another such",
			Definite:   "the this that these those",
			Indefinite: "a an another",
			Possessive: "his her its their my your our whose",
			Honorific:  "mr mrs ms miss dr mx sir madam messrs prof rev",
			Title: "president presidents vice senator senators sen sens representative representatives rep reps congressman " +
				"congresswoman governor governors gov govs secretary minister premier chancellor ambassador mayor judge justice " +
				"general gen admiral adm colonel col captain capt lieutenant lt sergeant sgt chief speaker chairman chairwoman " +
				"chair director commissioner attorney king queen prince princess pope cardinal bishop archbishop candidate " +
				"spokesman spokeswoman spokesperson leader adviser advisor envoy czar nominee elect pres rev reverend " +
				"undersecretary administrator delegate councilman councilwoman assemblyman lawmaker sheriff officer agent " +
				"economist analyst professor prof chairperson coordinator dictator strongman",
			Abbreviation: "mr mrs ms dr mx messrs prof rev sen sens rep reps gov govs gen adm col capt lt sgt pres hon jr sr st mt ft " +
				"jan feb mar apr jun jul aug sept sep oct nov dec vs v etc inc corp co ltd dept univ assn bros mass calif " +
				"ariz conn fla ga ill md mich minn okla ore pa tenn tex va wash wis colo del kan ky la miss mo neb nev",
			Suffix: "jr sr ii iii iv",
			Function: "a an the this that these those and or but nor so yet if as at by for from in into of off on onto out over to " +
				"up with without within about above across after against along amid among around before behind below beneath beside " +
				"besides between beyond despite down during except inside like near outside past since through throughout till " +
				"toward towards under underneath until unto upon via than because although though while whereas when whenever " +
				"where wherever whether which who whom whose what how why he she it they we i you him her them us me my your his " +
				"its our their mine yours hers ours theirs himself herself itself themselves ourselves is are was were be been " +
				"being am has have had having do does did doing will would shall should can could may might must ought not no " +
				"never none neither either both all any some each every few many most much more less several other another such " +
				"same own only also too very just even still already again once here there now then thus hence however moreover " +
				"meanwhile nevertheless nonetheless therefore instead perhaps maybe yes well today yesterday tomorrow later " +
				"earlier last next first second finally recently soon often sometimes always ahead according regardless given " +
				"let going asked facing meeting speaking unlike alongside following including former ex per amidst worldwide " +
				"additionally additional further furthermore similarly likewise otherwise rather quite although unless amongst " +
				"anti pro non mid lest plus minus versus apart asking calling citing noting saying says said and/or greater less fewer",
			Preposition: "of to in for on at by from with without within into onto about above across after against along amid among " +
				"around before behind below beneath beside between beyond despite during except inside like near off outside over " +
				"past per since through throughout till toward towards under until upon via as than alongside following " +
				"underneath regarding concerning including",
			Pronoun:  "he she it they we i you him her them us me himself herself itself themselves",
			Copula:   "is are was were be been being am become becomes became becoming remain remains remained isn't aren't wasn't weren't",
			Relative: "who whom which that whose where when",
			Calendar: "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january " +
				"february march april may june july august september october november december jan feb mar apr jun jul aug sept sep " +
				"oct nov dec today yesterday tomorrow",
			Negation: "not never no without neither nor cannot n't don't doesn't didn't won't wouldn't can't couldn't isn't aren't " +
				"wasn't weren't hasn't haven't hadn't shouldn't mustn't refuse refused refuses refusing",
			Former: "former ex then previous onetime erstwhile",
			Officer: "official officials officer officers aide aides spokesman spokeswoman spokesperson spokesmen adviser advisers " +
				"advisor advisors staff staffer staffers lawyer lawyers attorney attorneys source sources member members leader " +
				"leaders policy policies appointee appointees alumni veteran veterans insider insiders plan plans lawsuit",
			BodyOf: "administration administrations campaign campaigns team camp presidency family",
			Organ: "committee council commission association conference caucus society republic convention league board institute " +
				"committees",
			Reign:  "administration administrations government governments cabinet",
			Agency: "department agency bureau ministry service customs enforcement office",
			Thing: "status order rule program programme policy law bill act declaration agreement strategy protocol protocols plan proposal " +
				"agency department commission council committee ministry bureau court force forum bloc party network outlet pact " +
				"deal treaty accord framework initiative legislation reform measure amendment resolution statute regulation ban " +
				"decree memo memorandum directive proclamation settlement ruling charter code scheme practice deployment task-force",
			Human: "president leader supporter ally critic director ambassador official adviser advisor aide lawyer attorney lawmaker " +
				"member chief chair chairman chairwoman head founder spokesman spokeswoman spokesperson democrat republican " +
				"independent conservative liberal progressive moderate veteran champion native author son daughter wife husband " +
				"brother sister father mother friend rival opponent successor predecessor counterpart economist analyst expert " +
				"professor scholar historian journalist reporter editor activist advocate organizer executive businessman " +
				"businesswoman billionaire banker engineer doctor physician candidate nominee contender front-runner hard-liner " +
				"confidant voice architect author negotiator diplomat envoy coordinator consultant strategist pollster politician " +
				"populist leftist centrist socialist nationalist judge justice prosecutor general governor mayor senator " +
				"representative congressman congresswoman secretary minister premier chancellor commissioner administrator agent " +
				"officer sheriff owner partner associate colleague fellow resident immigrant man woman person figure star " +
				"president-elect elect speaker whip incumbent newcomer graduate scientist researcher writer host anchor manager boss ceo cfo coo",
			Concern: "company firm union association organization organisation operator club group line charity agency department " +
				"commission ministry bureau service party bank court council institute university",
			Grant: "subsidy endowment grant benefit levy tax fee exemption waiver permit quota cap fund",
			Institute: "foundation center centre library university college school hospital airport county city street avenue " +
				"boulevard road highway bridge park building tower towers plaza hotel hotels organization organisation institute " +
				"company corporation inc corp co llc group stadium museum prize award act amendment doctrine library fund trust " +
				"island lake river valley mountain hills township village square estate resort club ranch",
			Generic: "national federal state us american united international world department office ministry bureau agency committee " +
				"council commission act administration association institute center service services program programme system " +
				"union party court law order bill new general public joint special high central house senate",
			Shared: "senator senators representative congressman congresswoman lawmaker judge justice official officer agent aide " +
				"spokesman spokeswoman spokesperson adviser advisor ambassador reporter lawyer attorney member delegate leader " +
				"congressional democrat republican",
			Party:    "counterpart",
			Before:   "predecessor",
			After:    "successor",
			Locative: "in near at",
			Saying: "say says said saying tell tells told add adds added ask asks asked call calls called note notes noted " +
				"write wrote declare declared reply replied respond responded argue argued insist insisted thank thanked urge urged",
			Dubbed:     "known called dubbed titled",
			Era:        "era",
			Determiner: "one each every some any both several two three four five six no many most all few",
			Verbal:     "will would shall should can could may might must has have had do does did",
		},
		full: pairs("gov governor sen senator rep representative gen general adm admiral col colonel capt captain lt lieutenant " +
			"sgt sergeant pres president prof professor rev reverend administrations administration campaigns campaign"),
		irregular: pairs("built build sent send kept keep made make held hold met meet left leave led lead brought bring sought seek " +
			"caught catch taught teach thought think bought buy fought fight found find went go gone go done do did do said say " +
			"paid pay laid lay told tell sold sell came come became become began begin begun begin broke break broken break " +
			"chose choose chosen choose drew draw drawn draw drove drive driven drive fell fall fallen fall flew fly flown fly " +
			"gave give given give grew grow grown grow knew know known know rose rise risen rise saw see seen see shook shake " +
			"shaken shake spoke speak spoken speak stole steal stolen steal swore swear sworn swear threw throw thrown throw took " +
			"take taken take wore wear worn wear wrote write written write struck strike stood stand understood understand won win " +
			"lost lose spent spend lent lend bent bend dealt deal felt feel slept sleep swept sweep wept weep rode ride ridden ride " +
			"ran run hid hide hidden hide forgot forget forgotten forget got get gotten get withheld withhold upheld uphold " +
			"rebuilt rebuild undid undo undone undo overthrew overthrow withdrew withdraw withdrawn withdraw forbade forbid " +
			"forbidden forbid children child men man women woman people person feet foot dying die lying lie fled flee fed feed " +
			"shot shoot bore bear borne bear tore tear torn tear"),
		nicknames: groups("joe joseph|chris christopher|bob robert rob bobby|bill william will billy|jim james jimmy|mike michael|" +
			"tom thomas|dan daniel danny|dave david|tony anthony|ted edward ed eddie theodore|ron ronald|don donald|sam samuel|" +
			"steve steven stephen|tim timothy|nick nicholas|pat patrick patricia|matt matthew|ben benjamin|andy andrew drew|" +
			"alex alexander alexandra|kate katherine catherine kathy cathy|liz elizabeth beth betsy|sue susan|" +
			"jen jennifer jenny|jake jacob|jack john johnny|greg gregory|jeff jeffrey|ken kenneth|larry lawrence|pete peter|" +
			"phil philip phillip|ray raymond|rick richard dick|chuck charles charlie|doug douglas|fred frederick|" +
			"bernie bernard|josh joshua|nate nathan nathaniel|vince vincent|walt walter|hank henry|debbie deborah deb|" +
			"barb barbara|cindy cynthia|jerry gerald|gene eugene|art arthur|stan stanley|russ russell|zach zachary|vicky victoria|" +
			"maggie margaret peggy|sandy sandra|terry terrence|val valerie|abby abigail|becky rebecca|gabe gabriel|lou louis"),
	}
}

func englishOffices() map[string][]string {
	state := []string{"head of state", "head of the state", "chief of state"}
	government := []string{"head of government", "head of the government"}
	return map[string][]string{"president": state, "king": state, "queen": state, "emperor": state, "prime minister": government,
		"premier": government, "chancellor": government}
}

// pairs reads "a b c d" as a→b, c→d.
func pairs(words string) map[string]string {
	f, m := strings.Fields(words), map[string]string{}
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
}

func groups(words string) (g [][]string) {
	for _, names := range strings.Split(words, "|") {
		g = append(g, strings.Fields(names))
	}
	return g
}
