package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// previewed is a preview that runs, and one page of it.
type previewed struct {
	cmd   *exec.Cmd
	log   bytes.Buffer
	page  string // its address
	start time.Duration

	number atomic.Int64 // of the last generation told
	lock   sync.Mutex
	told   map[int64]time.Time // when each was
	once   sync.Once
}

// patience is how long an answer may take.
const patience = 2 * time.Minute

// startPreview starts a preview of a site and waits until it serves a page.
func startPreview(ctx context.Context, bin, site, page string) (*previewed, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	addr := l.Addr().String()
	l.Close()
	p := &previewed{page: "http://" + addr + page, told: map[int64]time.Time{}}
	p.cmd = exec.CommandContext(ctx, bin, "--site", site, "--addr", addr)
	p.cmd.Env = append(os.Environ(), remembers(site))
	p.cmd.Stdout, p.cmd.Stderr = &p.log, &p.log
	p.cmd.Cancel = func() error { return p.cmd.Process.Signal(os.Interrupt) }
	began := time.Now()
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	at, err := p.shows(ctx, "</html>")
	if err != nil {
		p.stop()
		return nil, fmt.Errorf("starting the preview: %w\n%s", err, last(p.log.String(), 2000))
	}
	p.start = at.Sub(began)
	go p.listen(ctx, "http://"+addr+"/.preview/events")
	return p, nil
}

// stop ends the preview, and returns its peak memory in bytes.
func (p *previewed) stop() int64 {
	p.once.Do(func() {
		_ = p.cmd.Process.Signal(os.Interrupt)
		_ = p.cmd.Wait()
	})
	return peak(p.cmd.ProcessState)
}

// shows waits until the page holds some words, and tells when it did. It asks again
// two milliseconds after each answer.
func (p *previewed) shows(ctx context.Context, words string) (time.Time, error) {
	for began := time.Now(); time.Since(began) < patience; time.Sleep(2 * time.Millisecond) {
		body, err := p.get(ctx)
		if err == nil && bytes.Contains(body, []byte(words)) {
			return time.Now(), nil
		}
		if ctx.Err() != nil {
			return time.Time{}, ctx.Err()
		}
	}
	return time.Time{}, fmt.Errorf("the page does not show %q", words)
}

func (p *previewed) get(ctx context.Context) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.page, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "text/html")
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusOK {
		_, _ = io.Copy(io.Discard, r.Body)
		return nil, fmt.Errorf("status %s", r.Status)
	}
	return io.ReadAll(r.Body)
}

// listen notes when each generation is told to an open page.
func (p *previewed) listen(ctx context.Context, address string) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return
	}
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		return
	}
	defer r.Body.Close()
	for in := bufio.NewReader(r.Body); ; {
		l, err := in.ReadString('\n')
		if err != nil {
			return
		}
		var m struct{ Number int64 }
		if data, ok := strings.CutPrefix(l, "data:"); ok && json.Unmarshal([]byte(data), &m) == nil {
			p.lock.Lock()
			if _, known := p.told[m.Number]; !known {
				p.told[m.Number] = time.Now()
			}
			p.lock.Unlock()
			p.number.Store(m.Number)
		}
	}
}

// toldAfter waits until a generation after a number is told, and tells when it was.
func (p *previewed) toldAfter(number int64) (time.Time, bool) {
	for range 500 {
		if p.number.Load() > number {
			p.lock.Lock()
			defer p.lock.Unlock()
			at, ok := p.told[number+1]
			return at, ok
		}
		time.Sleep(2 * time.Millisecond)
	}
	return time.Time{}, false
}
