// Package command is the commands: what each of cmd/ runs, and what cmd/glossator runs by name.
//
// In: the arguments behind the command's name. Out: an exit code (see package cli), and what is
// printed. A command reads its flags into a struct and calls one function of another package.
package command

import (
	"fmt"
	"io"
	"slices"

	"glossator/internal/build"
	"glossator/internal/cli"
	"glossator/internal/command/publish"
	"glossator/internal/meta"
)

// Command is one command.
type Command struct {
	Name, About string
	Run         func(args []string) int
}

// Commands are all of them, in the order in which a site's author needs them.
var Commands = []Command{
	{"import", "makes a site of articles, or adds to one", Import},
	{"preview", "serves the site while it is being written, with the desk", Preview},
	{"check", "reports every problem, and publishes nothing", Check},
	{"build", "publishes the site", publish.Run},
}

// Main runs the command that is named first, as one program.
func Main(args []string, out, errs io.Writer) int {
	if len(args) == 0 {
		help(errs)
		return cli.Usage
	}
	switch args[0] {
	case "--version", "version":
		fmt.Fprintln(out, "glossator "+build.Version())
		return cli.Fine
	case "--help", "-h", "help":
		help(out)
		return cli.Fine
	}
	var names []string
	for _, c := range Commands {
		if c.Name == args[0] {
			return c.Run(args[1:])
		}
		names = append(names, c.Name)
	}
	slices.Sort(names)
	fmt.Fprintf(errs, "glossator: there is no command %q\n\thint: %s\n", args[0], meta.DidYouMean(args[0], names))
	return cli.Usage
}

func help(w io.Writer) {
	fmt.Fprint(w, "Usage: glossator COMMAND …\n\n")
	for _, c := range Commands {
		fmt.Fprintf(w, "  %-8s %s\n", c.Name, c.About)
	}
	fmt.Fprint(w, "\nglossator COMMAND --help lists a command's flags; glossator --version prints the version.\n")
}
