// Adding texts: files are dropped or chosen, or words pasted; what was kept of them and
// what was left out stands side by side, and can be put right, before anything is written.

import { h } from "./tree.js"
import { button } from "./desk.js"
import * as parts from "./parts.js"

let files = [] // {name, data}: data in base64
let looked = [] // what the server made of them, with the editor's changes
let may = "own" // rights of all

export function adding(desk, back) {
  return [
    button("All texts", back, { class: "quiet back" }),
    looked.length === 0 ? [drop(desk), paste(desk)] : [review(desk), h("div", { class: "acts save bar" },
      button(`Add ${parts.count(looked.filter((t) => !t.problem).length, "text")}`, () => write(desk, back), { class: "main" }), button("Put away", () => { clear(); desk.draw() }))],
    desk.told("add"),
  ]
}

function clear() {
  files = []
  looked = []
}

function drop(desk) {
  const take = (e, list) => {
    e.preventDefault()
    e.currentTarget.classList.remove("over")
    read(desk, [...list])
  }
  const over = (is) => (e) => { e.preventDefault(); e.currentTarget.classList.toggle("over", is) }
  return h("label", { class: "drop", key: "drop", ondragover: over(true), ondragleave: over(false), ondrop: (e) => take(e, e.dataTransfer.files) },
    h("span", { class: "words" }, "Drop texts here, or choose files"),
    h("span", { class: "soft" }, "Plain text, Markdown, saved web pages, mails. Nothing is written yet."),
    h("input", { type: "file", multiple: true, onchange: (e) => take(e, e.target.files) }))
}

function paste(desk) {
  const send = (e) => {
    e.preventDefault()
    const { words } = parts.values(e.target)
    if (words) look(desk, [{ name: "pasted.txt", data: coded(new TextEncoder().encode(words)) }])
  }
  return h("form", { class: "fields", onsubmit: send, key: "paste" },
    parts.area({ name: "words", label: "Or paste a text, its title first", rows: 8, class: "prose" }),
    h("div", { class: "acts" }, button("Look at it", null, { type: "submit" })))
}

async function read(desk, list) {
  look(desk, await Promise.all(list.map(async (f) => ({ name: f.name, data: coded(new Uint8Array(await f.arrayBuffer())) }))))
}

function coded(bytes) {
  let s = ""
  for (let i = 0; i < bytes.length; i += 8192) s += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(s)
}

async function look(desk, list) {
  files = list
  await desk.try("add", async () => { looked = (await desk.post("texts/look", { files })).texts })
  if (looked.length) desk.focus(".review h3")
}

function review(desk) {
  return h("div", { class: "review", key: "review" },
    parts.pick({ name: "rights", label: "What may you do with them?", value: may, onchange: (e) => { may = e.target.value },
      of: [["own", "They are ours"], ["licensed", "We may publish them"], ["public-domain", "They belong to everybody"], ["private", "Nothing: for private study"]] }),
    looked.map((t, i) => h("section", { key: t.name },
      h("h3", { tabindex: "-1" }, t.title || t.name),
      t.problem ? h("p", { class: "wrong" }, t.problem.msg) : [fields(t, i), sides(desk, t)])))
}

function fields(t, i) {
  const set = (name) => (e) => { t[name] = e.target.value }
  return h("div", { class: "quads" }, ["title", "published", "publisher", "authors"].map((name) =>
    parts.text({ name, id: `${name} ${i}`, label: { title: "Title", published: "Day", publisher: "Publisher", authors: "Authors" }[name], value: [t[name] ?? ""].flat().join("; "), oninput: set(name) })))
}

// sides are the paragraphs in their order, what is kept at the left, what is not at the
// right.
function sides(desk, t) {
  const all = [...t.kept.map((p) => ({ ...p, kept: true })), ...t.left].sort((a, b) => a.p - b.p)
  const move = (p) => () => {
    t.kept = all.filter((q) => (q === p ? !q.kept : q.kept))
    t.left = all.filter((q) => (q === p ? q.kept : !q.kept)).map((q) => ({ ...q, kept: undefined }))
    desk.draw()
  }
  return h("div", { class: "sides" }, h("h4", {}, "Kept"), h("h4", {}, "Left out"),
    all.map((p) => h("div", { class: p.kept ? "side kept" : "side out", key: p.p },
      h("p", { class: "words" }, parts.short(p.text, 200)), p.why && h("p", { class: "soft" }, p.why),
      button(p.kept ? "Leave out" : "Keep", move(p), { class: "quiet", "aria-label": `${p.kept ? "Leave out" : "Keep"}: ${parts.short(p.text, 40)}` }))))
}

function write(desk, back) {
  const texts = looked.map((t, i) => ({ ...files[i], title: t.title, published: t.published, publisher: t.publisher, authors: [t.authors ?? []].flat().join("; "), rights: may,
    kept: t.kept.map((p) => p.text) })).filter((t, i) => !looked[i].problem)
  desk.act("texts", { files: texts }, "add", () => { clear(); back() })
}
