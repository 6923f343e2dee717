// Package token turns a text into tokens: words, numbers, clitics and marks, each with
// its place in the text and in the folded text, its hash, and the number that a
// Vocabulary gives its word.
//
// In: a text. Out: Tokens in its order. Nothing in it knows a language, but for what a
// Vocabulary was told of full stops and for the English clitics ("'s", "'ll"). Invariant:
// equal folded words have equal hashes; the cost is linear in the text.
package token

// Token is a word, a number, a clitic ("'s") or one mark of punctuation. Offsets are
// bytes into the text that was read; FoldStart and FoldEnd into its folded text.
type Token struct {
	Start, End         int32
	FoldStart, FoldEnd int32
	Word               Word   // its number in the vocabulary; 0 for words that are not in it
	Stem               uint32 // room for package pattern: the number of its stem, 0 where no pattern uses it
	Hash               uint64 // of the folded word: equal words, equal hashes
	Shape              Shape
	Flags              Flags
}

// Shape is how a token is written.
type Shape uint8

const (
	Punct   Shape = iota
	Lower         // order
	Capital       // Order, A
	Upper         // ORDER, U.S.
	Mixed         // BuzzFeed
	Initial       // J.
	Number        // 42, 24,819
	Clitic        // 's, 'll
)

// Capitalized tells whether the token begins with a capital letter.
func (s Shape) Capitalized() bool { return s >= Capital && s <= Initial }

// Wordlike tells whether the token is a word and not a number or punctuation.
func (s Shape) Wordlike() bool { return s >= Lower && s <= Initial }

// Flags say what else is known of a token.
type Flags uint8

const (
	Spaced  Flags = 1 << iota // white space before it
	Break                     // first token of a block: two line ends before it, or the text's start
	Dotted                    // its full stop belongs to it: "U.S.", "Mr.", "J."
	Foreign                   // holds bytes beyond ASCII
	Spoiled                   // was put right while folding: mojibake, soft hyphens, lost characters
)
