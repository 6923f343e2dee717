package suggest

import "strings"

// kindOf is what a name's own words say it is: of "… of …" the words before decide.
// weak tells that a person's name might end so, too.
func (t table) kindOf(words []string) (k Kind, weak bool) {
	if t == nil {
		return "", false
	}
	head := len(words)
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "on" || w == "against") {
			head = i
			break
		}
	}
	for head > 1 && words[head-1] != "" && words[head-1][0] >= '0' && words[head-1][0] <= '9' {
		if t[words[head-2]]&numbered != 0 {
			return Law, false
		}
		head--
	}
	last := t[words[head-1]]
	first := t[words[0]]
	if head < len(words) && (words[head] == "for" || words[head] == "against") && last&(law|court|event|work) == 0 && (last&program == 0 || last&body != 0) && !strings.HasSuffix(words[head-1], "ics") {
		return Organization, false // "Doctors for …"
	}
	if len(words) == 1 {
		switch {
		case last&generic != 0, last&(law|program|court|event|spot) != 0:
			return "", false
		case last&body != 0:
			return Organization, true
		}
		return "", false
	}
	if words[0] == "operation" && len(words) < 5 {
		return Program, false
	}
	numeric := strings.IndexByte("0123456789", words[len(words)-1][0]) >= 0
	switch {
	case last&court != 0:
		return Court, false
	case last&law != 0 && !(words[0] == "bill"):
		return Law, false
	case last&program != 0 && last&body == 0:
		return Program, false
	case last&event != 0 && last&body == 0:
		return "event", false
	case last&body != 0 || last&firm != 0:
		return Organization, head == 2 && first&given != 0
	case last&spot != 0 && head > 1:
		for _, w := range words[1 : head-1] {
			if t[w]&court != 0 {
				return Court, false
			}
		}
		return Place, first&given != 0
	}
	for i, w := range words {
		switch {
		case t[w]&court != 0 && i > 0 && i < head:
			return Court, false
		case t[w]&body != 0 && t[w]&takesOf != 0 && i > 0 && i < head && first&given == 0:
			return Organization, true
		}
	}
	switch {
	case t[words[len(words)-1]]&nation != 0 && first&(opening|given|land|common) == 0:
		return Organization, true // "Mercury UK", "Health Watch Africa"
	case words[0] == "project":
		return Program, false
	case (words[0] == "hr" || words[0] == "sb" || words[0] == "hb") && numeric:
		return Law, false
	case first&opening != 0 && len(words) == 2 && t[words[1]]&given == 0:
		return Place, true
	}
	return "", false
}

// nounKind is what a noun in small letters says of the name beside it.
func (t table) nounKind(w string) Kind {
	m := t[w]
	switch {
	case m&work != 0 && m&program == 0:
		return "work"
	case m&court != 0:
		return Court
	case m&program != 0 && m&body == 0:
		return Program
	case m&law != 0 && m&body == 0:
		return Law
	case m&human != 0:
		return Person
	case m&body != 0:
		return Organization
	case m&spot != 0:
		return Place
	}
	return ""
}
