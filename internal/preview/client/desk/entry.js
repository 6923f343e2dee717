// Entry: one entry as a form beside the page, with its note as it will stand there. Only
// what was changed is written; what the form does not know stays in the file.

import { h } from "./tree.js"
import { button, place } from "./desk.js"
import * as parts from "./parts.js"
import * as keep from "./keep.js"

// fields of an entry: a kind of box for each. lists are texts, one in a line.
const words = [
  ["aliases", "Other names, one in a line"], ["descriptions", "Descriptions: “the mayor”"], ["cues", "Things done: cues"], ["damaged", "Spoiled forms of a name"],
]
const more = [["surname", "Surname"], ["authority", "Rests on the law"], ["claimed_by", "Known only from (ID)"], ["unmentioned", "Why it is here though no text mentions it"]]
const moreLists = [["by", "By (IDs)"], ["under", "Under (IDs)"], ["related", "See also (IDs)"], ["same_as", "The same in Wikidata, VIAF … (addresses)"], ["formerly", "IDs it had before"]]
const groups = [
  { name: "roles", one: "role", title: "Roles", fields: [["title", "Title"], ["from", "From"], ["to", "To"], ["as_of", "Known as of"], ["descriptions", "Descriptions on these days", "lines"], ["citation", "Source (id)"]] },
  { name: "periods", one: "period", title: "Periods", fields: [["from", "From"], ["to", "To"], ["status", "Status"], ["covers", "For whom or what"], ["as_of", "Known as of"], ["citation", "Source (id)"], ["note", "Note"]] },
  { name: "facts", one: "fact", title: "Facts", fields: [["label", "What"], ["value", "How much, or who"], ["as_of", "Known as of"], ["citation", "Source (id)"]] },
  { name: "citations", one: "source", title: "Sources", fields: [["id", "Id"], ["title", "Title"], ["publisher", "Publisher"], ["date", "Day"], ["identifier", "Number"], ["url", "Address"], ["note", "Note"]] },
]

let id = keep.get("entry") // which is shown
let draft = null // {id, rev, fields, body, dirty}: as it is being written
let looks = null // its note and card, and what is wrong
let waiting = 0

export const entry = {
  name: "entry", tab: "Entry", title: "Entry",

  async load(desk) {
    id ??= desk.state.page?.entry ?? null
    if (!id) return {}
    const data = await desk.ask("entry", { id })
    if (!draft || draft.id !== id || !draft.dirty) {
      draft = stored(data) ?? { id, rev: data.rev, fields: structuredClone(data.fields), body: data.body, dirty: false }
      looks = await desk.post("entry/look", { id, fields: draft.fields, body: draft.body })
    }
    return data
  },

  opened(desk, what) { if (what) pick(what) },

  view(desk, data) {
    return [
      h("div", { key: "which" }, parts.choose({ label: "Which entry?", choices: desk.entries, placeholder: "type a name", picked: (c) => { pick(c.id); desk.go("entry") } })),
      id && draft && data.fields ? form(desk, data) : h("p", { class: "lead" }, "Choose an entry, or begin one: select words on the page, or take a name from those to explain."),
    ]
  },
}

function pick(which) {
  id = which
  keep.set("entry", which)
}

// stored is what was written in this tab and not saved.
const stored = (data) => JSON.parse(keep.get(`entry-${data.id}`) ?? "null")

function changed(desk) {
  draft.dirty = true
  keep.set(`entry-${draft.id}`, JSON.stringify(draft))
  desk.draw()
  clearTimeout(waiting)
  waiting = setTimeout(async () => {
    const of = draft
    const seen = await desk.post("entry/look", { id: of.id, fields: of.fields, body: of.body }).catch(() => null)
    if (of !== draft || !seen) return
    looks = seen
    desk.draw()
  }, 200)
}

function form(desk, data) {
  const wrong = (name) => looks?.problems?.find((p) => p.field === name)?.msg
  const set = (of, name, read = (v) => v) => (e) => {
    const value = read(e.target.value)
    if (value === "" || (Array.isArray(value) && value.length === 0)) delete of[name]
    else of[name] = value
    changed(desk)
  }
  const f = draft.fields
  const line = (of, key) => ([name, label, kind]) => kind === "lines"
    ? parts.lines({ name, id: `${key} ${name}`, label, value: of[name], oninput: set(of, name, parts.unlined), wrong: wrong(`${key}${name}`) })
    : parts.text({ name, id: `${key} ${name}`, label, value: of[name], oninput: set(of, name), wrong: wrong(`${key}${name}`) })
  return h("form", { class: "fields entry", key: id, onsubmit: (e) => { e.preventDefault(); save(desk) } },
    h("div", { class: "pair" }, line(f, "")(["name", "Name"]), parts.suggest({ name: "kind", id: " kind", label: "Kind", value: f.kind, of: parts.kinds, oninput: set(f, "kind"), wrong: wrong("kind") })),
    parts.area({ name: "body", label: "The first sentence is the note; the rest is the page. Markdown", value: draft.body, rows: 9, class: "prose", oninput: (e) => { draft.body = e.target.value; changed(desk) }, wrong: wrong("body") }),
    card(),
    h("fieldset", {}, h("legend", {}, "Which words mean it"), words.map(([name, label]) => line(f, "")([name, label, "lines"]))),
    groups.map((g) => group(desk, g, line)),
    h("details", {}, h("summary", {}, "More fields"), h("div", { class: "fields" },
      more.map(line(f, "")), moreLists.map(([name, label]) => line(f, "")([name, label, "lines"])),
      h("label", { class: "tick" }, h("input", { type: "checkbox", checked: f.draft === "true", onchange: (e) => { if (e.target.checked) f.draft = "true"; else delete f.draft; changed(desk) } }), "Draft: not published yet"))),
    desk.told("entry"),
    h("div", { class: "bar save" },
      h("p", { class: "soft" }, draft.dirty ? "Not saved" : [data.path && [h("a", { href: data.path }, "Its page"), " · "], place(data.where, data.link)]),
      draft.dirty && button("Discard", () => { forget(); desk.reload() }),
      button("Save", null, { type: "submit", class: "main" })))
}

// card is the note as the page will have it.
function card() {
  const c = looks?.card
  if (!c) return null
  return h("figure", { class: "card", "aria-label": "The note beside the text" },
    h("p", { class: "card-name" }, c.name, (c.kind || c.dates) && h("span", { class: "soft" }, " ", [c.kind, c.dates].filter(Boolean).join(", "))),
    h("p", { class: "words" }, c.note || h("span", { class: "soft" }, "No note yet: write one sentence.")),
    looks.problems.filter((p) => !p.field).map((p) => h("p", { class: "wrong" }, p.msg)))
}

function group(desk, g, line) {
  const all = draft.fields[g.name] ?? []
  const add = () => {
    draft.fields[g.name] = [...all, {}]
    changed(desk)
  }
  const take = (i) => () => {
    draft.fields[g.name] = all.filter((_, at) => at !== i)
    if (draft.fields[g.name].length === 0) delete draft.fields[g.name]
    changed(desk)
  }
  return h("fieldset", { key: g.name }, h("legend", {}, g.title),
    all.map((one, i) => h("div", { class: "box fields", role: "group", "aria-label": `${g.one} ${i + 1}` },
      h("div", { class: "grid" }, g.fields.map(line(one, `${g.name}[${i}].`))), button(`Take this ${g.one} away`, take(i), { class: "quiet" }))),
    button(`Add a ${g.one}`, add))
}

function forget() {
  keep.set(`entry-${draft.id}`, "")
  draft = null
}

function save(desk) {
  desk.act("entry", { id: draft.id, rev: draft.rev, fields: draft.fields, body: draft.body }, "entry", () => {
    forget()
    desk.reload()
  })
}
