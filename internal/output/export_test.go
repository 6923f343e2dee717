package output

// Kill ends a publish as kill -9 does: what was prepared stays, the locks do not.
func (d *Dir) Kill() { d.place.Release() }

// Watch has f asked before every change to the disk; its error is the disk's.
func (d *Dir) Watch(f func(op, path string) error) { d.step = f }
