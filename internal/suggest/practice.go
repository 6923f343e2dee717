package suggest

import (
	"cmp"
	"slices"
	"strings"

	"glossator/internal/language"
	"glossator/internal/lexicon"
	"glossator/internal/token"
)

// A practice is worth an entry where it is told often enough.
const (
	fewestSentences = 3
	fewestArticles  = 2
)

// act is a verb and its object in one text: the tokens [verb, head].
type act struct {
	text       *text
	verb, head int
}

// pair is the stems of a verb and of its object's head noun.
type pair struct{ verb, head string }

// practices finds what is done again and again: a verb and the head noun of its object
// that recur, and that no cue explains yet.
func practices(lex *lexicon.Lexicon, words *table, texts []*text) (found []Suggestion) {
	if words == nil {
		return nil
	}
	p := &practitioner{lex: lex, stems: map[uint64]string{}, dull: map[string]bool{}, verbs: map[string]int{}, acts: map[pair][]act{}, seen: map[string]bool{}}
	for w := range words.pack.In(language.Plain, language.Speaks) {
		p.dull[lex.Pack.Stem(w)] = true
	}
	for _, t := range texts {
		p.learn(t)
	}
	for _, t := range texts {
		p.read(t)
	}
	for key, acts := range p.acts {
		if len(acts) < fewestSentences || articlesOf(acts) < fewestArticles {
			continue
		}
		found = append(found, p.suggestion(key, acts))
	}
	slices.SortFunc(found, func(a, b Suggestion) int { return cmp.Compare(a.Name, b.Name) })
	return found
}

type practitioner struct {
	lex   *lexicon.Lexicon
	stems map[uint64]string // by a word's hash
	dull  map[string]bool   // stems of words too common to tell
	verbs map[string]int    // stems of what stands where only a verb can: how often
	acts  map[pair][]act
	seen  map[string]bool // sentences; a copied one counts once
}

func (p *practitioner) stem(t *text, i int) string {
	h := t.Tokens[i].Hash
	s, ok := p.stems[h]
	if !ok {
		s = p.lex.Pack.Stem(t.Word(i))
		p.stems[h] = s
	}
	return s
}

// learn counts the words that stand behind "to" or a modal: verbs.
func (p *practitioner) learn(t *text) {
	for i := 1; i < len(t.Tokens); i++ {
		behind := t.joined(i) && (t.Is(i-1, "to") || t.in(i-1, language.Verbal))
		if behind && t.small(i) && !t.in(i, language.Function, language.Article, language.Copula) {
			p.verbs[p.stem(t, i)]++
		}
	}
}

// read gathers a text's acts.
func (p *practitioner) read(t *text) {
	fresh := map[int]bool{} // sentence → no other article has it
	for i := range t.Tokens {
		key, head, ok := p.act(t, i)
		if !ok {
			continue
		}
		s := t.SentenceOf(i)
		if _, known := fresh[s]; !known {
			sentence := t.sight(i, head+1).Sentence
			fresh[s] = !p.seen[sentence]
			p.seen[sentence] = true
		}
		acts := p.acts[key]
		again := len(acts) > 0 && acts[len(acts)-1].text == t && t.SentenceOf(acts[len(acts)-1].verb) == s
		if fresh[s] && !again {
			p.acts[key] = append(acts, act{t, i, head})
		}
	}
}

// act is the act whose verb is token i, and the token of its object.
func (p *practitioner) act(t *text, i int) (key pair, head int, ok bool) {
	explained := t.mute[i] || t.done[i]
	if explained || !t.small(i) || t.in(i, language.Function, language.Preposition, language.Calendar) || t.nounPlace(i) {
		return key, 0, false
	}
	verb := p.stem(t, i)
	if p.verbs[verb] == 0 || p.dull[verb] || len(verb) < 3 {
		return key, 0, false
	}
	if head = t.object(i); head < 0 {
		return key, 0, false
	}
	noun := p.stem(t, head)
	oftenVerb := p.verbs[noun] > 3 && !strings.HasSuffix(t.Word(head), "s")
	return pair{verb, noun}, head, !p.dull[noun] && noun != verb && len(noun) >= 3 && !oftenVerb
}

// nounPlace tells whether token i stands where a noun or an adjective does: behind an
// article, an adjective or a preposition but "to".
func (t *text) nounPlace(i int) bool {
	if i == 0 || !t.joined(i) {
		return false
	}
	c := t.class(i - 1)
	if c.Has(language.Article, language.Possessive, language.Determiner) || t.Tokens[i-1].Shape == token.Clitic || t.Tokens[i-1].Shape == token.Number {
		return true
	}
	return c.Has(language.Preposition) && !t.Is(i-1, "to") && !strings.HasSuffix(t.Word(i), "ing")
}

// object is the head noun of the object behind the verb at token i; -1 where there is
// none that is sure: it is a plural, or has an article, and stays near.
func (t *text) object(i int) int {
	const longest = 5 // words
	head, article := -1, false
	for k := i + 1; k < len(t.Tokens) && k <= i+longest && t.joined(k); k++ {
		c, tok := t.class(k), t.Tokens[k]
		switch {
		case tok.Shape == token.Punct && t.Is(k, "-") && tok.Flags&token.Spaced == 0, tok.Shape == token.Number:
			continue
		case c.Has(language.Article, language.Possessive, language.Determiner) && head < 0:
			article = true
			continue
		case t.in(k, language.Measures):
			continue
		case !tok.Shape.Wordlike() || c.Has(language.Function, language.Preposition, language.Copula, language.Verbal, language.Relative, language.Pronoun, language.Calendar):
			return sure(t, head, article)
		}
		head = -1
		if t.small(k) {
			head = k
		}
		if strings.HasSuffix(t.Word(k), "s") && t.small(k) && k+1 < len(t.Tokens) && !t.small(k+1) {
			return k
		}
	}
	return sure(t, head, article)
}

func sure(t *text, head int, article bool) int {
	if head < 0 || strings.HasSuffix(t.Word(head), "ly") || strings.HasSuffix(t.Word(head), "ing") {
		return -1
	}
	plural := strings.HasSuffix(t.Word(head), "s") || t.Is(head, "people") || t.Is(head, "children")
	if !article && !plural {
		return -1
	}
	return head
}

func articlesOf(acts []act) (n int) {
	for i, a := range acts {
		if i == 0 || acts[i-1].text != a.text {
			n++
		}
	}
	return n
}

// suggestion names a practice by the verb's plainest form and the noun's commonest.
func (p *practitioner) suggestion(key pair, acts []act) Suggestion {
	s := Suggestion{Kind: Practice, Mentions: len(acts), Articles: articlesOf(acts)}
	verbs, nouns := map[string]int{}, map[string]int{}
	gap := false
	for _, a := range acts {
		v := a.text.Word(a.verb)
		verbs[v] += 2
		if a.text.Is(a.verb-1, "to") || a.text.in(a.verb-1, language.Verbal) {
			verbs[v] += 100 // its base form
		}
		nouns[a.text.Word(a.head)]++
		gap = gap || a.head > a.verb+1
		s.Seen = append(s.Seen, a.text.sight(a.verb, a.head+1))
	}
	verb, noun := commonest(verbs), commonest(nouns)
	s.Name = upperFirst(verb + " " + noun)
	s.Cues = []string{"[" + verb + " " + noun + "]"}
	if gap {
		s.Cues = []string{"[" + verb + " … " + noun + "]"}
	}
	return s
}

func commonest(of map[string]int) (best string) {
	for w, n := range of {
		if best == "" || n > of[best] || n == of[best] && w < best {
			best = w
		}
	}
	return best
}
