package source

import "github.com/gohugoio/hashstructure"

// Key stands for a value: equal keys, equal values. It counts every exported field,
// however deep, but those tagged `hash:"ignore"`; a field that is not exported is not
// seen and carries the tag as well, so that nothing is left out without being told.
// Package build holds all that is keyed to it. 0 is no key.
//
// A type that is keyed has no method Hash: hashstructure would call it instead.
func Key(v any) uint64 {
	key, err := hashstructure.Hash(v, nil)
	if err != nil {
		panic("source: " + err.Error())
	}
	return max(key, 1)
}
