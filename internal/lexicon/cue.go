package lexicon

import (
	"fmt"
	"strings"

	"glossator/internal/catalogue"
	"glossator/internal/language"
	"glossator/internal/pattern"
	"glossator/internal/source"
	"glossator/internal/token"
)

// Cue is one pattern of an entry.
type Cue struct {
	Entry int32
	Rule  string // what a mention found by it says of its ground
}

// compileCues reads every entry's cues into one set of patterns.
func (c *compiler) compileCues() {
	c.patterns = c.patternSet(c.vocabulary)
	for i, e := range c.Catalogue.Entries {
		for _, w := range e.Cues {
			if err := c.patterns.Add(w.Text); err != nil {
				c.Problems = append(c.Problems, cueProblem(e, w.Offset, w.Text, err))
				continue
			}
			c.cues = append(c.cues, Cue{Entry: int32(i), Rule: "cue “" + short(w.Text) + "”"})
		}
	}
}

func cueProblem(e *catalogue.Entry, offset int, text string, err *pattern.Error) source.Problem {
	hint := err.Hint
	if hint == "" {
		hint = "a cue is written like this: rapidly? [(expel|deport) … migrants] to Mexico"
	}
	msg := fmt.Sprintf("cue %q: %s", text, err.Msg)
	if err.At > 0 {
		msg += fmt.Sprintf(", at character %d", err.At)
	}
	if e.File == nil {
		return source.Problem{Rule: "bad-cue", Msg: msg, Hint: hint}
	}
	return e.File.Problem(offset, "bad-cue", msg, hint)
}

// short is the beginning of a long cue.
func short(cue string) string {
	const most = 48 // code points
	n := 0
	for i := range cue {
		if n++; n > most {
			return strings.TrimRight(cue[:i], " (|") + "…"
		}
	}
	return cue
}

// Try compiles a cue that no entry has yet. What it returns finds the cue in a sentence:
// spans of bytes.
func (l *Lexicon) Try(cue string) (find func(sentence string) []source.Span, problem *source.Problem) {
	words := l.vocabulary.Clone()
	set := l.patternSet(words)
	if err := set.Add(cue); err != nil {
		p := cueProblem(&catalogue.Entry{}, 0, cue, err)
		return nil, &p
	}
	return func(sentence string) (spans []source.Span) {
		tokens, fold := words.Tokens(sentence, nil)
		for _, m := range set.Find(pattern.Text{Text: sentence, Fold: fold, Tokens: tokens, To: len(tokens)}, nil) {
			spans = append(spans, source.Span{Start: int(tokens[m.From].Start), End: int(tokens[m.To-1].End)})
		}
		return spans
	}, nil
}

// Cue is what a match of CueMatches stands for.
func (l *Lexicon) Cue(m pattern.Match) Cue { return l.cues[m.Pattern] }

// CueMatches appends to dst the cues that the tokens [from, to), one sentence, hold.
// fold is the folded text of Tokens.
func (l *Lexicon) CueMatches(text, fold string, tokens []token.Token, from, to int, dst []pattern.Match) []pattern.Match {
	return l.patterns.Find(pattern.Text{Text: text, Fold: fold, Tokens: tokens, From: from, To: to}, dst)
}

// patternSet has no patterns yet, and knows what the language does to verbs.
func (l *Lexicon) patternSet(words *token.Vocabulary) *pattern.Set {
	denies := l.denies
	if !l.Pack.Any(language.Negation) {
		denies = nil
	}
	set := pattern.NewSet(words, l.Pack.Stem, denies)
	if len(l.Pack.Parted) > 0 {
		set.In(pattern.Clause{Parted: l.Pack.Parted, Participles: l.Pack.Participles(), Ends: func(w Word) bool { return l.Pack.Is(w, language.JoinsVerbs) }})
	}
	return set
}

// denies tells whether a word turns what is said round.
func (l *Lexicon) denies(w Word) bool { return l.Pack.Is(w, language.Negation) }
