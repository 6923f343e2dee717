// One reading: what the words were read as, why, and what else they could be.

import { h } from "./tree.js"
import { button, place } from "./desk.js"
import * as parts from "./parts.js"

// reading is what is shown of a reading r: by its kind.
export function reading(desk, r) {
  const of = { mention, quote, date, figure, left }[r.kind]
  return [
    h("h3", { tabindex: "-1", class: "words quoted" }, parts.short(r.text, 240)),
    of(desk, r),
    desk.told("reading"),
    h("dl", { class: "facts" },
      r.why && [h("dt", {}, "Why"), h("dd", {}, r.why)],
      h("dt", {}, "Where"), h("dd", {}, place(r.where, r.link))),
    r.decided && h("div", { class: "acts" }, h("span", { class: "soft" }, "Decided by hand."),
      button("Take it back", () => desk.act("reading/remove", { ...row(r), kind: r.decided }, "reading"))),
  ]
}

// row is how a row of readings names the words.
export const row = (r) => ({ path: location.pathname, p: r.p, words: r.words, n: r.n })

const decide = (desk, r, says) => () => desk.act("reading", { ...row(r), ...says }, "reading")

const entryName = (desk, id) => desk.entries.find((e) => e.id === id)?.name ?? id

function mention(desk, r) {
  return [
    h("p", {}, "Is read as ", h("b", { class: `f ${desk.look(r.entry)}` }, entryName(desk, r.entry)), "."),
    h("div", { class: "acts" },
      button("Open the entry", () => desk.go("entry", r.entry)),
      button("Not here", decide(desk, r, { link: "none" })),
      button(`Never this name`, () => desk.act("never", { ...row(r), entry: r.entry }, "reading"), { title: "In no text do these words mean this entry" })),
    parts.choose({ label: "Somebody or something else", placeholder: "type a name", choices: desk.entries.filter((e) => e.id !== r.entry), picked: (c) => decide(desk, r, { link: c.id })() }),
  ]
}

function quote(desk, r) {
  const by = r.speaker && r.speaker !== "nobody" ? entryName(desk, r.speaker) : r.speaker_name
  return [
    h("p", {}, by ? ["Is said by ", h("b", {}, by), "."] : r.speaker === "nobody" ? "Is said by nobody." : "It is not known who says this."),
    h("div", { class: "acts" },
      r.speaker && r.speaker !== "nobody" && button("Open the entry", () => desk.go("entry", r.speaker)),
      r.speaker !== "nobody" && button("Nobody says it", decide(desk, r, { speaker: "nobody" }))),
    parts.choose({ label: by ? "Somebody else says it" : "Who says it?", placeholder: "type a name", choices: desk.people(), free: "has no entry",
      picked: (c) => decide(desk, r, c.id ? { speaker: c.id } : { speaker_name: c.name })() }),
  ]
}

function date(desk, r) {
  return [
    h("p", {}, "Is read as the day ", h("b", {}, r.day), "."),
    form(desk, [parts.text({ name: "date", label: "Another day, month or year", value: r.day, placeholder: "2024-05-02, 2024-05 or 2024" })],
      (v) => decide(desk, r, v)()),
    h("div", { class: "acts" }, button("No day", decide(desk, r, { date: "none" }))),
  ]
}

function figure(desk, r) {
  return [
    h("p", {}, "Is read as ", h("b", {}, [r.value, r.unit].filter((x) => x || x === 0).join(" ")), "."),
    form(desk, [h("div", { class: "pair" }, parts.text({ name: "value", label: "The number is", value: r.value }), parts.text({ name: "unit", label: "of", value: r.unit, placeholder: "people, crowns, %" }))],
      (v) => decide(desk, r, { value: v.value, ...(v.unit ? { unit: v.unit } : {}) })()),
    h("div", { class: "acts" }, button("No figure", decide(desk, r, { value: "none" }))),
  ]
}

const left = (desk, r) => [
  h("p", {}, "Is left out of the article."),
  h("div", { class: "acts" }, button("Keep it", decide(desk, r, { keep: "in" }), { class: "main" })),
]

function form(desk, fields, send) {
  return h("form", { class: "fields", onsubmit: (e) => { e.preventDefault(); send(parts.values(e.target)) } }, fields,
    h("div", { class: "acts" }, button("Put right", null, { type: "submit", class: "main" })))
}
