// Selected words: why they are not linked, and what they can be made.

import { h } from "./tree.js"
import { button, place } from "./desk.js"
import { row } from "./reading.js"
import * as parts from "./parts.js"

let open = "" // the act whose form is shown
let cue = null // what a cue would match: {cue, count, places}

const acts = [
  ["new", "New entry", begin],
  ["name", "Name of …", (desk, w) => toEntry(desk, w, "aliases", "In every text, these words name")],
  ["description", "Description of …", (desk, w) => toEntry(desk, w, "descriptions", "In every text, these words describe")],
  ["cue", "Things done …", cues],
  ["link", "Only here …", (desk, w) => parts.choose({ label: "Here these words mean", choices: desk.entries, picked: (c) => says(desk, w, { link: c.id }) })],
  ["speaker", "Said by …", (desk, w) => parts.choose({ label: "Who says these words?", choices: desk.people(), free: "has no entry", picked: (c) => says(desk, w, c.id ? { speaker: c.id } : { speaker_name: c.name }) })],
]

export function selection(desk, chosen) {
  const w = { ...chosen, ...chosen.why }
  const flip = (name) => () => {
    open = open === name ? "" : name
    cue = null
    desk.draw()
    desk.focus(".one .box :is(input, textarea)")
  }
  return [
    h("h3", { tabindex: "-1", class: "words quoted" }, parts.short(w.text, 240)),
    h("div", { class: "acts", role: "group", "aria-label": "These words are" },
      acts.map(([name, label]) => button(label, flip(name), { key: name, "aria-expanded": String(open === name) })),
      button("Don’t link", () => says(desk, w, { link: "none" }), { key: "none" })),
    acts.filter(([name]) => name === open).map(([name, , view]) => h("div", { class: "box", key: name }, view(desk, w))),
    desk.told("reading"),
    h("dl", { class: "facts" },
      h("dt", {}, w.linked ? "Why linked?" : "Why not linked?"),
      h("dd", {}, h("ul", {}, (w.says ?? []).map((s) => h("li", {}, s)))),
      w.where && [h("dt", {}, "Where"), h("dd", {}, place(w.where, w.link))]),
    w.decided && h("div", { class: "acts" }, h("span", { class: "soft" }, "Decided by hand."),
      button("Take it back", () => desk.act("reading/remove", { ...row(w), kind: w.decided }, "reading"))),
  ]
}

const done = () => { open = "" }

const says = (desk, w, what) => desk.act("reading", { ...row(w), ...what }, "reading", done)

const toEntry = (desk, w, list, label) =>
  parts.choose({ label, choices: desk.entries, key: list, picked: (c) => desk.act("entry/add", { id: c.id, list, word: w.text }, "reading", done) })

function begin(desk, w) {
  const send = (e) => {
    e.preventDefault()
    desk.act("entry/new", parts.values(e.target), "reading", done)
  }
  return h("form", { class: "fields", onsubmit: send },
    parts.area({ name: "sentence", label: "Who or what is it? One sentence: it becomes the note beside the text", rows: 3 }),
    h("div", { class: "pair" }, parts.text({ name: "name", label: "Name", value: w.text, required: true }), parts.suggest({ name: "kind", label: "Kind", of: parts.kinds })),
    parts.pick({ name: "facet", label: "It answers", of: desk.state.facets.map((f) => [f.id, f.question ?? f.plural]) }),
    h("div", { class: "acts" }, button("Begin the entry", null, { type: "submit", class: "main" })))
}

// cues writes a cue and shows, as it is written, what it would match in all texts.
function cues(desk, w) {
  const look = async (e) => {
    const written = e.target.value
    cue = { cue: written }
    const found = await desk.ask("cue", { cue: written })
    if (cue?.cue !== written) return // more was written since
    cue = { cue: written, ...found }
    desk.draw()
  }
  if (!cue) look({ target: { value: w.text } })
  return [
    h("div", { class: "fields" },
      parts.text({ name: "cue", label: "The cue: words, (one | other), … for words between, [marked]", value: w.text, oninput: look, wrong: cue?.problem?.msg }),
      parts.choose({ label: "is done under", choices: desk.entries, picked: (c) => desk.act("entry/add", { id: c.id, list: "cues", word: cue?.cue ?? w.text }, "reading", done) })),
    cue?.places && h("p", { class: "soft", role: "status" }, cue.count === 0 ? "It matches nothing." : `It matches ${parts.often(cue.count, cue.articles)}:`),
    cue?.places && h("ul", { class: "said" }, cue.places.slice(0, 12).map((p) => h("li", {}, parts.passage(p)))),
  ]
}
