package search

import (
	"hash/crc32"
	"slices"
	"strconv"
	"strings"
)

// script writes files, one after another into the same memory: each a call that hands
// over data, which is JavaScript already.
type script struct {
	put  Sink
	data []byte // of the open file
	name string
	from int // where what is handed over begins
	sums sums
}

// open begins the file NAME.js.
func (f *script) open(name string) {
	f.name = name
	f.data = append(append(append(f.data[:0], `glossator.search("`...), name...), `",`...)
	f.from = len(f.data)
}

// close ends the open file and hands it over.
func (f *script) close() {
	path := "search/" + f.name + ".js"
	f.sums = append(f.sums, sum{path, crc32.ChecksumIEEE(f.data[f.from:])})
	f.data = append(f.data, ")\n"...)
	f.put(path, f.data)
}

// sums are of the files that were written.
type sums []sum

type sum struct {
	path string
	data uint32
}

// version sums all files up. It guards caches, not secrets.
func (all sums) version() string {
	slices.SortFunc(all, func(a, b sum) int { return strings.Compare(a.path, b.path) })
	total := crc32.NewIEEE()
	for _, f := range all {
		total.Write([]byte(f.path + " " + strconv.FormatUint(uint64(f.data), 36) + "\n"))
	}
	return strconv.FormatUint(uint64(total.Sum32()), 36)
}
