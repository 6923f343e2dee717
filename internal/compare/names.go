package compare

import "glossator/internal/language"

// markNames finds the names in both texts by their form: capitals where a capital
// says something, and what the annotations name. A capital at the beginning of a
// sentence counts where the word has one inside a sentence of either text too. What a
// capital says is known where the language's words are; where all nouns have one, it says
// nothing, and names are those of the annotations.
func markNames(a, b *text) {
	if !a.pack.Compares {
		return
	}
	known := map[string]bool{}
	for _, t := range []*text{a, b} {
		for i := range t.tokens {
			if tok := &t.tokens[i]; t.named(i) && tok.cap || nameLike(tok) && !tok.start {
				known[tok.norm] = true
			}
		}
	}
	for _, t := range []*text{a, b} {
		for i := range t.tokens {
			tok := &t.tokens[i]
			tok.name = t.named(i) || !t.pack.CapitalNouns && nameLike(tok) && known[tok.norm]
		}
		if !t.pack.CapitalNouns {
			t.join()
		}
	}
}

// nameLike tells whether a word may be a name when it has a capital.
func nameLike(t *piece) bool {
	return t.cap && !t.number() && (t.class == content || t.class == program)
}

// join lets a name run over initials, over a capital at the beginning of a sentence,
// and over "de" and the like between its parts.
func (t *text) join() {
	for i := len(t.tokens) - 2; i >= 0; i-- {
		tok, next := &t.tokens[i], &t.tokens[i+1]
		if next.name && nameLike(tok) && !t.capitalBlock(i) && t.between(i+1) == " " {
			tok.name = true
		}
	}
	for i := 1; i+1 < len(t.tokens); i++ {
		tok := &t.tokens[i]
		if t.tokens[i-1].name && t.tokens[i+1].name && t.is(tok, language.TellingPart) &&
			t.between(i) == " " && t.between(i+1) == " " {
			tok.name = true
		}
	}
}

// capitalBlock tells whether a token and the one after it stand in a headline, where
// neighbours with capitals need not be one name.
func (t *text) capitalBlock(i int) bool { return t.tokens[i+1].start }

// phrase is the whole name around tokens[lo:hi], which may be empty: name tokens with
// nothing but spaces or hyphens between them.
func (t *text) phrase(lo, hi int) (int, int) {
	if lo == hi {
		switch {
		case lo > 0 && t.tokens[lo-1].name:
			lo--
		case hi < len(t.tokens) && t.tokens[hi].name:
			hi++
		default:
			return lo, hi
		}
	}
	for lo > 0 && t.tokens[lo-1].name && t.tokens[lo].name && joined(t.between(lo)) {
		lo--
	}
	for hi < len(t.tokens) && t.tokens[hi].name && t.tokens[hi-1].name && joined(t.between(hi)) {
		hi++
	}
	return lo, hi
}

func joined(between string) bool { return between == " " || between == "-" || between == "\n" }

// variant tells whether two name tokens are one name spelled in two ways: letters
// lost or accents dropped.
func variant(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	if len(ra) < len(rb) {
		ra, rb = rb, ra
	}
	if len(rb) < 3 || len(ra)-len(rb) > 2 || ra[0] != rb[0] {
		return false
	}
	limit := 1 + len(ra)/7
	return distance(ra, rb) <= limit
}

// distance is the Levenshtein distance in code points.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
