// Preview serves the site from memory and follows every save: go run ./cmd/preview --help.
package main

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"glossator/internal/cli"
	"glossator/internal/preview"
)

const about = "Serves the site from memory while it is being written; the page in the browser follows every save. The desk, its button at the page's edge, changes files where you say so."

func main() {
	cli.Rarely()
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	var f struct {
		cli.Flags
		Addr   string `help:"Serve at this address (default: 127.0.0.1:8080, or the next free port)." placeholder:"HOST:PORT"`
		Poll   bool   `help:"Compare files every half second instead of waiting for events: for network drives and containers."`
		Editor string `help:"Turn places in files into links for this editor: vscode, idea, subl, zed and others, or a link with {path}, {line} and {column}." placeholder:"NAME"`
		Open   bool   `help:"Open the browser."`
		Desk   string `help:"Let the site be changed in the browser, on this machine alone: on or off." default:"on" enum:"on,off"`
	}
	if ok, code := cli.Parse("preview", about, &f, args); !ok {
		return code
	}
	if err := f.Check(); err != nil {
		cli.Fail("preview", err)
		return cli.Usage
	}
	if _, err := preview.EditorNamed(f.Editor); err != nil {
		cli.Fail("preview", err)
		return cli.Usage
	}
	if f.Out == "public" && f.Site != "." { // another site's may lie here
		f.Out = filepath.Join(f.Site, f.Out)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := preview.Run(ctx, preview.Config{
		Build: f.Config, Addr: f.Addr, Poll: f.Poll, Editor: f.Editor, Open: f.Open, NoDesk: f.Desk == "off", Log: os.Stdout,
	})
	if err != nil {
		return cli.Fail("preview", err)
	}
	return cli.Fine
}
