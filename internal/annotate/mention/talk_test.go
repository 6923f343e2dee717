package mention

import (
	"testing"

	"glossator/internal/catalogue"
	"glossator/internal/lexicon"
)

// chamber is a catalogue of people who talk to each other.
var chamber = lexicon.New(catalogue.New(
	[]catalogue.Facet{{ID: "who", Singular: "person or body"}},
	[]*catalogue.Entry{
		{ID: "moss", Kind: "person", Name: "Edda Moss", Roles: []catalogue.Role{{Title: "Minister for Water", From: "2020"}}},
		{ID: "pohl", Kind: "person", Name: "Karl Pohl", Roles: []catalogue.Role{{Title: "Prime Minister of Ostria", From: "2020"}}},
		{ID: "tarn", Kind: "person", Name: "Ines Tarn", Roles: []catalogue.Role{{Title: "Governor of Lakeland", From: "2019"}}},
		{ID: "roth", Kind: "person", Name: "Dana Roth"},
		{ID: "tarn-administration", Kind: "government", Name: "Tarn administration"},
		{ID: "pohl-government", Kind: "government", Name: "Pohl government"},
	}), "en")

// TestTalk: who is spoken to, or of, in the turns of a conversation.
func TestTalk(t *testing.T) {
	const more = "\n\nMs {ROTH=roth}: No.\n\nMs {MOSS=moss}: Yes.\n\nMs {ROTH=roth}: Why?"
	links(t, chamber, []string{
		"{Edda Moss=moss} and {Dana Roth=roth} met.\n\nMs {ROTH=roth}: {Minister~moss}, when? I ask {the Minister~moss} again. Thank you, {Minister~moss}." + more,
		"{Edda Moss=moss} and {Dana Roth=roth} met.\n\nMs {ROTH=roth}: {Minister~moss} — when? The Minister of Ostria and the Minister for Roads wait. The Home Minister, too." + more,
		"{Edda Moss=moss} and {Dana Roth=roth} met.\n\nMs {MOSS=moss}: The Minister is me. Minister, Minister!" + more,
		"{Edda Moss=moss} and {Dana Roth=roth} met with Minister Stone.\n\nMs {ROTH=roth}: I ask the Minister. Minister, when?" + more,
		"{Edda Moss=moss}, {Karl Pohl=pohl} and {Dana Roth=roth} met.\n\nMs {ROTH=roth}: I ask the Minister. Minister, when?" + more,
		"{Karl Pohl=pohl}, {Ines Tarn=tarn} and {Dana Roth=roth} met.\n\nMs {ROTH=roth}: {Mr. Prime Minister~pohl}, when? And {Madam Governor~tarn}? The Foreign Minister waits." + more[:len(more)-len("\n\nMs {MOSS=moss}: Yes.\n\nMs {ROTH=roth}: Why?")] + "\n\n{THE GOVERNOR~tarn}: Yes.\n\nMr {POHL=pohl}: Yes.",
		"{Ines Tarn=tarn} met {Dana Roth=roth}.\n\nQ: {Governor~tarn}, is it done?\n\nA: It is.\n\nQ: And you, {Dana=roth}?\n\nA: Ines Bell came. I told Ines.",
		"{Edda Moss=moss} met Minister Stone. The minister spoke.",
		"{Edda Moss=moss} met Dan Stone. {The minister~moss} spoke. The minister for roads left.",
		"{Ines Tarn=tarn} spoke to us.\n\nQ: Is it done, {Ines=tarn}?\n\nA: {My administration~tarn-administration} did it. Ines did.\n\nQ: And our government?",
		"{Ines Tarn=tarn} met {Karl Pohl=pohl}. “{Pohl=pohl} knows what {my administration~tarn-administration} did,” {Tarn=tarn} said. My administration is mine.",
	})
}

// TestOtherOffices: the office of another country or matter is another's.
func TestOtherOffices(t *testing.T) {
	links(t, corva, []string{
		"{The prime minister~rey} spoke. The prime minister of Velia left. {The prime minister of Corva~rey} came.",
		"The prime minister of the island state and the Velian prime minister left. So did Velia's prime minister.",
		"{The home minister~hall} spoke. The home minister of Velia and the home minister for Roads left.",
		"{Beth Hall=hall}, {general secretary of the Quay Workers’ Union~hall}, and the {Quay Workers’ Union=quay} met.",
	})
}

var corva = lexicon.New(catalogue.New(
	[]catalogue.Facet{{ID: "who", Singular: "person or body"}},
	[]*catalogue.Entry{
		{ID: "rey", Kind: "person", Name: "Tomás Rey", Roles: []catalogue.Role{{Title: "Prime Minister of Corva", From: "2020", Descriptions: words("the prime minister", "the Corvan prime minister")}}},
		{ID: "hall", Kind: "person", Name: "Beth Hall", Roles: []catalogue.Role{{Title: "Home Minister", From: "2020", Descriptions: words("the home minister")}}},
		{ID: "quay", Kind: "union", Name: "Quay Workers' Union"},
	}), "en")
