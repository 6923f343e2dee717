// To explain: whom and what the texts name and no entry explains, the most mentioned
// first, and what each is: an entry to be begun, another name of one, or no name.

import { h } from "./tree.js"
import { button } from "./desk.js"
import * as parts from "./parts.js"

let open = {} // of a suggestion's ID, which form: explain or same

export const explain = {
  name: "explain", tab: "Explain", title: "To explain",

  load: (desk) => desk.ask("suggestions"),

  // at is where a name stands in the list.
  at(desk, name) {
    const s = desk.data.explain?.suggestions.find((s) => s.name === name)
    return s && `[data-of="${CSS.escape(s.id)}"] h3`
  },

  view(desk, { suggestions }) {
    if (suggestions.length === 0) return h("p", { class: "lead" }, "Every name that stands out is explained.")
    return [
      h("p", { class: "lead" }, `${parts.count(suggestions.length, "name")} in the texts that no entry explains.`),
      h("ol", { class: "items" }, suggestions.map((s) => item(desk, s))),
    ]
  },
}

function item(desk, s) {
  const form = open[s.id]
  const flip = (name) => () => {
    open = { [s.id]: form === name ? undefined : name }
    desk.draw()
    desk.focus(`[data-of="${CSS.escape(s.id)}"] :is(input, textarea)`)
  }
  return h("li", { key: s.id, "data-of": s.id },
    h("div", { class: "row" }, h("h3", { tabindex: "-1" }, s.name), h("span", { class: "soft" }, parts.often(s.count, s.articles))),
    s.also?.length > 0 && h("p", { class: "soft" }, "Also: ", s.also.join(", ")),
    s.sentences.slice(0, form === "explain" ? 4 : 2).map((p) => parts.passage(p)),
    h("div", { class: "acts", role: "group", "aria-label": s.name },
      button("Explain …", flip("explain"), { "aria-expanded": String(form === "explain") }),
      button("Same as …", flip("same"), { "aria-expanded": String(form === "same") }),
      button("Not a name", () => desk.act("ignore", { suggestion: s.id }, s.id, next(desk, s)))),
    form === "explain" && explains(desk, s),
    form === "same" && same(desk, s),
    desk.told(s.id))
}

// next leads the focus on when a suggestion is settled.
function next(desk, s) {
  const to = parts.after(desk.data.explain.suggestions, s)
  return () => {
    open = {}
    desk.focus(to ? `[data-of="${CSS.escape(to.id)}"] h3` : "h2")
  }
}

function explains(desk, s) {
  const send = (e) => {
    e.preventDefault()
    desk.act("explain", { suggestion: s.id, ...parts.values(e.target) }, s.id, next(desk, s))
  }
  return h("form", { class: "fields box", onsubmit: send, key: "explain" },
    parts.area({ name: "sentence", label: `Who or what is it? One sentence: it becomes the note beside the text`, rows: 3, placeholder: `${s.name} …` }),
    h("div", { class: "pair" },
      parts.text({ name: "name", label: "Name", value: s.name, required: true }),
      parts.suggest({ name: "kind", label: "Kind", value: s.kind, of: parts.kinds })),
    parts.pick({ name: "facet", label: "It answers", value: s.facet, of: desk.state.facets.map((f) => [f.id, f.question ?? f.plural]) }),
    h("div", { class: "acts" }, button("Begin the entry", null, { type: "submit", class: "main" }), button("Cancel", () => { open = {}; desk.draw() })))
}

function same(desk, s) {
  return h("div", { class: "box", key: "same" },
    parts.choose({ label: `“${s.name}” is another name of`, choices: desk.entries, picked: (c) => desk.act("same", { suggestion: s.id, entry: c.id }, s.id, next(desk, s)) }))
}
