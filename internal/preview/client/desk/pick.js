// Choosing on the page: which reading a click means, which words are selected, and how
// what is chosen is shown there.

import * as words from "./words.js"

let on = null // what is told
let data = { readings: [], left: [], blocks: [] }
let chosen = null
let grey = false // what was left out is shown

const style = new CSSStyleSheet()
style.replaceSync(`
::highlight(preview-desk-read) { text-decoration: underline dotted 1px; }
::highlight(preview-desk) { background: #ffe08a; color: #1c1d20; }
[data-preview-left] { color: #6f7278 !important; border-left: 2px dotted currentcolor; padding-left: .6em; font-size: .9em; cursor: pointer; }
@media (prefers-color-scheme: dark) { ::highlight(preview-desk-read) { text-decoration: underline dotted 1px; }
::highlight(preview-desk) { background: #6b5a12; color: #fff; } [data-preview-left] { color: #9a9da3 !important; } }`)

// begin listens on the page: choose is told what the editor means.
export function begin(desk, choose) {
  end()
  on = new AbortController()
  const signal = on.signal
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]
  const here = () => desk.panel.name === "page"
  addEventListener("click", (e) => {
    if (!here() || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return
    const r = !words.selected(ids()) && meant(e)
    if (!r) return
    e.preventDefault()
    e.stopImmediatePropagation()
    choose(desk, r)
  }, { capture: true, signal })
  const picked = (e) => {
    if (!here() || e.composedPath().some((n) => n.localName === "preview-desk")) return
    const s = words.selected(ids())
    if (s) choose(desk, { kind: "words", ...s }, false)
  }
  addEventListener("mouseup", picked, { signal })
  addEventListener("touchend", picked, { signal })
  addEventListener("keyup", (e) => { if (e.shiftKey || e.key === "Shift") picked(e) }, { signal })
  document.documentElement.addEventListener("preview:patched", () => show(data, chosen), { signal })
}

export function end() {
  on?.abort()
  on = null
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== style)
  words.lit(null)
  for (const e of document.querySelectorAll("[data-preview-left]")) e.remove()
}

const ids = () => new Set(data.blocks.map((b) => b.id))

// meant is the shortest reading under the pointer; of a key, the one in its link.
function meant(e) {
  const target = e.composedPath()[0]
  const left = target.closest?.("[data-preview-left]")
  if (left) return { kind: "left", ...data.left.find((l) => String(l.p) === left.dataset.previewLeft) }
  const block = words.blockOf(target, ids())
  if (!block) return null
  const under = (range) => e.detail > 0
    ? [...range.getClientRects()].some((b) => b.left <= e.clientX && e.clientX <= b.right && b.top <= e.clientY && e.clientY <= b.bottom)
    : false
  const inside = (range) => target !== block && range.intersectsNode(target)
  const ranges = data.readings.filter((r) => r.block === block.id).map((r) => [r, words.rangeOf(r.block, r.text, r.nth)]).filter(([, range]) => range)
  const hit = ranges.filter(([, range]) => under(range))
  const all = hit.length ? hit : ranges.filter(([, range]) => inside(range))
  return all.sort(([a], [b]) => a.text.length - b.text.length)[0]?.[0] ?? null
}

// show marks what was read, lights what is chosen and brings it into view, and puts what
// was left out in its place, in grey, where it is asked for.
export function show(now, what, left = grey) {
  const again = what && chosen && what.block === chosen.block && what.text === chosen.text && what.nth === chosen.nth
  data = now
  chosen = what
  grey = left
  leftOut(left || what?.kind === "left")
  const range = what?.block ? words.rangeOf(what.block, what.text, what.nth) : null
  words.lit(range, data.readings.filter((r) => r.kind !== "mention").map((r) => words.rangeOf(r.block, r.text, r.nth)))
  if (range && !again) words.bring(range)
}

function leftOut(shown) {
  for (const e of document.querySelectorAll("[data-preview-left]")) e.remove()
  if (!shown) return
  for (const l of data.left) {
    const before = document.getElementById(l.before)
    const e = document.createElement("p")
    e.dataset.previewLeft = l.p
    e.textContent = l.text
    if (before) before.before(e)
    else document.getElementById(data.blocks.at(-1)?.id)?.after(e)
  }
  if (chosen?.kind === "left") document.querySelector(`[data-preview-left="${chosen.p}"]`)?.scrollIntoView({ block: "center", behavior: "instant" })
}
