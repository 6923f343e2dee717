// Package search makes the index that the browser searches: the words of every
// article and entry, and their sentences, cut into small script files of which a
// search loads a handful. static/assets/search.js is its reader.
//
// In: a Site. Out: files as values. Invariant: every word of every article and entry
// leads to it, by the walk described below; the same Site gives the same bytes,
// whatever the number of processors; an article's words never stand in a file that
// its own page refers to.
//
// # Format
//
// Every file is one call, glossator.search(NAME, DATA), where NAME is the file's name
// in the folder search without ".js". Scripts, and not JSON, because a page opened
// from disk may load nothing else.
//
// meta is an object: version (changes when any file does; the reader asks for the
// others with ?v=version), articles and entries (how many), group and entryGroup (how
// many of them share a file), facets as [id, plural, first entry], words and ends
// (the prefixes that have files of their own, separated by spaces), labels.
//
// words-PREFIX (words for the empty prefix) is a string of lines "WORD LISTS;", words
// sorted and without the prefix. A word stands in the file of the longest prefix it
// begins with that has one. A file whose words moved to longer prefixes also repeats
// the commonest of them with their newest articles, for readers who have typed no
// more than that. LISTS are separated by commas, empty ones at the end left out:
//
//	0–3    articles that hold the word once; two or three times; more often; in the title
//	4–6    entries that hold it; whose name it is part of; whose name (or surname) it is
//	7, 8…  articles in which it stands inside a mark of the first facet, the second, …
//
// A list is the differences, less one, between ascending numbers (the first to -1),
// each in base 32, low digit first, in the letters A–Za–z0–9-_, of which the last 32
// say that a digit follows.
//
// ends-SUFFIX is the same tree over the words read backwards, words only, so that a
// slip in a word's first letters can be found. It is there only where words is split.
//
// articles-N and entries-N hold arrays [path, title, day, about, text], one for each
// member of the group. A text is blocks, each U+0001, the paragraph's number (or
// nothing) and its sentences, each after U+0002. A mark stands between U+000E + its
// facet's number and U+0003.
package search

import (
	"runtime"
	"slices"
	"sync"

	"glossator/internal/site"
	"glossator/internal/source"
)

// Sink takes a file, and may be called by several goroutines at once. The path is
// relative to the site's root; the data is good until the call returns.
type Sink func(path string, data []byte)

// entryGroup is how many entries share a file.
const entryGroup = 8

// articleGroup is how many articles share a file: few, for a result needs one of
// them; more on a large site, for every file costs time to write.
func articleGroup(articles int) int {
	if articles <= 4000 {
		return 2
	}
	return 4
}

// Write makes the index and hands over each file as soon as it is made, so that the
// index of a large site is never held as a whole; meta comes last.
func Write(s *site.Site, put Sink) {
	group := articleGroup(len(s.Articles))
	parts := split(s, group, put)
	read := make([]*sorted, len(parts))
	parallel(len(parts), func(i int) {
		parts[i].read(s, group)
		read[i] = parts[i].sort()
	})
	var sums sums
	for i := range parts {
		sums = append(sums, parts[i].out.sums...)
	}
	all := merge(read)
	words := &tree{name: "words", words: all.words, size: all.size, line: all.line, weight: all.weight, short: all.short, out: script{put: put}}
	words.grow()
	ends := &tree{}
	if len(words.prefixes) > 1 {
		ends = backwards(all.words, put)
	}
	sums = slices.Concat(sums, words.out.sums, ends.out.sums)
	meta := script{put: put}
	meta.open("meta")
	meta.data = append(meta.data, metaData(s, sums.version(), group, words.prefixes, ends.prefixes)...)
	meta.close()
}

// Build is the whole index, by path.
func Build(s *site.Site) map[string]string {
	files := map[string]string{}
	var mu sync.Mutex
	Write(s, func(path string, data []byte) {
		mu.Lock()
		defer mu.Unlock()
		files[path] = string(data)
	})
	return files
}

// parallel calls do for 0 to n-1, on as many processors as there are.
func parallel(n int, do func(int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	source.Together(workers, func(w int) {
		for i := w; i < n; i += workers {
			do(i)
		}
	})
}
