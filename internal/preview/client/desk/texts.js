// Texts: every article in a row of a table, edited in place; what is missing is told. More
// are added by dropping files or pasting.

import { h } from "./tree.js"
import { button } from "./desk.js"
import { adding } from "./add.js"
import * as parts from "./parts.js"
import * as keep from "./keep.js"

const rights = ["", "own", "licensed", "public-domain", "private"]
const kinds = ["", "report", "account", "transcript", "document", "opinion"]

const columns = [
  { name: "title", label: "Title", wide: true }, { name: "published", label: "Day", placeholder: "2024-05-02" }, { name: "publisher", label: "Publisher" },
  { name: "authors", label: "Authors", placeholder: "one; another" }, { name: "rights", label: "Rights", of: rights }, { name: "kind", label: "Kind", of: kinds },
  { name: "url", label: "Address" }, { name: "draft", label: "Draft", tick: true },
]

let pending = new Map(Object.entries(JSON.parse(keep.get("texts") ?? "{}"))) // "ID FIELD" to what was written
let here = null // the cell that had the focus last: {id, name}
let add = false

export const texts = {
  name: "texts", tab: "Texts", title: "Texts", wide: true,

  load: (desk) => desk.ask("articles"),

  opened(desk, id) {
    if (!id) return
    add = false
    here = { id, name: "published" }
  },

  at: (desk, id) => `[data-cell="${CSS.escape(`${id} published`)}"]`,

  escape(desk) {
    if (!add) return false
    add = false
    desk.draw()
    return true
  },

  view(desk, { articles }) {
    if (add) return adding(desk, () => { add = false; desk.draw() })
    return [
      h("div", { class: "bar" },
        h("p", { class: "lead" }, `${parts.count(articles.length, "text")}. ${incomplete(articles)}`),
        desk.state.drafts !== undefined && button("Show drafts", () => desk.act("drafts", { show: !desk.state.drafts }, "texts"), { "aria-pressed": String(desk.state.drafts) }),
        button("Fill down", () => fill(desk, articles), { disabled: !here, title: "Writes the cell's words into the empty ones below it (Alt ↓)" }),
        button("Add texts …", () => { add = true; desk.draw(); desk.focus("textarea") })),
      h("div", { class: "sheet", role: "region", "aria-label": "All texts", tabindex: "0" }, table(desk, articles)),
      desk.told("texts"),
      h("div", { class: "bar save", hidden: pending.size === 0 },
        h("p", { role: "status" }, pending.size > 0 && `${parts.count(pending.size, "change")} not saved`),
        button("Save", () => save(desk, articles), { class: "main" }),
        button("Discard", () => { pending.clear(); kept(); desk.draw() })),
    ]
  },
}

const kept = () => keep.set("texts", pending.size ? JSON.stringify(Object.fromEntries(pending)) : "")

const shown = (value) => value ?? ""

const written = (a, name) => pending.get(`${a.id} ${name}`) ?? shown(a.fields[name])

const missing = (a) => a.missing.filter((name) => !written(a, name))

function incomplete(articles) {
  const n = articles.filter((a) => missing(a).length > 0).length
  return n === 0 ? "Nothing is missing." : `${n === articles.length ? "All" : n} lack something.`
}

function write(a, name, value) {
  const key = `${a.id} ${name}`
  if (value === shown(a.fields[name])) pending.delete(key)
  else pending.set(key, value)
  kept()
}

function table(desk, articles) {
  return h("table", {},
    h("thead", {}, h("tr", {}, columns.map((c) => h("th", { scope: "col", class: c.name }, c.label)), h("th", { scope: "col" }, "Missing"))),
    h("tbody", { onkeydown: (e) => walk(e, desk, articles) },
      articles.map((a) => h("tr", { key: a.id },
        columns.map((c) => cell(desk, a, c)),
        h("td", { class: "missing" }, missing(a).map((m) => columns.find((c) => c.name === m)?.label.toLowerCase() ?? m).join(", "))))))
}

function cell(desk, a, c) {
  const value = written(a, c.name)
  const props = {
    "aria-label": `${c.label}: ${a.fields.title || a.id}`, "data-cell": `${a.id} ${c.name}`, title: c.wide ? a.file : null,
    onfocus: () => { here = { id: a.id, name: c.name }; desk.draw() },
  }
  const set = (value) => { write(a, c.name, value); desk.draw() }
  return h(c.wide ? "th" : "td", { key: c.name, scope: c.wide ? "row" : null, class: `${c.name}${pending.has(`${a.id} ${c.name}`) ? " changed" : ""}` },
    c.tick ? h("input", { type: "checkbox", checked: value === "yes", onchange: (e) => set(e.target.checked ? "yes" : ""), ...props })
      : c.of ? h("select", { value, onchange: (e) => set(e.target.value), ...props }, c.of.map((v) => h("option", { value: v }, v || "–")))
        : h("input", { type: "text", value, placeholder: c.placeholder, oninput: (e) => set(e.target.value), ...props }))
}

// walk goes to the cell below or above by Enter, and fills down by Alt with the arrow.
function walk(e, desk, articles) {
  if (e.altKey && e.key === "ArrowDown") {
    e.preventDefault()
    return fill(desk, articles)
  }
  if (e.key !== "Enter" || !here) return
  e.preventDefault()
  const at = articles.findIndex((a) => a.id === here.id) + (e.shiftKey ? -1 : 1)
  if (articles[at]) desk.focus(`[data-cell="${CSS.escape(`${articles[at].id} ${here.name}`)}"]`)
}

// fill writes the cell's words into the empty cells below it.
function fill(desk, articles) {
  const at = articles.findIndex((a) => a.id === here?.id)
  if (at < 0) return
  const value = written(articles[at], here.name)
  for (const a of articles.slice(at + 1)) if (!written(a, here.name)) write(a, here.name, value)
  desk.draw()
}

function save(desk, articles) {
  const changes = []
  for (const a of articles) {
    for (const { name } of columns) {
      const key = `${a.id} ${name}`
      if (pending.has(key)) changes.push({ id: a.id, field: name, was: shown(a.fields[name]), value: pending.get(key) })
    }
  }
  desk.act("articles", { changes }, "texts", () => { pending.clear(); kept(); desk.draw() })
}
