package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// compare times the tasks that were asked for, at each size.
func (b *bench) compare(ctx context.Context, w io.Writer) error {
	b.describe(w)
	for _, n := range b.sizes(100, 1000, 10000) {
		c := New(Size{Seed: b.Seed, N: n, E: b.E})
		root := filepath.Join(b.root, fmt.Sprint(n))
		fmt.Fprintf(b.Log, "%s articles: laying them out\n", thousands(n))
		tasks, err := b.prepare(c, root)
		if err != nil {
			return err
		}
		t, err := b.rounds(ctx, tasks, filepath.Join(root, "out"))
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "\n### %s articles, %s entries\n\n", thousands(n), thousands(b.E))
		t.write(w)
	}
	return nil
}

// rounds lets the tasks take turns, in a round to warm up and in those that count.
func (b *bench) rounds(ctx context.Context, tasks []task, root string) (*table, error) {
	t := &table{runs: b.Runs}
	for _, task := range tasks {
		t.rows = append(t.rows, &row{name: task.name, what: task.what})
	}
	for round := range b.Runs + 1 {
		for k, task := range tasks {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			out := filepath.Join(root, fmt.Sprintf("%s-%d", task.name, round))
			if err := b.run(t, t.rows[k], task, out, round); err != nil {
				return nil, err
			}
		}
		fmt.Fprintf(b.Log, "round %d of %d\n", round, b.Runs)
	}
	return t, nil
}

// run runs a task once. Round 0 warms up: what it wrote is checked and counted.
func (b *bench) run(t *table, r *row, k task, out string, round int) error {
	if k.fixed != "" {
		out = k.fixed
	}
	if k.before != nil {
		if err := k.before(round); err != nil {
			return err
		}
	}
	flush()
	if !calm(b.Calm) {
		t.noisy++
	}
	s, err := b.measure(k.command(out))
	if err != nil {
		return err
	}
	if round > 0 {
		r.samples = append(r.samples, s)
	} else {
		r.files, r.bytes = tree(out)
		b.check(t, r, k, out)
	}
	if b.memory && k.fixed == "" {
		return cmp.Or(os.RemoveAll(out), os.RemoveAll(memoryOf(out)))
	}
	return nil
}

// check checks what a task wrote, where there is something to check.
func (b *bench) check(t *table, r *row, k task, out string) {
	if k.check == nil {
		return
	}
	r.checked = "right"
	if err := k.check(out); err != nil {
		r.checked = "**wrong**"
		t.wrong = append(t.wrong, fmt.Sprintf("%s: %v", k.name, err))
		fmt.Fprintf(b.Log, "%s: %v\n", k.name, err)
	}
}
