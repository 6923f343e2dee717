package build_test

import (
	"fmt"
	"strings"
)

// hard is a way to write a site that a careless algorithm reads in more than linear
// time: files of about n bytes in all, beside those of every hard site.
type hard struct {
	name  string
	files func(n int) map[string]string
}

// around is the site that every hard text is read in.
var around = map[string]string{
	"content/site.yaml": "title: Harbor\nlanguage: en\nfacets:\n  - {id: who, dir: who, singular: person, plural: Who, question: Who?}\n" +
		"  - {id: measure, dir: measures, singular: measure, plural: Measures, question: What?}\n",
	"content/who/rosa-pardo.md":        "---\nname: Rosa Pardo\nkind: person\nroles:\n  - {title: Mayor, from: 2019-06, as_of: 2023-10-20, descriptions: [the mayor]}\n---\nRosa Pardo was mayor.\n",
	"content/who/harbor-office.md":     "---\nname: Harbor Office\nkind: organization\naliases: [HO]\ndescriptions: [the office]\n---\nIt runs the harbor.\n",
	"content/measures/turning-away.md": "---\nname: Turning boats away\ncues: [\"[(turn|send) away … boat]\", \"[turn the … away]\"]\n---\nBoats that came late.\n",
}

const head = "---\ntitle: A hard text\nrights: own\npublished: 2023-10-20\n---\n"

// again repeats a unit up to about n bytes.
func again(unit string, n int) string { return strings.Repeat(unit, max(1, n/len(unit))) }

// count calls a function for each of 0, 1, 2 … up to about n bytes.
func count(n int, write func(i int) string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(write(i))
	}
	return b.String()
}

// grow repeats a unit 1, 2, 3 … times, a separator between, up to about n bytes.
func grow(unit, between string, n int) string {
	var b strings.Builder
	for k := 1; b.Len() < n; k++ {
		b.WriteString(strings.Repeat(unit, k) + between)
	}
	return b.String()
}

// nest is open n times, a word, and shut as often.
func nest(open, inside, shut string, n int) string {
	k := max(1, n/(len(open)+len(shut)))
	return strings.Repeat(open, k) + inside + strings.Repeat(shut, k)
}

func article(ext string, text func(n int) string) func(n int) map[string]string {
	return func(n int) map[string]string {
		files := map[string]string{"content/articles/x." + ext: text(n)}
		if ext == "md" {
			files["content/articles/x.md"] = head + text(n)
		} else {
			files["content/articles/x.yaml"] = "rights: own\n"
		}
		return files
	}
}

func md(name string, text func(n int) string) hard  { return hard{"md/" + name, article("md", text)} }
func txt(name string, text func(n int) string) hard { return hard{"txt/" + name, article("txt", text)} }
func page(name string, text func(n int) string) hard {
	return hard{"html/" + name, article("html", text)}
}

// units are repeated as one paragraph of Markdown.
var units = []string{
	"*a_ ", "a**b c*", "[a](", "[[", "[[rosa-pardo|", "[[rosa-pardo]] ", "[[gone]] ", "[[-|x]] ", "[[a\n", "[^a] ", "[^a", "[^a]: x\n\n", "[", "]", "![", "[a", "[a]", "[a][b]", "![a](b) ", "[a](<b", "[a](b \"c",
	"`a``b", "<", "<a", "<!--", "<a@", "<http://a", "<?", "&", "&amp;", "&#", "&a;", "\\\\", "\\", "\\\n", "~~a", "~~a~~ ", "~", "*", "_", "**a", "__a ", "*a **b ", "a*", "*a*b", "***a", "http://a ", "www.a.b ", "a@b.c ",
	"> ", "- ", "1. ", "+ ", "* ", "# ", "#", "=\n", "a\n=\n", "a\n---\n", "---\n", "***\n", "a  \n", "a\\\n", "\t", "    a\n", "\n", "\n\na", "\n\n> ", "\n\n# a", "- a\n", "- a\n\n", "1. a\n\n", "> a\n", "> > a\n\n",
	"|", "|a", "| a |\n", "a|b\n-|-\n", ":::", ":::unmarked\n", ":::unmarked\na\n:::\n\n", "```\n", "```\na\n```\n", "~~~\n", "<div>\n", "<script>", "[a]: b\n", "[a]: b\n\n[a] ", "[a]: <\n", "[a]:\n\"", "\x00", "a\x00", "\u202e", "\ufeff", "é", "\u0301", "\u00a0", "\u2028",
	"- a\n  ", "  \n", "*a\n", "a*b_c~d`", "(", ")", "((", "{", "$", "--", "---", "…", "'", "\"", "“", "”", "‘", "’", "’s ", "\"a ", "“a ", "\"a\" ", "“a,” said Pardo. ", "“a” ", "'a ", "«a ",
}

// sentences are repeated as one paragraph of plain text: what the readers of names,
// quotations, figures and dates look for.
var sentences = []string{
	"Rosa Pardo ", "Pardo ", "Pardo, ", "Pardo. ", "Mayor Pardo ", "the mayor ", "the mayor, Rosa Pardo, ", "the office ", "Harbor Office ", "Harbor Office (HO) ", "HO ", "HO’s ", "Harbor ", "turn away a boat ", "turn ", "turn the the the the ", "turn the, ", "turn away ",
	"“a ", "„a ", "« a ", "\"a\" said ", "\"x “", "'a ", "said also ", "it said it ", "a, b, said ",
	"said ", "said Pardo ", "he said ", "Pardo said ", "Pardo said, “a. ", "“a,” he said. ", "“a,” “b,” ", "“a ‘b ", "“It is so,” said the mayor, who ", "“We are here. We go,” Pardo said. ", "according to ", "told ", "told the mayor that ", "who ", "which ", ", ", ". ", "; ", ": ", "- ", "— ", "... ", "! ", "? ", "?! ",
	"12 boats ", "12 ", "10 to ", "last the ", "1-2 ", "1,", "1.", "1 ", "$1 ", "$1 million ", "5% ", "5 to ", "between 5 and ", "two ", "two hundred and ", "a million ", "half ", "1/2 ", "1-", "10,000 ", "IV ", "2021 ", "2021-05-01 ", "May 1, 2021 ", "May ", "Monday ", "last ", "last Monday ", "on Monday, May 1, ", "the next day ", "a week later ", "since ", "from May to ", "in the 1990s ", "10 a.m. ", "May–", "1–2 ",
	"J. ", "J. J. ", "J.", "U.S. ", "Mr. ", "Dr. Mr. ", "ABC ", "ABC", "A ", "Ab ", "Ab Cd ", "Ab, Cd, ", "Ab of ", "Ab of the ", "Ab and ", "Ab & ", "Ab Inc. ", "Ab (", "(Ab) ", "Ab-", "Ab/", "Ab’s ", "Ab Cd, president of ", "president of ", "the president of ", "former ", "the ", "of ", "of the ", "and ", "not ", "a", "a ", "A", "é", "a- ", "a-", "Ab: ", "Ab\n", "Ab\n\n", "AB CD\n\n", "a.\n\n", "Advertisement\n\n", "By Ab Cd\n\n", "Read more\n\n", "* * *\n\n", "Share this\n", "WASHINGTON — ", "https://a.b/c ", "a@b.c ", "@a ", "#a ", "PeÃ±a ", "a\u00ad", "\u00ad", "Â ", "his ", "her office ", "the Ab administration ", "Ab–Cd ", "Jr. ", "Ab, Jr., ", "Ab, 45, ", "x\t", "  ", "\t\n", "\n",
}

// elements are repeated inside the body of a web page.
var elements = []string{
	"<div>", "<b>", "<b><i>", "<b><p>", "<a href=x>", "<a href=x><p>", "<p>", "<p>a", "<span>", "<table>", "<table><tr><td>", "<table><td><b>", "<table>a", "<ul><li>", "<li>a", "<dl><dt>", "<form>", "<font>", "<nobr>", "<h1>", "<h2>a</h2>", "<script>", "<script>a</script>", "<style>", "<template>", "<select>", "<select><option>", "<svg>", "<svg><a>", "<math><mi>", "<iframe>", "<blockquote>", "<blockquote>a", "<br>", "a<br>", "<br><br>", "<img src=a>", "<img alt=a", "<meta name=author content=a>", "<meta property=og:title content=a>", "<time>2021-05-01</time>", "<article>", "<article>a ", "<main>", "<section>", "<section><p>a, b, c, d</p></section>", "<pre>", "<pre>a\n</pre>", "<code>`", "<!--", "<!-- a -->", "<![CDATA[", "<?", "<", "</", "</p>", "</b>", "&", "&amp", "&#x", "&amp;lt;", "<button>", "<noscript>", "<title>", "<textarea>", "<p hidden>", "<p class=ad>a", "<p class=byline>By Ab Cd</p>", "<p itemprop=articleBody>", "<a b", "<a b=\"", "<p>A word, a word, a word and more words here.</p>", "<p><b>A</b></p>", "<p><a href=http://a.b/>a</a>", "<td>a", "<tr><td>a", "<col>", "<b>a</p>", "<em><a><em>", "</br>", "<p>a</div>", "<link rel=a href=b>", "<script type=application/ld+json>{\"a\":1}</script>", "<script type=application/ld+json>[", "<figure><figcaption>a</figcaption></figure>", "<ruby><rt>", "<frameset>", "<body a=b>", "<html a=b>", "<li><p>", "<o:p>", "<q>a", "<sup>1</sup>", "<p>*a_ ", "<p>[a", "[", "`", "*", "_a ", "\n", "<p>", "  ", "<p>“a,” ", "<hr>",
}

// hardSites are all of them.
func hardSites() (all []hard) {
	for _, u := range units {
		all = append(all, md(fmt.Sprintf("%q", u), func(n int) string { return again(u, n) }))
	}
	for _, u := range sentences {
		all = append(all, txt(fmt.Sprintf("%q", u), func(n int) string { return again(u, n) }))
	}
	for _, u := range elements {
		all = append(all, page(fmt.Sprintf("%q", u), func(n int) string { return "<html><body><p>A first paragraph, with words.</p>" + again(u, n) }))
		all = append(all, hard{fmt.Sprintf("import/%q", u), func(n int) map[string]string {
			return map[string]string{"raw/x.html": "<html><body><p>A first paragraph, with words.</p>" + again(u, n)}
		}})
	}
	return append(all, others...)
}

var others = []hard{
	md("backticks", func(n int) string { return grow("`", " ", n) }),
	md("stars", func(n int) string { return grow("*", "a ", n) }),
	md("tildes", func(n int) string { return grow("~", "a ", n) }),
	md("fences", func(n int) string { return grow("`", "\n", n) }),
	md("quotation in quotation", func(n int) string { return grow("> ", "a\n\n", n) }),
	md("list in list", func(n int) string {
		var b strings.Builder
		for k := 0; b.Len() < n; k++ {
			b.WriteString(strings.Repeat("  ", k) + "- a\n")
		}
		return b.String()
	}),
	md("nested emphasis", func(n int) string { return nest("*a ", "b", " c*", n) }),
	md("nested strong", func(n int) string { return nest("**a ", "b", " c**", n) }),
	md("nested brackets", func(n int) string { return nest("[", "b", "]", n) }),
	md("nested links", func(n int) string { return nest("[a ", "b", "](c)", n) }),
	md("nested images", func(n int) string { return nest("![a ", "b", "](c)", n) }),
	md("nested parentheses", func(n int) string { return "[a](" + nest("(", "b", ")", n) + ")" }),
	md("quotation of lines", func(n int) string { return strings.Repeat("> ", n/4) + "a\n" + again("b\n", n/2) }),
	md("wide table", func(n int) string { return again("a|", n/3) + "\n" + again("-|", n/3) + "\n" + again("b|", n/3) + "\n" }),
	md("wide table of short rows", func(n int) string { return again("a|", n/4) + "\n" + again("-|", n/4) + "\n" + again("|\n", n/2) }),
	md("long table", func(n int) string { return "a|b\n-|-\n" + again("c|d\n", n) }),
	md("references", func(n int) string {
		return count(n, func(i int) string { return fmt.Sprintf("[a%d]: b\n\n[a%d] ", i, i) })
	}),
	md("reference used", func(n int) string { return "[a]: " + again("b", n/2) + "\n\n" + again("[a] ", n/2) }),
	md("notes", func(n int) string {
		return count(n, func(i int) string { return fmt.Sprintf("x[^%d]\n\n[^%d]: y\n\n", i, i) })
	}),
	md("notes behind", func(n int) string {
		return count(n/2, func(i int) string { return fmt.Sprintf("x[^%d] ", i) }) + "\n\n" + count(n/2, func(i int) string { return fmt.Sprintf("[^%d]: y\n", i) })
	}),
	md("one note, used often", func(n int) string { return again("x[^a] ", n) + "\n\n[^a]: y\n" }),
	md("headings of one name", func(n int) string { return again("## a\n\n", n) }),
	md("headings of one name and number", func(n int) string {
		return count(n, func(i int) string { return fmt.Sprintf("## a\n\n## a-%d\n\n", i) })
	}),
	md("headings and paragraphs", func(n int) string { return again("## Ab\n\nRosa Pardo came.\n\n", n) }),
	md("a link's address", func(n int) string { return "[a](" + again("b", n) + ")" }),
	md("a long word", func(n int) string { return again("b", n) }),
	md("a long note label", func(n int) string { return "x[^" + again("b", n/2) + "]\n\n[^" + again("b", n/2) + "]: y" }),
	md("a long fence name", func(n int) string { return ":::" + again("b", n) + "\na\n:::\n" }),
	md("fences in fences", func(n int) string { return again(":::unmarked\n", n) + "a\n" + again(":::\n", n) }),
	md("entry links", func(n int) string { return again("[[rosa-pardo|Rosa]] said. ", n) }),
	md("speakers", func(n int) string { return again("[“It is late”]{speaker: rosa-pardo} ", n) }),
	md("speakers that never close", func(n int) string { return again("[“a ", n) }),
	md("speakers that never open", func(n int) string { return again("“a”]{speaker: b} ", n) }),
	md("speakers in each other", func(n int) string { return again("[“a", n) + again("”]{speaker: b}", n) }),
	{"readings", func(n int) map[string]string {
		return map[string]string{"content/articles/x.readings.yaml": again("- {p: 1, words: the ferry came, link: none}\n", n), "content/articles/x.md": "---\ntitle: x\n---\n" + again("It is said that the ferry came. ", n)}
	}},
	{"decisions", func(n int) map[string]string {
		return map[string]string{"content/decisions.yaml": "ignore:\n" + again("  - Rosa\n", n) + "same:\n" + again("  - {words: Rosa P, entry: rosa-pardo}\n", n) + "unrelated:\n" + again("  - [x, y]\n", n)}
	}},
	md("marks over lines", func(n int) string { return again("[[rosa-pardo|Rosa]]\n", n) }),
	{"front/title", func(n int) map[string]string {
		return map[string]string{"content/articles/x.md": "---\ntitle: " + again("Rosa Pardo ", n) + "\nrights: own\n---\nText.\n"}
	}},
	{"front/summary", func(n int) map[string]string {
		return map[string]string{"content/articles/x.md": "---\nsummary: " + again("Rosa Pardo ", n) + "\nrights: own\n---\nText.\n"}
	}},
	{"front/authors", func(n int) map[string]string {
		return map[string]string{"content/articles/x.md": "---\nauthors: [" + again("a b, ", n) + "c]\nrights: own\n---\nText.\n"}
	}},
	txt("paragraphs", func(n int) string { return again("Rosa Pardo came to the harbor on Monday.\n\n", n) }),
	txt("numbered paragraphs", func(n int) string {
		return count(n, func(i int) string { return fmt.Sprintf("Rosa Pardo came %d times to the harbor on Monday.\n\n", i) })
	}),
	txt("other names", func(n int) string {
		return count(n, func(i int) string { return fmt.Sprintf("Ab%c%c Cd%c came. ", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26) })
	}),
	txt("other acronyms", func(n int) string {
		return count(n, func(i int) string {
			return fmt.Sprintf("Ab Cd Ef (X%c%c%c) came. ", 'A'+i%26, 'A'+i/26%26, 'A'+i/676%26)
		})
	}),
	txt("speakers", func(n int) string {
		return count(n, func(i int) string {
			return fmt.Sprintf("“It is so,” said Ab%c%c Cd%c. ", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
		})
	}),
	txt("quotation of everything", func(n int) string { return "“" + again("It is so. ", n) + "” said Pardo." }),
	txt("quotations over paragraphs", func(n int) string { return again("“It is so.\n\n", n) }),
	txt("a sentence", func(n int) string { return again("Rosa Pardo and the mayor of the harbor ", n) }),
	txt("different words", func(n int) string { return count(n, func(i int) string { return fmt.Sprintf("w%x ", i*7919) }) }),
	{"evidence", func(n int) map[string]string {
		return map[string]string{"content/articles/x.evidence.csv": "paragraph,kind,entry,facet,level,phrase,value\n" + again("1,mention,rosa-pardo,who,named,Rosa Pardo,\n", n), "content/articles/x.yaml": "title: x\n"}
	}},
	{"evidence/quotes", func(n int) map[string]string {
		return map[string]string{"content/articles/x.evidence.csv": "paragraph,kind,entry,facet,level,phrase,value\n1,mention,\"" + again("a\"\"", n), "content/articles/x.yaml": "title: x\n"}
	}},
	{"compare/same lines", func(n int) map[string]string {
		t := again("Rosa Pardo came to the harbor on Monday.\n\n", n/2)
		return map[string]string{"content/articles/a.md": head + t, "content/articles/b.md": head + t}
	}},
	{"compare/same sentences", func(n int) map[string]string {
		t := again("Rosa Pardo came to the harbor on Monday. ", n/2)
		return map[string]string{"content/articles/a.md": head + t, "content/articles/b.md": head + t}
	}},
	{"compare/altered", func(n int) map[string]string {
		t := count(n/2, func(i int) string {
			return fmt.Sprintf("Rosa Pardo came %d times to the harbor on day %x. ", i, i*7919)
		})
		return map[string]string{"content/articles/a.md": head + t, "content/articles/b.md": head + strings.ReplaceAll(t, "7", "8")}
	}},
	{"compare/altered paragraphs", func(n int) map[string]string {
		t := count(n/2, func(i int) string {
			return fmt.Sprintf("Rosa Pardo came %d times to the harbor on day %x, said Ab Cd.\n\n", i, i*7919)
		})
		return map[string]string{"content/articles/a.md": head + t, "content/articles/b.md": head + strings.ReplaceAll(t, "7", "8")}
	}},
	{"compare/reversed", func(n int) map[string]string {
		var parts []string
		t := count(n/2, func(i int) string {
			parts = append(parts, fmt.Sprintf("Rosa Pardo came %d times to the harbor on day %x.\n\n", i, i*7919))
			return parts[i]
		})
		var b strings.Builder
		for i := range parts {
			b.WriteString(parts[len(parts)-1-i])
		}
		return map[string]string{"content/articles/a.md": head + t, "content/articles/b.md": head + b.String()}
	}},
	{"compare/one word", func(n int) map[string]string {
		return map[string]string{"content/articles/a.md": head + again("boat ", n/2), "content/articles/b.md": head + again("boat ", n/2-5)}
	}},
	{"compare/two words", func(n int) map[string]string {
		return map[string]string{"content/articles/a.md": head + again("boat harbor ", n/2), "content/articles/b.md": head + again("harbor boat boat ", n/2)}
	}},
	{"articles/one text", func(n int) map[string]string {
		files := map[string]string{}
		for i := range n / 800 {
			files[fmt.Sprintf("content/articles/a%d.md", i)] = head + "Rosa Pardo came to the harbor on Monday, and the mayor turned away two boats.\n"
		}
		return files
	}},
	entry("name", func(n int) string { return "name: " + again("Ab ", n) }),
	entry("name of a person", func(n int) string { return "kind: person\nname: " + again("Ab ", n) }),
	entry("name of initials", func(n int) string { return "kind: person\nname: " + again("A. ", n) + "Cd" }),
	entry("name of hyphens", func(n int) string { return "kind: person\nname: " + again("Ab-", n) + "Cd" }),
	entry("name, a word", func(n int) string { return "name: " + again("Ab", n) }),
	entry("alias", func(n int) string { return "name: x\naliases: [" + again("Ab ", n) + "]" }),
	entry("aliases", func(n int) string {
		return "name: x\naliases: [" + count(n, func(i int) string { return fmt.Sprintf("Ab%d, ", i) }) + "y]"
	}),
	entry("growing aliases", func(n int) string { return "name: x\naliases: [" + grow("a ", ", ", n) + "y]" }),
	entry("damaged", func(n int) string { return "name: x\ndamaged: [" + again("Ab ", n) + "]" }),
	entry("description", func(n int) string { return "name: x\ndescriptions: [the " + again("old ", n) + "man]" }),
	entry("descriptions", func(n int) string {
		return "name: x\ndescriptions: [" + count(n, func(i int) string { return fmt.Sprintf("the man %d, ", i) }) + "y]"
	}),
	entry("weak descriptions", func(n int) string {
		return "name: x\ndescriptions: [" + count(n, func(i int) string { return fmt.Sprintf("the man%x, ", i) }) + "y]"
	}),
	entry("role", func(n int) string {
		return "kind: person\nname: A B\nroles: [{title: " + again("Mayor of ", n) + "x, from: 2019, as_of: 2020}]"
	}),
	entry("roles", func(n int) string {
		return "kind: person\nname: A B\nroles:\n" + count(n, func(i int) string { return fmt.Sprintf("  - {title: Mayor %d, from: 2019, as_of: 2020}\n", i) })
	}),
	entry("one role", func(n int) string {
		return "kind: person\nname: A B\nroles:\n" + count(n, func(i int) string { return "  - {title: Mayor, from: 2019, as_of: 2020}\n" })
	}),
	entry("periods", func(n int) string {
		return "name: A B\nperiods:\n" + count(n, func(i int) string { return "  - {from: 2019, status: in force, as_of: 2020}\n" })
	}),
	entry("surname", func(n int) string { return "kind: person\nname: Ab Cd\nsurname: " + again("Cd ", n) }),
	entry("cue of words", func(n int) string { return "name: x\ncues: [\"" + again("go ", n) + "\"]" }),
	entry("cue of options", func(n int) string { return "name: x\ncues: [\"" + again("a? ", n) + "\"]" }),
	entry("cue of choices", func(n int) string {
		return "name: x\ncues: [\"(" + count(n, func(i int) string { return fmt.Sprintf("w%d|", i) }) + "z)\"]"
	}),
	entry("cue of choices twice", func(n int) string {
		return "name: x\ncues: [\"" + again("(a|b|c|d) ", n) + "\"]"
	}),
	entry("cue of groups", func(n int) string { return "name: x\ncues: [\"" + nest("(", "a", ")", n) + "\"]" }),
	entry("cue of gaps", func(n int) string { return "name: x\ncues: [\"a " + again("… b ", n) + "\"]" }),
	entry("cues", func(n int) string {
		return "name: x\ncues: [" + count(n, func(i int) string { return fmt.Sprintf("\"go w%d\", ", i) }) + "z]"
	}),
	entry("cues of many ways", func(n int) string {
		return "name: x\ncues:\n" + count(n, func(i int) string {
			return fmt.Sprintf("  - \"w%d (a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d)\"\n", i)
		})
	}),
	entry("related", func(n int) string { return "name: x\nrelated: [" + again("rosa-pardo, ", n) + "rosa-pardo]" }),
	entry("unknown related", func(n int) string {
		return "name: x\nrelated: [" + count(n, func(i int) string { return fmt.Sprintf("rosa-pard%d, ", i) }) + "rosa-pardo]"
	}),
	entry("formerly", func(n int) string {
		return "name: x\nformerly: [" + count(n, func(i int) string { return fmt.Sprintf("a%d, ", i) }) + "b]"
	}),
	entries("of one name", func(i int) string { return "name: Ab Cd" }),
	entries("of one surname", func(i int) string { return fmt.Sprintf("kind: person\nname: Ab%d Cd", i) }),
	entries("of one given name", func(i int) string { return fmt.Sprintf("kind: person\nname: Rosa Cd%d", i) }),
	entries("of one description", func(i int) string { return fmt.Sprintf("name: Cd%d\ndescriptions: [the old harbor]", i) }),
	entries("of one weak description", func(i int) string { return fmt.Sprintf("name: Cd%d\ndescriptions: [the order]", i) }),
	entries("of one cue", func(i int) string { return fmt.Sprintf("name: Cd%d\ncues: [turn away]", i) }),
	entries("of one gap", func(i int) string { return fmt.Sprintf("name: Cd%d\ncues: [turn … w%d]", i, i) }),
	entries("of one role", func(i int) string {
		return fmt.Sprintf("kind: person\nname: A%d B%d\nroles: [{title: Mayor, from: 2019, as_of: 2020}]", i, i)
	}),
	entries("of one alias", func(i int) string { return fmt.Sprintf("name: Cd%d\naliases: [harbor]", i) }),
	{"timeline", func(n int) map[string]string {
		return map[string]string{"content/timeline.yaml": again("- {date: 2021-05-01, title: The ferry came}\n", n)}
	}},
	{"a page", func(n int) map[string]string {
		return map[string]string{"content/pages/a.md": "---\ntitle: A\n---\n" + again("Rosa Pardo ", n)}
	}},
	{"import/attributes", func(n int) map[string]string {
		return map[string]string{"raw/x.html": "<html><body><article><p " + count(n, func(i int) string { return fmt.Sprintf("a%d=b ", i) }) + ">A first paragraph, with words.</p></article>"}
	}},
	{"import/front matter", func(n int) map[string]string {
		return map[string]string{"raw/x.md": "---\n" + count(n, func(i int) string { return fmt.Sprintf("field%d: b\n", i) }) + "---\nText.\n"}
	}},
	{"import/known front matter", func(n int) map[string]string {
		return map[string]string{"raw/x.md": "---\n" + again("date: 2021-05-01\n", n) + "---\nText.\n"}
	}},
}

func entry(name string, front func(n int) string) hard {
	return hard{"entry/" + name, func(n int) map[string]string {
		return map[string]string{"content/who/x.md": "---\n" + front(n) + "\n---\nIt is so.\n", "content/articles/x.md": head + again("a a a Ab Ab Ab Ab Cd the old old old man go go turn the boat away a b c d. ", 2000)}
	}}
}

func entries(name string, front func(i int) string) hard {
	return hard{"entries/" + name, func(n int) map[string]string {
		files := map[string]string{}
		for i := range max(1, n/300) {
			files[fmt.Sprintf("content/who/x%d.md", i)] = "---\n" + front(i) + "\n---\nIt is so.\n"
		}
		files["content/articles/x.md"] = head + again("Ab Cd of the old harbor and the order turn away the mayor w1 w2 w3. Rosa came. ", 20000)
		return files
	}}
}
