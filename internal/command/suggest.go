package command

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"glossator/internal/build"
	"glossator/internal/cli"
	"glossator/internal/importer"
	"glossator/internal/meta"
	"glossator/internal/suggest"
)

// width is how many columns the list of suggestions has.
const width = 80

// suggest lists what the articles name and no entry explains, or begins entries of
// what is accepted. The site's own problems come first: an entry that cannot be read
// explains nothing.
func (f *checkFlags) suggest(out, errs io.Writer, r *build.Result) int {
	if !r.OK {
		r.Report.WriteProblems(errs, false)
	}
	if r.Site.Config.File == nil {
		return cli.Problems
	}
	found := r.Suggest()
	code := cli.Fine
	switch {
	case f.settles():
		code = f.settle(out, errs, r, found)
	case f.Format == "json":
		e := json.NewEncoder(out)
		e.SetIndent("", "  ")
		_ = e.Encode(struct{ Suggestions []suggest.Suggestion }{append([]suggest.Suggestion{}, found...)})
	default:
		f.list(out, r, found)
	}
	if !r.OK {
		return cli.Problems
	}
	return code
}

// list prints the suggestions, and what to do with them.
func (f *checkFlags) list(out io.Writer, r *build.Result, found []suggest.Suggestion) {
	if len(found) == 0 && !r.Suggests() {
		fmt.Fprintf(out, "nothing to suggest: names that no entry explains are not looked for in this language (%s); begin entries by hand\n", r.Site.Config.Language)
		return
	}
	if len(found) == 0 {
		fmt.Fprintln(out, "nothing to suggest: every name that was found has its entry")
		return
	}
	fit := slices.DeleteFunc(slices.Clone(found), func(s suggest.Suggestion) bool { return s.Facet == "" })
	for _, s := range found {
		f.write(out, s)
	}
	if f.Quiet {
		return
	}
	fmt.Fprintf(out, "%s.", count(len(found), "suggestion"))
	if len(fit) > 0 {
		fmt.Fprintf(out, " To begin entries:\n  %s --accept %s", build.Called("check"), fit[0].ID)
	}
	fmt.Fprintf(out, "\nOf what is no name, or another name of an entry's:\n  %s --ignore %s, or --same %s=ENTRY", build.Called("check"), found[0].ID, found[0].ID)
	fmt.Fprintln(out)
	if n := len(found) - len(fit); n > 0 {
		fmt.Fprintf(out, "%d of them %s no facet of this site, which asks %s.\n", n, map[bool]string{true: "fits", false: "fit"}[n == 1], questions(r))
	}
}

func questions(r *build.Result) string {
	var all []string
	for _, f := range r.Site.Catalogue.Facets {
		all = append(all, "“"+f.Question+"”")
	}
	return strings.Join(all, ", ")
}

// write prints one suggestion: quiet on one line, verbose with every sentence.
func (f *checkFlags) write(out io.Writer, s suggest.Suggestion) {
	facet := s.Facet
	if facet == "" {
		facet = "no facet"
	}
	fmt.Fprintf(out, "%4d  %s  %s\n", s.Mentions, s.ID, "("+facet+", "+string(s.Kind)+")")
	if f.Quiet {
		return
	}
	names := s.Name
	if len(s.Aliases) > 0 {
		names += "; also " + strings.Join(s.Aliases, ", ")
	}
	wrapped(out, names)
	if len(s.Damaged) > 0 {
		wrapped(out, "with a letter wrong: "+strings.Join(s.Damaged, ", "))
	}
	if s.Like != "" {
		wrapped(out, "nearly a name of an entry: if it is one, check --same "+s.ID+"="+s.Like)
	}
	for _, role := range s.Roles {
		wrapped(out, role.Title+asOf(role.AsOf))
	}
	if len(s.Cues) > 0 {
		wrapped(out, "cue "+strings.Join(s.Cues, ", "))
	}
	if s.Articles > 1 {
		wrapped(out, fmt.Sprintf("in %d articles", s.Articles))
	}
	for i, seen := range s.Seen {
		again := i > 0 && seen.Sentence == s.Seen[i-1].Sentence && seen.Article == s.Seen[i-1].Article
		if i == s.Best && !f.Verbose || f.Verbose && !again {
			fmt.Fprintf(out, "      %s\n        %s\n", seen.Pos, around(seen, width-8))
		}
	}
}

func asOf(day meta.Day) string {
	if day == "" {
		return ""
	}
	return " (as of " + string(day) + ")"
}

// wrapped prints words over as many lines as they need.
func wrapped(out io.Writer, words string) {
	const indent = "      "
	line := indent
	for w := range strings.FieldsSeq(words) {
		if line != indent && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) > width {
			fmt.Fprintln(out, line)
			line = indent + "  "
		}
		if strings.TrimSpace(line) != "" {
			line += " "
		}
		line += w
	}
	fmt.Fprintln(out, line)
}

// around is a sentence in at most so many code points, cut at words around the mention.
func around(s suggest.Sight, most int) string {
	text := strings.Join(strings.Fields(s.Sentence), " ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	words, begin, end := strings.Fields(text), 0, 0
	at := max(0, strings.Index(text, s.Words))
	begin = len(strings.Fields(text[:at]))
	begin = min(begin, len(words)-1)
	end = min(begin+len(strings.Fields(s.Words)), len(words))
	size := func() int { return utf8.RuneCountInString(strings.Join(words[begin:end], " ")) }
	const room = 4 // for "… " on both sides
	for grown := true; grown; {
		grown = false
		if end < len(words) {
			if end++; size() > most-room {
				end--
			} else {
				grown = true
			}
		}
		if begin > 0 {
			if begin--; size() > most-room {
				begin++
			} else {
				grown = true
			}
		}
	}
	cut := strings.Join(words[begin:end], " ")
	if begin > 0 {
		cut = "… " + cut
	}
	if end < len(words) {
		cut += " …"
	}
	return cut
}

// settles tells whether anything of the suggestions is to be written.
func (f *checkFlags) settles() bool { return len(f.Accept)+len(f.Ignore)+len(f.Same) > 0 }

// settle does what is asked for of the suggestions, and tells what cannot be done.
func (f *checkFlags) settle(out, errs io.Writer, r *build.Result, found []suggest.Suggestion) int {
	s, err := importer.Settle(f.Site, r, found, importer.Names{Accept: f.Accept, Ignore: f.Ignore, Same: f.Same})
	if err == nil {
		err = cli.Whole(s.Write)
	}
	if err != nil {
		return cli.Fail("check", err)
	}
	for _, line := range s.Done {
		if !f.Quiet {
			fmt.Fprintln(out, line)
		}
	}
	if len(s.New) > 0 && !f.Quiet {
		fmt.Fprintln(out, "They are drafts, and say what is missing: see them with preview --drafts, or check --drafts.")
	}
	for _, x := range s.Refused {
		fmt.Fprintf(errs, "check: %s\n", x.Msg)
		if x.Hint != "" {
			fmt.Fprintf(errs, "\thint: %s\n", x.Hint)
		}
	}
	if len(s.Refused) > 0 {
		return cli.Problems
	}
	return cli.Fine
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
