package suggest

import "strings"

// mask is what the rules know of a word besides package lexicon's classes.
type mask uint64

const (
	body      mask = 1 << iota // the last word of an organization's name, or a noun for one: council, bank
	firm                       // ends a company's name and is no noun for it: Inc, Partners
	law                        // act, bill, treaty
	program                    // program, initiative, scheme
	court                      // court, tribunal
	spot                       // street, river, town: a place
	event                      // summit, cup, war
	work                       // novel, tanker: what bears a name and is nobody
	human                      // nouns for a person, besides the lexicon's
	kin                        // daughter, lawyer: whoever has one is a person
	post                       // what an organization has: shares, chief, spokesman
	says                       // verbs that people and organizations are subjects of
	within                     // in, near: a place follows
	given                      // common given names
	land                       // countries, states, some cities
	nation                     // of these, countries: a body may bear one behind its name
	common                     // acronyms of things; words that get a capital and are no name
	generic                    // names nobody by itself: Board, Council, State
	opening                    // first words of names of places: New, San, Port
	takesOf                    // "… of", "… for", "… on" belong to the name
	plain                      // verbs and nouns too common to be a practice
	numbered                   // Title 5, Article 12
	loose                      // says whose friend or party's man somebody is, and no office
	corporate                  // first words of the names of bodies, not of people: United, Royal
	legal                      // Inc, LLC: ends a company's name behind a comma
	binding                    // of, for, on, and: between the words of a name
	building                   // a body so named is a building, too: "on" behind it tells where
	withThe                    // bodies and laws that end so are named with "the"
	company                    // titles in companies: before them may stand the company's name
	noble                      // titles before one name: Lord, Sir, Father
	lordly                     // of these, those that are part of the name
	portfolio                  // what a minister or secretary is "of"
	heads                      // who leads a body, before "of": director, executive
	ministers                  // whose "of" names an office, not a body: secretary, minister
	belonging                  // children's, women's: a possessive inside a name
)

// table is the language's words, folded.
type table map[string]mask

func (t table) add(m mask, words string) {
	for w := range strings.FieldsSeq(words) {
		t[w] |= m
	}
}

// tableOf is the table of a language; nil but for English.
func tableOf(tag string) table {
	if base, _, _ := strings.Cut(strings.ToLower(tag), "-"); base != "en" && base != "" {
		return nil
	}
	t := table{}
	t.bodies()
	t.shapes()
	t.rules()
	t.around()
	t.add(given, givenNames)
	for _, name := range nations() {
		t[name] |= land | nation
	}
	for name := range strings.SplitSeq(states, ",") {
		t[folded(name)] |= land
	}
	t.add(nation, "uk us usa africa europe asia america")
	return t
}

func (t table) bodies() {
	t.add(body|takesOf, "department ministry bureau office agency commission committee council board authority service association federation "+
		"union league institute institution university college school academy foundation center centre society church diocese bank museum "+
		"library hospital party congress parliament senate assembly house chamber secretariat organization organisation union confederation "+
		"chapter infirmary clinic hospice constabulary cooperation guild brotherhood sisterhood alliance coalition network movement front bloc corps embassy consulate observatory laboratory archive institutes committees departments ministries offices agencies journal review "+
		"fund trust club tribunal inspectorate directorate administration registry conference caucus order-of international")
	t.add(body, "united arm unit subsidiary affiliate vehicle departments agencies services unions workers teachers nurses librarians educators guilds partnership group company corporation "+
		"firm newspaper network outlet charity nonprofit startup team band police guard patrol navy army marines guardia force forces cabinet "+
		"legislature government supporters owners brigade militia legion regiment times post gazette herald tribune journal news press chronicle "+
		"courier telegraph observer magazine research analytics revenue customs enforcement protection police exchange airline airlines airways "+
		"railway railways orchestra opera theater theatre choir gallery institutes pac lobby campaign fc cooperative co-op agency watchdog "+
		"publisher broadcaster chain operator maker manufacturer developer supplier retailer lender insurer carrier utility regulator thinktank "+
		"think-tank ngo conglomerate consortium collective task-force taskforce athletic rovers wanderers republicans democrats ministries lab labs "+
		"defense defence security monitor watch project-of syndicate veterans friends doctors reporters lawyers farmers mothers")
	t.add(firm, "inc corp co llc llp ltd plc gmbh sa ag ab asa nv bv spa partners holdings industries systems technologies enterprises brothers bros sons "+
		"motors energy pharma pharmaceuticals telecom aerospace foods biologics bio biotech therapeutics capital ventures media studios entertainment "+
		"records logistics resources petroleum oil steel mining electric electronics software solutions homes properties realty associates re "+
		"limited bancshares sports utilities brands products markets stores supermarkets pictures networks water gas power rail mobile airways express plc communications laboratories interactive robotics semiconductor semiconductors automotive financial insurance securities")
	t.add(generic, "state states board council committee commission department ministry minister office agency house court act bill order law program "+
		"programme plan project party union league university college school church company group government administration authority center centre "+
		"association society hospital museum library bank fund trust club team police army navy force forces guard service services capitol chamber phase stage level group "+
		"assembly institute foundation federal national international public general north south east west northern southern eastern western central "+
		"internet web earth sun god lord bible english news press times post constitution treaty agreement federation convention declaration code amendment "+
		"border initiative strategy framework scheme operation movement front bloc embassy division region district county city town street "+
		"conference summit order article section title chapter appendix figure table international research security defense defence customs "+
		"revenue workers teachers nurses supporters owners friends doctors reporters lawyers farmers mothers watch monitor campaign staff united unit arm vehicle")
	t.add(post, "numbers president ceo chief chairman chairwoman chairperson chair executive executives director directors board spokesman spokeswoman spokesperson "+
		"spokespeople shares headquarters products customers employees subsidiary members offices office staff officials official vice founder "+
		"co-founder shareholders lawsuit website report data figures factory plant fleet leaders leader manifesto budget bylaws analysts economists")
}

func (t table) shapes() {
	t.add(legal, "inc corp ltd llc llp plc")
	t.add(binding, "of for on against and")
	t.add(building, "hospital school bank church club university library museum college house center centre party chamber assembly hall")
	t.add(withThe, "council commission committee trust board authority department ministry agency service act bill court administration association "+
		"bureau federation society alliance foundation partnership union police constabulary")
	t.add(company, "ceo cfo coo owner chairman chairwoman founder spokesman spokeswoman spokesperson boss manager")
	t.add(noble, "lord lady sir dame baroness baron prince princess father sister brother pastor rabbi imam detective coach mp")
	t.add(lordly, "lord lady baroness baron prince princess king queen pope")
	t.add(heads, "ceo director directors executive founder chairman chairwoman head")
	t.add(ministers, "secretary minister undersecretary secretaries ministers")
	t.add(portfolio, "services affairs security defense defence development")
}

func (t table) rules() {
	t.add(law|takesOf, "act law bill code treaty convention accord accords agreement declaration charter covenant proclamation constitution statute decree "+
		"ordinance directive regulation resolution")
	t.add(law, "amendment order orders rule rules protocol pact compact measure proposition deal legislation")
	t.add(program|takesOf, "program programme initiative project partnership plan framework campaign")
	t.add(program, "scheme strategy protocols status campaign mission roadmap")
	t.add(court|takesOf, "court courts tribunal")
	t.add(numbered, "title section article proposition resolution directive rule chapter measure order amendment")
	t.add(event, "summit games cup championship championships war festival olympics election elections primary prize award awards day week weekend month "+
		"olympiad tour marathon parade carnival revolution uprising crisis pandemic age century era massacre holocaust depression hurricane storm "+
		"retreat meeting meetings hearing dialogue debate tournament series season derby final finals semifinals playoffs bowl")
	t.add(spot, "street avenue road lane boulevard highway bridge park river lake valley mountain mountains hills hill island islands county city town village "+
		"township square bay cape point beach coast creek canyon desert peninsula sea ocean gulf strait airport station province region dam inn "+
		"hotel tower towers stadium arena harbor harbour port spaceport district borough quay pier plaza forest woods falls springs palace gap corridor triangle frontier reservoir "+
		"pass ridge heights neighborhood prefecture canton territory basin delta isle shore front-street terrace drive hall building garden gardens "+
		"country countries continent capital suburb hamlet farm ranch border hemisphere east west north south america europe africa asia")
	t.add(opening, "new san santa los las el la saint st port fort mount mt lake cape north south east west northern southern eastern western upper lower "+
		"central río rio puerto point great grand middle old")
	t.add(work, "novel book film movie song album play series show program podcast poem painting ship boat tanker trawler vessel ferry yacht submarine rocket "+
		"satellite spacecraft aircraft plane train horse dog cat whale drug vaccine virus strain model phone app software game magazine website "+
		"platform tornado hurricane storm typhoon comet asteroid telescope probe rover")
}

func (t table) around() {
	t.add(human, "td campaigner protester protestor organiser organizer mps nurse teacher farmer shepherd driver dentist magistrate midfielder striker goalkeeper captain coach manager skipper fisherman pilot "+
		"singer actor actress novelist poet painter photographer filmmaker chef student pupil porter curator librarian archivist biologist "+
		"physicist chemist geologist astronomer epidemiologist virologist psychologist sociologist anthropologist biographer columnist "+
		"correspondent commentator blogger mediator arbitrator ombudsman whistleblower witness defendant plaintiff suspect victim survivor "+
		"developer investor entrepreneur tycoon magnate trader broker accountant auditor treasurer steward stewardess birdwatcher volunteer "+
		"volunteer migrant refugee tenant landlord neighbor neighbour widow widower retiree pensioner grandmother grandfather mother father uncle aunt "+
		"niece nephew cousin teenager boy girl priest rabbi imam monk nun chaplain deputy mp mep councillor councilor alderman clerk "+
		"superintendent principal provost dean rector trustee steward lobbyist aide planner surveyor inspector detective constable trooper "+
		"soldier veteran commander lieutenant sergeant major brigadier marshal warden ranger firefighter paramedic surgeon psychiatrist "+
		"pediatrician pharmacist veterinarian vet carpenter electrician plumber mechanic baker butcher grocer shopkeeper waiter waitress barber "+
		"midwife caretaker janitor cleaner guard cashier seamstress tailor musician composer conductor violinist pianist guitarist drummer "+
		"dancer choreographer playwright screenwriter producer sculptor designer illustrator cartoonist comedian athlete runner swimmer boxer "+
		"cyclist footballer defender winger forward referee umpire champion captain co-founder cofounder counsel solicitor barrister "+
		"programmer developer technician operator foreman supervisor negotiator interpreter translator guide explorer climber sailor heir "+
		"heiress philanthropist industrialist shipbuilder publisher bookseller printer demographer criminologist ecologist oceanographer "+
		"meteorologist climatologist seismologist hydrologist agronomist botanist zoologist geneticist immunologist neurologist cardiologist "+
		"oncologist radiologist mp's regent envoy delegate president-elect sister-in-law brother-in-law co-defendant co-chair shareholder "+
		"pastor brother sister sir dame lord lady baroness baron duke duchess earl count countess sultan emir sheikh ayatollah mullah coach rep "+
		"co-author linguist philosopher theologian classicist mayor-elect ex-wife ex-husband hiker skater golfer wrestler")
	t.add(kin, "daughter son wife husband mother father brother sister lawyer attorney family parents widow aide aides predecessor successor niece nephew "+
		"voice friend friends opponent critics party's campaign team co-defendant trial death life resignation arrest career childhood")
	t.add(loose, "democrat republican independent conservative liberal progressive moderate ally critic supporter voice veteran native champion rival opponent "+
		"fellow colleague friend man woman person one figure star resident immigrant populist leftist centrist nationalist socialist newcomer")
	t.add(corporate, "united royal international universal allied associated standard global continental imperial metropolitan national federal "+
		"british american european african asian nordic first independent democratic republican")
	t.add(says, "reported reports said says told tells added wrote announced argued warned insisted explained noted asked replied responded called testified claimed "+
		"denied confirmed declared acknowledged admitted recalled predicted accused criticized criticised condemned praised urged welcomed "+
		"promised vowed pledged refused declined agreed thanked affirmed assured lamented laughed joked sued appealed denounced defended "+
		"described thinks believes believed hopes hoped wants wanted knew felt met visited arrived resigned stepped spoke talked wept smiled")
	t.add(within, "in near outside across around throughout inside")
	t.add(common, "tv dna ceo cfo coo mp mps pac gps aids hiv covid covid-19 pdf er am pm gdp id it ok phd ba ma us uk usa u.s u.k eu un-backed ai suv suvs vip "+
		"ngo ngos ip pr hr rv dvd cd faq pc usb rna mrna ied cpr iq atm asap est edt pst pdt gmt bst cet d.c a.m p.m b.c a.d ph.d pow diy lgbt "+
		"lgbtq ii iii iv vi vii viii ix christmas easter ramadan thanksgiving halloween hanukkah passover english spanish french german "+
		"chinese arabic russian latin christian christians muslim muslims catholic catholics jewish jew jews protestant islam islamic buddhist hindu "+
		"christianity judaism internet wi-fi bluetooth twitter x facebook instagram youtube tiktok whatsapp mr mrs ms dr sir no nos "+
		"yes thank thanks hello oh ok okay god mom dad mum grandma grandpa uncle aunt dear nazi nazis marxist communist communists african african-american "+
		"african-americans latino latina latinos hispanic hispanics asian asians black white indigenous native european europeans american americans "+
		"nobody nothing everybody everyone everything someone somebody something anyone anybody none people others officials authorities residents local democratic mondays tuesdays wednesdays thursdays fridays saturdays sundays western eastern northern southern north south east west midwest northeast northwest southeast southwest medicare medicaid bitcoin")
	t.add(belonging, "sheriff governor prosecutor attorney coroner mayor chancellor children women men people fishermen veterans workers teachers nurses farmers fishermen king queen prince princess lord lords saint "+
		"firemen policemen officers mothers fathers parents girls boys nation world state consumers students writers journalists actors")
	t.add(plain, "say tell be have do make take get give go come see know want need use find try ask seem feel become leave put mean keep let begin help show "+
		"hear play run move like live believe hold bring happen write provide sit stand lose pay meet include continue set learn lead understand "+
		"watch follow stop create speak read spend grow open walk win offer remember consider appear wait serve die send expect stay fall cut reach "+
		"remain face call add work look turn start talk think hope plan agree face receive accord base relate note "+
		"year month week day hour time minute way thing part number lot kind sort place side end man woman person one case point fact question statement "+
		"percent member group report reporter people morning evening night today decade home hand eye word life world country state something "+
		"anything nothing everything someone anyone everyone much many more other same way reason result role issue problem")
}

// givenNames are common in news in English. They settle what form leaves open, and are
// no condition for a name.
const givenNames = "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul " +
	"andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott " +
	"brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle " +
	"walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert " +
	"willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip bobby johnny bradley mary patricia jennifer linda " +
	"elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa " +
	"deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra " +
	"rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea " +
	"cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris " +
	"marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori mike tom jim bob bill dan steve tim matt chris " +
	"nick dave tony sam ben alex greg jeff ken pete phil rick chuck doug fred josh nate hank gus ray ted ed ron rob jake max leo luke simon martin colin " +
	"ian neil graham nigel trevor stuart craig duncan hugh alastair angus ewan callum rory liam conor declan niall sophie lucy claire fiona gemma " +
	"harriet imogen jill joanna kate lorraine louise maureen nicola olive penelope philippa priscilla rosalind rosie ruby tara tracy yvonne zoe ana " +
	"antonio carlos luis miguel jorge pedro francisco javier alejandro fernando diego rafael eduardo ricardo roberto manuel andres sergio pablo raul " +
	"alberto oscar enrique hector guillermo mario ivan gustavo felipe jaime ruben arturo marcelo rosa carmen lucia elena isabel pilar dolores " +
	"mercedes beatriz gabriela mariana valentina camila daniela xavier ignacio joaquin tomas nicolas hans klaus jurgen dieter karl heinrich " +
	"friedrich wolfgang stefan markus matthias andreas lars erik olaf sven bjorn nils anders jens henrik soren ingrid astrid kari greta freya sigrid " +
	"giovanni giuseppe marco luca matteo paolo francesca giulia chiara pierre francois jacques henri philippe emmanuel antoine camille ines amelie " +
	"vladimir sergei dmitri alexei mikhail nikolai igor boris yuri olga natalia svetlana irina tatiana katarina marta zofia piotr jan pavel tomasz " +
	"viktor mohammed muhammad mohamed ahmed ali hassan hussein omar ibrahim yusuf khalid fatima aisha layla nadia yasmin leila amir reza mahmoud abdul " +
	"abdullah raj sanjay anil vikram arjun priya anita sunita deepak wei ming li xi jin hiroshi kenji yuki kim park min-jun kwame kofi " +
	"ngozi chidi amara tunde abeni femi sipho thabo nelson desmond jill"
