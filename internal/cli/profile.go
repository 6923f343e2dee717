package cli

import (
	"fmt"
	"os"
	"runtime/pprof"
)

// Profile are flags, not listed by --help, that say where to leave profiles.
type Profile struct {
	CPUProfile string `name:"cpuprofile" hidden:"" placeholder:"FILE"`
	MemProfile string `name:"memprofile" hidden:"" placeholder:"FILE"`
}

// Start begins to profile. The program calls what it returns before it ends.
func (p *Profile) Start() (stop func() error, err error) {
	if p.CPUProfile == "" {
		return p.writeAllocations, nil
	}
	f, err := os.Create(p.CPUProfile)
	if err != nil {
		return nil, fmt.Errorf("profiling: %w", err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, fmt.Errorf("profiling: %w", err)
	}
	return func() error {
		pprof.StopCPUProfile()
		if err := f.Close(); err != nil {
			return fmt.Errorf("profiling: %w", err)
		}
		return p.writeAllocations()
	}, nil
}

// writeAllocations writes what was allocated so far, where that was asked for.
func (p *Profile) writeAllocations() error {
	if p.MemProfile == "" {
		return nil
	}
	f, err := os.Create(p.MemProfile)
	if err != nil {
		return fmt.Errorf("profiling: %w", err)
	}
	defer f.Close()
	return pprof.Lookup("allocs").WriteTo(f, 0)
}
