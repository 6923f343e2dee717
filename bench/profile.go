package main

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
)

// profile tells where a cold publish spends its time, and what it allocates.
func (b *bench) profile(_ context.Context, w io.Writer) error {
	for _, n := range b.sizes(1000) {
		dir := filepath.Join(b.root, fmt.Sprintf("profile-%d", n))
		site := filepath.Join(dir, "site")
		if err := New(Size{Seed: b.Seed, N: n, E: b.E}).WriteSite(site); err != nil {
			return err
		}
		cpu, memory := filepath.Join(dir, "cpu.prof"), filepath.Join(dir, "memory.prof")
		if err := b.publish(site, filepath.Join(dir, "out"), "--cpuprofile", cpu, "--memprofile", memory); err != nil {
			return err
		}
		for _, p := range [][]string{{"processor time", cpu}, {"bytes allocated", memory, "-sample_index=alloc_space"}} {
			args := append([]string{"tool", "pprof", "-top", "-nodecount=40"}, append(p[2:], b.build, p[1])...)
			top, err := exec.Command("go", args...).Output()
			if err != nil {
				return fmt.Errorf("reading the profile: %w", err)
			}
			fmt.Fprintf(w, "%s articles, %s\n\n%s\n", thousands(n), p[0], top)
		}
		fmt.Fprintf(b.Log, "the profiles are %s and %s\n", cpu, memory)
	}
	return nil
}
