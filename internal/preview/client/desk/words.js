// Words on the page: where the words that were read stand, what is under the pointer, and
// what is selected. The page's marks are templates' work and may look like anything, so
// words are found by the text of their block.

// textOf is the text of a block, of its own words alone, with the nodes that hold it.
function textOf(block) {
  const nodes = []
  let text = ""
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    if (n.parentElement.closest("a.para, span.para, .noteref, script, style, aside")) continue
    nodes.push({ node: n, at: text.length })
    text += n.data
  }
  return { text, nodes }
}

// rangeOf is the range of the nth (from 0) of some words in the block of that id. White
// space counts as one space. null where they are not there.
export function rangeOf(id, words, nth = 0) {
  const block = document.getElementById(id)
  if (!block) return null
  const { text, nodes } = textOf(block)
  const pattern = new RegExp(words.trim().split(/\s+/).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "g")
  const found = [...text.matchAll(pattern)][nth]
  return found ? range(nodes, found.index, found.index + found[0].length) : null
}

function range(nodes, from, to) {
  const r = document.createRange()
  const at = (offset, end) => {
    const i = nodes.findLastIndex((n) => end ? n.at < offset : n.at <= offset)
    return [nodes[i].node, offset - nodes[i].at]
  }
  r.setStart(...at(from, false))
  r.setEnd(...at(to, true))
  return r
}

// blockOf is the block that holds a node: the nearest element with one of the ids.
export function blockOf(node, ids) {
  for (let e = node.nodeType === 1 ? node : node.parentElement; e; e = e.parentElement) if (ids.has(e.id)) return e
  return null
}

// selected is what is selected in one block of the page: {block, text, nth}, or null.
export function selected(ids) {
  const s = document.getSelection()
  if (!s || s.isCollapsed || s.rangeCount === 0) return null
  const r = s.getRangeAt(0)
  const block = blockOf(r.startContainer, ids)
  if (!block) return null
  const { text, nodes } = textOf(block)
  const offset = (node, at) => {
    const before = document.createRange()
    before.setStart(block, 0)
    before.setEnd(node, at)
    for (const n of nodes) {
      if (n.node === node) return n.at + at
      if (before.comparePoint(n.node, n.node.length) > 0) return n.at
    }
    return text.length
  }
  const from = offset(r.startContainer, r.startOffset)
  const to = block.contains(r.endContainer) ? offset(r.endContainer, r.endOffset) : text.length
  const chosen = text.slice(from, to).trim()
  if (!chosen) return null
  const start = from + text.slice(from, to).search(/\S/)
  let nth = 0
  for (let i = text.indexOf(chosen); i >= 0 && i < start; i = text.indexOf(chosen, i + 1)) nth++
  return { block: block.id, text: chosen.replace(/\s+/g, " "), nth }
}

// lit shows words on the page as those that are meant, and all that were read as such.
// Where the browser has no highlights the words are selected instead.
export function lit(chosen, read = []) {
  if (!window.Highlight || !CSS.highlights) {
    if (chosen) document.getSelection().setBaseAndExtent(chosen.startContainer, chosen.startOffset, chosen.endContainer, chosen.endOffset)
    return
  }
  for (const [name, ranges] of [["preview-desk-read", read], ["preview-desk", [chosen]]]) {
    const there = ranges.filter(Boolean)
    if (there.length) CSS.highlights.set(name, new Highlight(...there))
    else CSS.highlights.delete(name)
  }
}

// bring scrolls to words, unless they are seen.
export function bring(r) {
  const box = r.getBoundingClientRect()
  const foot = innerWidth < 900 ? innerHeight * 0.38 : innerHeight
  if (box.top > 60 && box.bottom < foot - 40) return
  scrollBy({ top: box.top - foot / 3, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" })
}

// holds tells whether the words of one reading stand inside another's.
export function holds(outer, inner) {
  if (!outer.block || outer.block !== inner.block) return false
  const a = rangeOf(outer.block, outer.text, outer.nth), b = rangeOf(inner.block, inner.text, inner.nth)
  return Boolean(a && b) && a.compareBoundaryPoints(Range.START_TO_START, b) <= 0 && a.compareBoundaryPoints(Range.END_TO_END, b) >= 0
}
