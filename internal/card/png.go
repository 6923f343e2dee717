package card

import (
	"encoding/binary"
	"hash/crc32"
	"image/color"
)

// png is the plate as a file, until the next one is asked for: https://www.w3.org/TR/png-3/, a palette with
// four bits for each pixel.
func (p *plate) png(s Style) []byte {
	file := append(p.file[:0], "\x89PNG\r\n\x1a\n"...)
	head := binary.BigEndian.AppendUint32(nil, Width)
	head = binary.BigEndian.AppendUint32(head, Height)
	file = chunk(file, "IHDR", append(head, 4, 3, 0, 0, 0)) // bits, palette, deflate, filters, not interlaced
	file = chunk(file, "PLTE", bytesOf(palette(s)))
	file = chunk(file, "IDAT", p.deflate())
	p.file = chunk(file, "IEND", nil)
	return p.file
}

func bytesOf(palette []color.RGBA) (all []byte) {
	for _, c := range palette {
		all = append(all, c.R, c.G, c.B)
	}
	return all
}

func chunk(file []byte, kind string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	from := len(file)
	file = append(append(file, kind...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
}
