package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"github.com/alecthomas/kong"
)

const about = "Times publishing on invented sites, beside Hugo and Eleventy where they are installed, and prints tables in Markdown."

func main() { os.Exit(run(os.Args[1:])) }

// run does not use package cli: this program also starts itself as a tool whose own
// time and memory must be small.
func run(args []string) int {
	if code, ok := Tool(args); ok {
		return code
	}
	var cfg Config
	ended := -1
	p, err := kong.New(&cfg, kong.Name("go run -C bench ."), kong.Description(about), kong.Exit(func(code int) { ended = code }))
	if err != nil {
		panic("bench: the flags are not well-formed: " + err.Error())
	}
	_, err = p.Parse(args)
	if ended >= 0 {
		return ended
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v\n\thint: go run -C bench . --help lists the flags\n", err)
		return 2
	}
	if err := cfg.Check(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	cfg.Log, cfg.Line = os.Stderr, repeat(args)
	if err := Run(ctx, cfg, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		return 1
	}
	return 0
}

// repeat is the command with what others need to repeat it: without the flags that say
// where things lie on this machine.
func repeat(args []string) string {
	line := []string{"go run -C bench ."}
	for i := 0; i < len(args); i++ {
		name, _, joined := strings.Cut(args[i], "=")
		switch name {
		case "--dir", "--build", "--hugo", "--eleventy", "--report", "--graph":
			if !joined {
				i++
			}
		default:
			line = append(line, args[i])
		}
	}
	return strings.Join(line, " ")
}
