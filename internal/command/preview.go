package command

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/alecthomas/kong"

	"glossator/internal/cli"
	"glossator/internal/preview"
)

const aboutPreview = "Serves the site from memory while it is being written; the page in the browser follows every save. At the desk (the button at the page's edge, or the key e) an editor puts readings right, begins entries and publishes."

// Preview runs the command preview and returns its exit code.
func Preview(args []string) int {
	cli.Sparing()
	var f struct {
		cli.Flags
		Addr   string     `help:"Serve at this address (default: 127.0.0.1:8080, or the next free port)." placeholder:"HOST:PORT"`
		Poll   bool       `help:"Compare files every half second instead of waiting for events: for network drives and containers."`
		Editor string     `help:"Turn places in files into links for this editor: vscode, idea, subl, zed and others, or a link with {path}, {line} and {column}." placeholder:"NAME"`
		Open   bool       `help:"Open the browser."`
		Desk   deskSwitch `help:"Let the site be changed from its pages: on for an address that this machine alone reaches, off elsewhere; --desk=off, --desk." placeholder:"on|off"`
	}
	if ok, code := cli.Parse("preview", aboutPreview, &f, args); !ok {
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
	f.Cache = cli.CacheFolder()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	cfg := preview.Config{Build: f.Config, Addr: f.Addr, Poll: f.Poll, Editor: f.Editor, Desk: f.Desk.Switch, Open: f.Open, Log: os.Stdout}
	if f.Format == "json" {
		cfg.Log = os.Stderr
		cfg.Opened = func(o preview.Opened) { _ = json.NewEncoder(os.Stdout).Encode(o) }
	}
	err := preview.Run(ctx, cfg)
	if err != nil {
		return cli.Fail("preview", err)
	}
	return cli.Fine
}

// deskSwitch is --desk, --desk=on or --desk=off.
type deskSwitch struct{ preview.Switch }

// IsBool lets the flag stand alone.
func (d *deskSwitch) IsBool() bool { return true }

// Decode reads the flag.
func (d *deskSwitch) Decode(ctx *kong.DecodeContext) error {
	d.Switch = preview.On
	if ctx.Scan.Peek().Type != kong.FlagValueToken {
		return nil
	}
	switch word := fmt.Sprint(ctx.Scan.Pop().Value); word {
	case "on":
	case "off":
		d.Switch = preview.Off
	default:
		return fmt.Errorf("%q: write on or off", word)
	}
	return nil
}
