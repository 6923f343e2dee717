// On the page: what was read here, why, and the acts that put it right. Words are chosen
// on the page, by a click or by selecting them, or from the list in the panel.

import { h } from "./tree.js"
import { button, place } from "./desk.js"
import * as parts from "./parts.js"
import * as words from "./words.js"
import { reading } from "./reading.js"
import { selection } from "./selection.js"
import { begin, end, show } from "./pick.js"

// chosen is a reading of the page (kind mention, quote, date or figure), a paragraph that
// was left out (kind left), or selected words (kind words); or null.
let chosen = null
let kind = "" // of readings that are listed; "" for all

export const kinds = [["mention", "Names"], ["quote", "Quotations"], ["date", "Days"], ["figure", "Figures"], ["left", "Left out"]]

export const page = {
  name: "page", tab: "Page", title: "On the page",

  begin: (desk) => begin(desk, choose),
  end,

  async load(desk) {
    const data = await desk.ask("page", { path: location.pathname })
    data.all = [...data.readings, ...data.left.map((l) => ({ ...l, kind: "left" }))]
    chosen = chosen && (data.all.find((r) => same(r, chosen)) ?? (chosen.block && { ...chosen, kind: "words" }))
    if (chosen?.kind === "words") chosen.why = await desk.ask("why", { path: location.pathname, block: chosen.block, text: chosen.text, nth: chosen.nth })
    show(data, chosen, kind === "left")
    return data
  },

  // opened is told what to show: {block, text, nth} of a question.
  opened(desk, what) { if (what) chosen = { kind: "words", ...what } },

  escape(desk) {
    if (!chosen) return false
    choose(desk, null)
    return true
  },

  view(desk, data) {
    if (chosen) return one(desk, data)
    if (!data.file) return h("p", { class: "lead" }, "This page is made of others. Open a text to see what was read in it.")
    if (data.all.length === 0) return h("p", { class: "lead" }, "Nothing was read here yet. Select words in the text to say what they are.")
    return list(desk, data)
  },
}

const same = (a, b) => a.kind === b.kind && a.block === b.block && a.text === b.text && a.nth === b.nth && a.p === b.p

// choose shows one thing, or all.
async function choose(desk, what, focus = true) {
  const before = chosen
  chosen = what
  if (what?.kind === "words") await desk.reload()
  else show(desk.data.page, chosen, kind === "left")
  if (focus) desk.focus(what ? ".one h3" : before ? `[data-of="${CSS.escape(nameOf(before))}"]` : "h2")
  else desk.draw()
}

const nameOf = (r) => `${r.kind} ${r.block ?? r.p} ${r.text} ${r.nth ?? 0}`

function one(desk, data) {
  const around = data.readings.filter((r) => r !== chosen && words.holds(r, chosen))
  return h("section", { class: "one", key: nameOf(chosen) },
    button("All of this page", () => choose(desk, null), { class: "quiet back" }),
    (chosen.kind === "words" ? selection : reading)(desk, chosen),
    around.length > 0 && h("p", { class: "soft" }, "Around it: ", around.map((r) => button(r.says, () => choose(desk, r), { class: "quiet" }))))
}

function list(desk, data) {
  const of = (k) => data.all.filter((r) => r.kind === k)
  const shown = data.all.filter((r) => !kind || r.kind === kind)
  return [
    h("p", { class: "lead" }, "Click a name, a quotation, a day or a figure in the text. Or select words."),
    h("div", { class: "acts", role: "group", "aria-label": "Show" },
      [["", "All"], ...kinds].filter(([k]) => !k || of(k).length).map(([k, label]) =>
        button([label, " ", h("span", { class: "n" }, k ? of(k).length : data.all.length)], () => { kind = k; choose(desk, null, false) }, { key: k, class: "chip", "aria-pressed": String(kind === k) }))),
    h("ol", { class: "readings" }, shown.map((r) => h("li", { key: nameOf(r) },
      button([h("span", { class: "words" }, parts.short(r.text)), h("span", { class: "soft" }, r.says ?? r.why)], () => choose(desk, r), { class: "reading", "data-of": nameOf(r) })))),
    find(desk, data),
    place(data.where, data.link),
  ]
}

let missed = false // words were looked for that do not stand on the page

// find chooses words that are written in the panel: without a pointer they are hard to
// select.
function find(desk, data) {
  const send = (e) => {
    e.preventDefault()
    const { words: text } = parts.values(e.target)
    const block = text && data.blocks.find((b) => words.rangeOf(b.id, text))
    missed = Boolean(text) && !block
    if (block) choose(desk, { kind: "words", block: block.id, text, nth: 0 })
    else desk.draw()
  }
  return h("form", { class: "fields", onsubmit: send },
    parts.text({ name: "words", label: "Or write words of the text, to say what they are", wrong: missed && "These words do not stand on the page." }),
    button("Choose them", null, { type: "submit" }))
}
