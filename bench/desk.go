package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"time"
)

// desk is the desk of a preview that runs, as docs/desk.md tells programs of it.
type desk struct {
	base, page, token string
	p                 int // number in the source of the article's last block
}

// deskOf asks for the desk of a preview, and for the blocks of its page.
func deskOf(ctx context.Context, p *previewed) (*desk, error) {
	u, err := url.Parse(p.page)
	if err != nil {
		return nil, err
	}
	d := &desk{base: "http://" + u.Host + "/.preview/desk/", page: u.Path}
	var state struct{ Token string }
	var page struct {
		Blocks []struct{ P int }
	}
	err = errors.Join(d.ask(ctx, http.MethodGet, "state", nil, &state), d.ask(ctx, http.MethodGet, "page?path="+url.QueryEscape(u.Path), nil, &page))
	if err != nil || len(page.Blocks) == 0 {
		return nil, fmt.Errorf("asking the desk: %d blocks, %w", len(page.Blocks), err)
	}
	d.token, d.p = state.Token, page.Blocks[len(page.Blocks)-1].P
	return d, nil
}

// ask asks the desk, or has it act.
func (d *desk) ask(ctx context.Context, method, name string, what, into any) error {
	body, err := json.Marshal(what)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, d.base+name, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Desk-Token", d.token)
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err == nil && r.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s: %s", name, r.Status, last(string(data), 500))
	}
	if err != nil || into == nil {
		return err
	}
	return json.Unmarshal(data, into)
}

// deskAct is a kind of act: the k-th of it, and what the article's page holds then.
type deskAct struct {
	what, name string
	asked      func(d *desk, k int) map[string]any
	want       func(k int) string
}

// called is a word that becomes a name of an entry at the desk.
func called(k int) string { return fmt.Sprintf("Zqcalled%02dq", k) }

func deskActs(entry string) []deskAct {
	return []deskAct{
		{"at the desk: words are an entry, here", "reading", func(d *desk, k int) map[string]any {
			return map[string]any{"path": d.page, "p": d.p, "words": alias(k), "link": entry}
		}, func(k int) string { return alias(k) + "</a>" }},
		{"at the desk: a name of an entry", "entry/add", func(d *desk, k int) map[string]any {
			return map[string]any{"id": entry, "list": "aliases", "word": called(k)}
		}, func(k int) string { return called(k) + "</a>" }},
	}
}

// acting has the acts of a kind done, and returns the milliseconds until each was answered
// and its page was read, which must show it at once; and takes them back.
func (b *bench) acting(ctx context.Context, p *previewed, d *desk, a deskAct) (served []float64, err error) {
	var changes []int
	for k := range b.Edits {
		calm(min(b.Calm, 2*time.Second))
		time.Sleep(time.Duration(200+rand.IntN(400)) * time.Millisecond)
		var done struct{ Change int }
		began := time.Now()
		if err := d.ask(ctx, http.MethodPost, a.name, a.asked(d, k), &done); err != nil {
			return nil, err
		}
		page, err := p.get(ctx)
		took := inMilliseconds(time.Since(began))
		if err != nil || !bytes.Contains(page, []byte(a.want(k))) {
			return nil, fmt.Errorf("%s: the page is answered without %q: %w", a.what, a.want(k), err)
		}
		served, changes = append(served, took), append(changes, done.Change)
	}
	for i := len(changes) - 1; i >= 0; i-- {
		if err := d.ask(ctx, http.MethodPost, "undo", map[string]any{"change": changes[i]}, nil); err != nil {
			return nil, err
		}
	}
	return served, nil
}
