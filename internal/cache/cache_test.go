package cache

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"glossator/internal/source"
)

func key(n int) source.Digest { return source.DigestOf(fmt.Sprint(n)) }

func record(n int) []byte { return bytes.Repeat([]byte(fmt.Sprint("record ", n, " ")), n%7) }

// TestWhatWasPutComesBack: in each process some records are asked for and others are put.
// What the next one finds are these, and no others, where anything was put.
func TestWhatWasPutComesBack(t *testing.T) {
	folder, sites := Folder{Dir: filepath.Join(t.TempDir(), "a", "b")}, 0
	rapid.Check(t, func(t *rapid.T) {
		sites++
		name, held := fmt.Sprint(sites), map[int]int{}
		for range rapid.IntRange(1, 5).Draw(t, "processes") {
			f, asked, put := folder.Open(name), map[int]int{}, map[int]int{}
			for _, n := range rapid.SliceOfN(rapid.IntRange(0, 20), 0, 20).Draw(t, "keys") {
				what, there := held[n]
				if _, again := put[n]; again {
					there = false
				}
				got, ok := []byte(nil), false
				switch rapid.IntRange(0, 2).Draw(t, "act") {
				case 0:
					got, ok = f.Get(key(n), nil)
				case 1:
					got, ok = record(what), f.Has(key(n))
				default:
					put[n], there = rapid.IntRange(1, 30).Draw(t, "record"), false
					f.Put(key(n), record(put[n]))
				}
				if ok != there || ok && string(got) != string(record(what)) {
					t.Fatalf("key %d: %v, %q", n, ok, got)
				}
				if ok {
					asked[n] = what
				}
			}
			if f.Save(); len(put) > 0 {
				maps.Copy(asked, put)
				held = asked
			}
			f = folder.Open(name)
			for n := range 21 {
				got, ok := f.Get(key(n), nil)
				if what, there := held[n]; ok != there || ok && string(got) != string(record(what)) {
					t.Fatalf("afterwards key %d: %v, %q", n, ok, got)
				}
			}
			f.Save()
		}
	})
}

// made is a folder with one file of so many records.
func made(t *testing.T, records int) (Folder, string) {
	folder := Folder{Dir: filepath.Join(t.TempDir(), "texts")}
	f := folder.Open("site")
	for n := range records {
		f.Put(key(n), record(n))
	}
	f.Save()
	return folder, filepath.Join(folder.Dir, "site"+ending)
}

// TestADamagedFile gives what was put, or nothing.
func TestADamagedFile(t *testing.T) {
	folder, path := made(t, 9)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	look := func(what string, data []byte, least int) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		f, found := folder.Open("site"), 0
		for n := range 9 {
			got, ok := f.Get(key(n), nil)
			if ok && string(got) != string(record(n)) {
				t.Fatalf("%s: key %d gives %q", what, n, got)
			}
			if ok {
				found++
			}
		}
		if f.Save(); found < least {
			t.Errorf("%s: only %d records are left", what, found)
		}
	}
	look("whole", whole, 9)
	for i := range whole {
		bad := bytes.Clone(whole)
		bad[i] ^= 1 << (i % 8)
		least := 0
		if i < len(whole)-foot-9*row {
			least = 8
		}
		look(fmt.Sprint("byte ", i), bad, least)
		look(fmt.Sprint("the first ", i), whole[:i], 0)
		look(fmt.Sprint("all but the first ", i), whole[i:], 0)
	}
}

// TestItsFilesAreTheUsersAlone and are written only where something is new.
func TestItsFilesAreTheUsersAlone(t *testing.T) {
	folder, path := made(t, 5)
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatal(info, err)
	}
	if dir, err := os.Stat(folder.Dir); err != nil || dir.Mode().Perm() != 0o700 {
		t.Fatal(dir, err)
	}
	long := time.Now().Add(-90 * time.Hour)
	if err := os.Chtimes(path, long, long); err != nil {
		t.Fatal(err)
	}
	f := folder.Open("site")
	f.Get(key(2), nil)
	f.Save()
	again, err := os.Stat(path)
	if err != nil || !os.SameFile(info, again) || again.Size() != info.Size() {
		t.Error("it was written again for nothing")
	}
	if time.Since(again.ModTime()) > time.Hour {
		t.Error("it does not tell that it was used")
	}
	f = folder.New("site")
	if f.Has(key(2)) {
		t.Error("a new file holds what the old one did")
	}
	f.Save()
	if f = folder.Open("site"); !f.Has(key(2)) {
		t.Error("a new file into which nothing was put took the old one's place")
	}
}

// TestWhereNothingCanBeKept is as if nothing had been put.
func TestWhereNothingCanBeKept(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	folders := []Folder{{Dir: file}, {Dir: filepath.Join(file, "in")}, {Dir: "/proc/none"}, {Dir: filepath.Join(dir, "small"), Most: 300}}
	for _, folder := range folders {
		for range 2 {
			f := folder.Open("site")
			for n := range 20 {
				f.Put(key(n), record(n))
			}
			f.Save()
			if f = folder.Open("site"); f.Has(key(1)) {
				t.Errorf("%v holds something", folder)
			}
			f.Save()
		}
	}
	if left, _ := os.ReadDir(filepath.Join(dir, "small")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	folder, path := made(t, 3)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	f := folder.Open("site")
	f.Put(key(1), record(1))
	f.Save()
	if left, _ := os.ReadDir(folder.Dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

// TestTheFolderStaysSmall: the files that were not used for longest go, and what killed
// processes left; what is not of this package stays.
func TestTheFolderStaysSmall(t *testing.T) {
	folder := Folder{Dir: t.TempDir(), Most: 4000}
	put := func(name string) {
		f := folder.Open(name)
		f.Put(key(1), make([]byte, 1200))
		f.Save()
	}
	long := time.Now().Add(-90 * time.Hour)
	for i, name := range []string{"one", "two", "three"} {
		put(name)
		if at := long.Add(time.Duration(i) * time.Minute); os.Chtimes(filepath.Join(folder.Dir, name+ending), at, at) != nil {
			t.Fatal("no time")
		}
	}
	f := folder.Open("one")
	f.Has(key(1))
	f.Save() // it was used
	for name, at := range map[string]time.Time{"old": long, "new": time.Now()} {
		p := filepath.Join(folder.Dir, name+writing)
		if os.WriteFile(p, nil, 0o600) != nil || os.Chtimes(p, at, at) != nil {
			t.Fatal("no file")
		}
	}
	for _, name := range []string{"other.cache", "other.txt"} {
		p := filepath.Join(folder.Dir, name)
		if os.WriteFile(p, make([]byte, 5000), 0o600) != nil || os.Chtimes(p, long, long) != nil {
			t.Fatal("no file")
		}
	}
	put("four")
	var names []string
	left, _ := os.ReadDir(folder.Dir)
	for _, e := range left {
		names = append(names, e.Name())
	}
	if got := strings.Join(names, " "); got != "four.glossator-cache new.glossator-writing one.glossator-cache other.cache other.txt three.glossator-cache" {
		t.Error(got)
	}
}

// TestTwoAtOnce: the last one's file stays, whole.
func TestTwoAtOnce(t *testing.T) {
	folder, _ := made(t, 9)
	a, b := folder.Open("site"), folder.Open("site")
	a.Get(key(1), nil)
	a.Put(key(20), record(20))
	b.Put(key(21), record(21))
	a.Save()
	b.Get(key(2), nil)
	b.Save()
	f := folder.Open("site")
	for n, want := range map[int]bool{1: false, 2: true, 20: false, 21: true} {
		if got, ok := f.Get(key(n), nil); ok != want || ok && string(got) != string(record(n)) {
			t.Errorf("key %d: %v, %q", n, ok, got)
		}
	}
}

// FuzzFile opens files that nobody wrote.
func FuzzFile(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte(strings.Repeat("\x00", 16) + mark))
	dir := f.TempDir()
	folder := Folder{Dir: dir}
	one := folder.Open("one")
	one.Put(key(1), record(5))
	one.Save()
	data, _ := os.ReadFile(filepath.Join(dir, "one"+ending))
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, "fuzz"+ending), data, 0o600); err != nil {
			t.Fatal(err)
		}
		file := folder.Open("fuzz")
		for i := range file.places {
			file.Get(file.places[i].key, nil)
		}
		file.Put(key(2), record(3))
		file.Save()
		if got, ok := folder.Open("fuzz").Get(key(2), nil); !ok || string(got) != string(record(3)) {
			t.Errorf("after a file that nobody wrote: %v, %q", ok, got)
		}
	})
}
