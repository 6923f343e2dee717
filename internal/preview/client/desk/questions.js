// Questions: what check asks of the site, grouped as it asks, each with its place in view
// and the act that settles it.

import { h } from "./tree.js"
import { button, place } from "./desk.js"
import * as parts from "./parts.js"

let opened = new Set() // topics that show all
const few = 5

// acts are what settles a question of a topic.
const acts = {
  unexplained: (desk, q) => button("Explain …", () => desk.go("explain", /“(.+?)”/.exec(q.msg)?.[1] ?? "")),
  ambiguous: (desk, q) => see(desk, q, "Say which …"),
  speaker: (desk, q) => see(desk, q, "Say who …"),
  figure: (desk, q) => see(desk, q, "Look at it"),
  rights: (desk, q) => button("Fill in …", () => desk.go("texts", q.article)),
  source: (desk, q) => button("Fill in …", () => desk.go("texts", q.article)),
  draft: (desk, q) => q.entry ? write(desk, q) : button("Look at it …", () => desk.go("texts", q.article)),
}

const write = (desk, q) => button("Write it …", () => desk.go("entry", q.entry))

// see goes to the words on their page, where they are settled.
const see = (desk, q, words) => h("a", { class: "button", href: `${q.path}#${q.block ?? ""}`, onclick: (e) => desk.follow(e, "page", q) }, words)

export const questions = {
  name: "questions", tab: "Questions", title: "Questions",

  load: (desk) => desk.ask("questions"),

  view(desk, { topics, problems = [] }) {
    if (topics.length + problems.length === 0) return h("p", { class: "lead" }, "No questions: the site can go out.")
    return [
      problems.length > 0 && topic(desk, { id: "problems", asks: "What is to be mended?", items: problems }),
      topics.map((t) => topic(desk, t)),
    ]
  },
}

function topic(desk, t) {
  const all = opened.has(t.id) || t.items.length <= few + 1
  const [asks, what] = t.asks.split(/(?<=\?) /)
  return h("section", { key: t.id, class: "topic", "aria-label": asks },
    h("div", { class: "row" }, h("h3", {}, asks), h("span", { class: "soft" }, t.items.length)),
    what && h("p", { class: "soft" }, what.split(": ")[0]),
    h("ol", { class: "items" }, (all ? t.items : t.items.slice(0, few)).map((q) => item(desk, t, q))),
    !all && button(`${t.items.length - few} more`, () => { opened.add(t.id); desk.draw() }))
}

function item(desk, t, q) {
  return h("li", { key: `${q.where} ${q.msg}` },
    h("p", { class: q.severity }, q.msg),
    q.hint && !acts[t.id] && h("p", { class: "soft" }, q.hint),
    h("div", { class: "acts" }, (acts[t.id] ?? (q.entry ? write : q.path ? (d, x) => see(d, x, "See it") : () => null))(desk, q), place(q.where, q.link)))
}
