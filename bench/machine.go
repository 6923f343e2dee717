package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// machine describes the machine in a line: processor, memory, system, and the file
// system under dir. What the system does not tell is left out.
func machine(dir string) string {
	parts := []string{fmt.Sprintf("%s, %d cores", cmp.Or(field("/proc/cpuinfo", "model name"), runtime.GOARCH), runtime.NumCPU())}
	if kb, err := strconv.Atoi(strings.TrimSuffix(field("/proc/meminfo", "MemTotal"), " kB")); err == nil {
		parts = append(parts, fmt.Sprintf("%.0f GiB", float64(kb)/(1<<20)))
	}
	system := runtime.GOOS
	if release, err := os.ReadFile("/proc/sys/kernel/osrelease"); err == nil {
		number, _, _ := strings.Cut(strings.TrimSpace(string(release)), "-")
		system = "Linux " + number
	}
	parts = append(parts, system)
	if fs := fileSystem(dir); fs != "" {
		parts = append(parts, fs)
	}
	return strings.Join(append(parts, runtime.Version()), ", ")
}

// field is the value of the first "key : value" line of a file, "" for none.
func field(file, key string) string {
	data, _ := os.ReadFile(file)
	for line := range strings.Lines(string(data)) {
		if k, v, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(k) == key {
			return strings.TrimSpace(v)
		}
	}
	return ""
}

// fileSystem is the kind of file system that holds dir, as the system calls it; "" where
// it does not tell.
func fileSystem(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	data, _ := os.ReadFile("/proc/self/mounts")
	kind, longest := "", 0
	for line := range strings.Lines(string(data)) {
		f := strings.Fields(line)
		if len(f) < 3 {
			continue
		}
		at := strings.TrimSuffix(f[1], "/")
		if len(f[1]) >= longest && (dir == at || strings.HasPrefix(dir, at+"/")) {
			kind, longest = f[2], len(f[1])
		}
	}
	return kind
}

// version asks a program for its version: the first word that has a digit and a dot.
func version(program string, args ...string) string {
	out, _ := exec.Command(program, args...).Output()
	for w := range strings.FieldsSeq(string(out)) {
		w, _, _ = strings.Cut(strings.TrimPrefix(w, "v"), "-")
		if w, _, _ = strings.Cut(w, "+"); strings.Contains(w, ".") && w[0] >= '0' && w[0] <= '9' {
			return w
		}
	}
	return ""
}

// calm waits until the other processes are nearly idle, and tells whether they are.
// It gives up after a while; where the system does not tell, or with no time to wait,
// they always are.
func calm(most time.Duration) bool {
	const busy, look = .12, 200 * time.Millisecond
	if most <= 0 {
		return true
	}
	for end := time.Now().Add(most); ; {
		all, idle, ok := cpuTicks()
		if !ok {
			return true
		}
		time.Sleep(look)
		all2, idle2, _ := cpuTicks()
		if all2 > all && 1-float64(idle2-idle)/float64(all2-all) < busy {
			return true
		}
		if time.Now().After(end) {
			return false
		}
	}
}

// cpuTicks are the ticks of all processors since the start, and how many of them idle.
func cpuTicks() (all, idle int64, ok bool) {
	data, err := os.ReadFile("/proc/stat")
	line, _, _ := strings.Cut(string(data), "\n")
	for i, f := range strings.Fields(line) {
		n, _ := strconv.ParseInt(f, 10, 64)
		all += n
		if i == 4 || i == 5 { // idle, and waiting for a disk
			idle += n
		}
	}
	return all, idle, err == nil
}
