package doc

import (
	"strings"
	"testing"

	"glossator/internal/source"
)

// What a plain text says, whatever column its lines were wrapped at: paragraphs parted by |.
func TestParagraphsOfEveryLayout(t *testing.T) {
	for _, c := range []struct{ name, in, want, left string }{
		{"wrapped at 40 columns", "The harbor commission met on Thursday\nevening to weigh the new mooring plan,\nwhich would close the quay. It was late.\nNobody came.\n\nFishers told the commission that the\nplan would cost them a third of their\ncatch, and asked for a hearing.\n",
			"The harbor commission met on Thursday evening to weigh the new mooring plan, which would close the quay. It was late. Nobody came.|Fishers told the commission that the plan would cost them a third of their catch, and asked for a hearing.", ""},
		{"wrapped, with paragraphs that begin indented", "  The harbor commission met on Thursday\nevening to weigh the new mooring plan,\nwhich would close it.\n  Fishers told the commission that the\nplan would cost them a third of their\ncatch, and asked for a hearing.\n",
			"The harbor commission met on Thursday evening to weigh the new mooring plan, which would close it.|Fishers told the commission that the plan would cost them a third of their catch, and asked for a hearing.", ""},
		{"words parted at line ends", "The port-authority sent the fer-\nries to the outer quay, and the port-\nauthority kept them for the sum-\nmer, and said that it was a mis-\ntake which the North-\nEast gale had brought to them all.\n",
			"The port-authority sent the ferries to the outer quay, and the port-authority kept them for the summer, and said that it was a mistake which the North-East gale had brought to them all.", ""},
		{"a blank line between every two", "The council met on Thursday to weigh the \n\nnew plan, and heard the captains of the United \n\nHarbors League, which \n\n\nhad asked for it.  \n\nIt then set up the Brisa Independent Commission \n\nAgainst Noise, in order to promote \n\nsleep and good order. \n",
			"The council met on Thursday to weigh the new plan, and heard the captains of the United Harbors League, which had asked for it.|It then set up the Brisa Independent Commission Against Noise, in order to promote sleep and good order.", ""},
		{"the head of a page in a sentence", "Harbor Bill 2021\n\nThe council heard the captains, who had waited for it since the spring of last year, and also\n\nPage 32\nHarbor Bill 2021\n11th Feb., 2021\n\ntheir wives, who had not. Then it voted.\n",
			"Harbor Bill 2021|The council heard the captains, who had waited for it since the spring of last year, and also their wives, who had not. Then it voted.", "Page 32;Harbor Bill 2021;11th Feb., 2021"},
		{"the number of a page in a sentence", "The council heard the captains, who had waited for it since the spring of last year, and also\n\n530\n\ntheir wives, who had not.\n",
			"The council heard the captains, who had waited for it since the spring of last year, and also their wives, who had not.", "530"},
		{"a number that is the text's", "The council counted the boats, and found this many:\n\n530\n\nThat was a third less than in the year before the fire.\n",
			"The council counted the boats, and found this many:|530|That was a third less than in the year before the fire.", ""},
		{"verse", "The ferry leaves at nine o'clock,\nThe captain combs his beard,\nThe mayor waits upon the dock\nFor things that he has feared.\n",
			"The ferry leaves at nine o'clock,|The captain combs his beard,|The mayor waits upon the dock|For things that he has feared.", ""},
		{"turns", "MR. SMITH: I thank the Honourable Member\nfor what she said of the boats, and of\nthe fog. The boats were late, all of it\nHON. M. BULA.- They were late because of\nthe fog, and of the fire, which was seen\nby all of us from the quay.\n",
			"MR. SMITH: I thank the Honourable Member for what she said of the boats, and of the fog. The boats were late, all of it|HON. M. BULA.- They were late because of the fog, and of the fire, which was seen by all of us from the quay.", ""},
		{"a list", "The council bought for the outer quay\nand the inner, which it seldom names,\nin the year of the fire, and paid for\nit with what was left of the tolls:\n- lamps of brass, and one of tin\n- ropes\n- a bell that nobody has ever heard\n",
			"The council bought for the outer quay and the inner, which it seldom names, in the year of the fire, and paid for it with what was left of the tolls:|- lamps of brass, and one of tin|- ropes|- a bell that nobody has ever heard", ""},
		{"a paragraph a line", "The council met.\nIt voted on the plan that it had put off twice since the spring of last year, and nobody was there to hear it but the clerk and his dog.\nIt left.\n",
			"The council met.|It voted on the plan that it had put off twice since the spring of last year, and nobody was there to hear it but the clerk and his dog.|It left.", ""},
		{"a heading in capitals of a wrapped text", "The harbor commission met on Thursday\nevening to weigh the new mooring plan,\nwhich would close the quay for it.\n\nWHAT THE FISHERS THINK OF IT ALL\n\nFishers told the commission that the\nplan would cost them a third of their\ncatch.\n",
			"The harbor commission met on Thursday evening to weigh the new mooring plan, which would close the quay for it.|WHAT THE FISHERS THINK OF IT ALL|Fishers told the commission that the plan would cost them a third of their catch.", ""},
		{"what a legislature did", "The council heard the captains and voted on the bill, and the clerk read what it had done.\n\n[Harbor Bill 2021 (Bill No. 1/2021), passed by the council. (Act No. 3 of 2021)]\n",
			"The council heard the captains and voted on the bill, and the clerk read what it had done.|[Harbor Bill 2021 (Bill No. 1/2021), passed by the council. (Act No. 3 of 2021)]", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, problems := Parse(source.NewFile("a.txt", c.in), nil, Options{})
			for _, p := range problems {
				t.Error(p)
			}
			var got, left []string
			for _, b := range d.Prose.Blocks {
				got = append(got, d.Prose.Text[b.Span.Start:b.Span.End])
			}
			for _, x := range d.Cleaned {
				if x.Rule == "page head" {
					left = append(left, c.in[x.Span.Start:x.Span.End])
				}
			}
			if got := strings.Join(got, "|"); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if got := strings.Join(left, ";"); got != c.left {
				t.Errorf("left out: %s, want %s", got, c.left)
			}
		})
	}
}

func TestTurn(t *testing.T) {
	for in, want := range map[string]string{
		"MR. SMITH: I thank you.": "MR. SMITH loud", "HON. M. BULA.- I rise.": "HON. M. BULA loud", "Q: Why?": "Q loud", "Ana Luz: No.": "Ana Luz", "MR. SMITH (Harbor North): No.": "MR. SMITH (Harbor North) loud",
		"QUESTION:": "QUESTION loud", "The council met at 10:30 on Monday.": "", "It said so: no.": "", "U.S.-led": "", "He said: no": "", "": "", ": x": "", "THE SPEAKER.— Order.": "THE SPEAKER loud",
	} {
		label, loud := Turn(in)
		if loud {
			label += " loud"
		}
		if label != want {
			t.Errorf("%q: %q, want %q", in, label, want)
		}
	}
}
