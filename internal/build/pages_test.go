package build

import (
	"bytes"
	"fmt"
	"testing"
)

// TestFewPagesAreHeld: what is asked for again and again stays, what was asked for once goes
// when there is more than the memory's size, and that a page could be made is remembered.
func TestFewPagesAreHeld(t *testing.T) {
	m := newPageMemory()
	page := bytes.Repeat([]byte("a"), mostYoung/64)
	m.put("often", 1, page)
	for i := range 1000 {
		m.put(fmt.Sprint(i), 1, page)
		if _, ok := m.get("often", 1); !ok {
			t.Fatalf("what is asked for all the time is gone after %d pages", i)
		}
	}
	held := 0
	for _, some := range []map[string]memory{m.young, m.old} {
		for _, p := range some {
			held += len(p.data)
		}
	}
	if held > 2*mostYoung {
		t.Errorf("%d bytes are held", held)
	}
	if _, ok := m.get("0", 1); ok {
		t.Error("the first of a thousand pages is held")
	}
	for key, want := range map[uint64]bool{1: true, 2: false, 0: false} {
		if m.wasMade("0", key) != want {
			t.Errorf("that 0 was made with the key %d: %v", key, !want)
		}
	}
	m.put("often", 2, page)
	if _, ok := m.get("often", 1); ok {
		t.Error("a page is given with the key of an earlier one")
	}
}
