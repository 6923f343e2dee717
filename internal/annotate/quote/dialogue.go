package quote

// dialogue is what is spoken in a block that begins with a dash, in a language whose
// newspapers set speech so: "—No —dijo Ruiz—. Nunca." It is a pair for each stretch of
// speech; nil where nothing between dashes tells who speaks.
func (f *Finder) dialogue(b int) (turns []pair) {
	blk := f.Blocks[b]
	if !f.Lex.Pack.Dialogue || blk.To-blk.From < 3 || !f.dash(blk.From) || f.spaceAfter(blk.From) {
		return nil
	}
	open := blk.From
	for i := open + 1; i < blk.To; i++ {
		if !f.dash(i) || !f.spaceBefore(i) || f.spaceAfter(i) {
			continue
		}
		turns = append(turns, pair{open: open, close: i, block: b})
		end := f.asideEnd(i+1, blk.To)
		if end >= blk.To-1 {
			return turns
		}
		open, i = end, end
	}
	if turns == nil {
		return nil
	}
	return append(turns, pair{open: open, close: blk.To - 1, block: b, reopened: true})
}

// asideEnd is the last token of what a dash at token i-1 puts in: the dash that closes it
// with the mark behind, or the end of the block.
func (f *Finder) asideEnd(i, to int) int {
	for ; i < to; i++ {
		if f.dash(i) && !f.spaceBefore(i) {
			if f.AnyOf(i+1, ".", ",", ":", ";") {
				return i + 1
			}
			return i
		}
	}
	return to
}

// dash tells whether token i is a dash that stands between what is said and by whom.
func (f *Finder) dash(i int) bool { return f.mark(i) == '—' || f.mark(i) == '–' }
