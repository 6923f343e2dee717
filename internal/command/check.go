package command

import (
	"fmt"
	"os"

	"glossator/internal/build"
	"glossator/internal/cli"
)

const aboutCheck = "Reports every problem of the site without publishing anything."

type checkFlags struct {
	cli.Flags
	Explain           string   `help:"Say what is linked in a sentence, or in the paragraph at FILE:LINE, and why." placeholder:"SENTENCE|FILE:LINE"`
	Suggest           bool     `help:"List whom and what the articles name and no entry explains, the most mentioned first; all sentences with -v, one line each with -q."`
	Accept            []string `help:"Begin draft entries of these suggestions, by their IDs." placeholder:"ID,…"`
	Ignore            []string `help:"Decide that these are no suggestions: their IDs, or any names." placeholder:"ID|WORDS" sep:"none"`
	Same              []string `help:"Decide that a suggestion's names, or any words, are an entry's." placeholder:"ID=ID|WORDS=ID" sep:"none"`
	ExportArticles    string   `help:"Write what is known of the articles as a table: titles, days, publishers, rights." placeholder:"FILE.csv"`
	ExportAnnotations string   `help:"Write every article's annotations as JSON into this directory." placeholder:"DIR"`
	ExportVocabulary  string   `help:"Write the entries' names, aliases and descriptions as a table (.csv) or as SKOS (.ttl)." placeholder:"FILE"`
}

// Check runs the command check and returns its exit code.
func Check(args []string) int {
	cli.Sparing()
	var f checkFlags
	if ok, code := cli.Parse("check", aboutCheck, &f, args); !ok {
		return code
	}
	if err := f.Check(); err != nil {
		cli.Fail("check", err)
		return cli.Usage
	}
	suggesting := f.Suggest || f.settles()
	f.Drafts = f.Drafts || suggesting // an entry that is begun explains already
	f.Clock()
	f.Cache = cli.CacheFolder()
	b := build.New(f.Config)
	defer b.Close()
	r, err := b.Build()
	if err != nil {
		return cli.Fail("check", err)
	}
	if f.Explain != "" {
		text, err := r.Explain(f.Explain)
		if err != nil {
			return cli.Fail("check", err)
		}
		fmt.Print(text)
		return cli.Fine
	}
	if suggesting {
		return f.suggest(os.Stdout, os.Stderr, r)
	}
	r.Render() // so that every template's mistake is found
	if f.ExportAnnotations != "" {
		if err := r.ExportAnnotations(f.ExportAnnotations); err != nil {
			return cli.Fail("check", err)
		}
	}
	if f.ExportArticles != "" {
		if err := f.exportArticles(r); err != nil {
			return cli.Fail("check", err)
		}
	}
	if f.ExportVocabulary != "" {
		if err := f.exportVocabulary(r); err != nil {
			return cli.Fail("check", err)
		}
	}
	if err := f.report(os.Stdout, os.Stderr, r); err != nil {
		return cli.Fail("check", err)
	}
	if !r.OK {
		return cli.Problems
	}
	return cli.Fine
}
