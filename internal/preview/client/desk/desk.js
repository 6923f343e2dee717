// The desk: a panel beside the page, in which a site is put right where it is read. This
// file is its frame: the tabs, what is shown in them, and how an act is done. Everything
// that is the same in all panels stands here; each panel is a file of its own.

import { act, ask, Refused, state } from "./ask.js"
import { draw, h } from "./tree.js"
import * as room from "./room.js"
import * as keep from "./keep.js"
import { page } from "./page.js"
import { explain } from "./explain.js"
import { questions } from "./questions.js"
import { texts } from "./texts.js"
import { entry } from "./entry.js"
import { changes } from "./changes.js"

const panels = [page, explain, questions, texts, entry, changes]

const host = document.createElement("preview-desk")
const root = host.attachShadow({ mode: "open" })

let loading = 0 // questions that are on their way

// desk is what a panel sees of the frame.
export const desk = {
  state: {},
  data: {}, // of each panel, as it was last asked
  panel: page,
  busy: false,
  done: null, // what the last act did: {says, change}
  refused: {}, // where an act was tried, to what was told

  entries: [], // every entry of the site: {id, name, kind, facet, aliases}
  ask,

  // act does one act and shows what came of it. where names the place in the panel at
  // which a refusal is told; then is run when it is done, on what is shown by then.
  async act(name, body, where = "", then) {
    if (desk.busy) return null
    Object.assign(desk, { busy: true, refused: {}, done: null })
    desk.draw()
    try {
      desk.done = await act(name, body)
    } catch (e) {
      desk.refused = { [where]: problemOf(e) }
    }
    desk.busy = false
    await desk.reload()
    if (desk.done) then?.(desk.done)
    if (!root.activeElement) settle() // what had the focus is done with
    return desk.done
  },

  post: act, // what writes nothing and is posted for its size

  // try runs what may be refused; a refusal is told at a place of the panel.
  async try(where, run) {
    desk.refused = {}
    try {
      await run()
    } catch (e) {
      desk.refused = { [where]: problemOf(e) }
    }
    desk.draw()
  },

  look: (id) => desk.state.facets?.find((f) => f.id === desk.entries.find((e) => e.id === id)?.facet)?.look ?? "",

  // people are the entries, those first who can speak.
  people() {
    const speaks = (e) => e.kind === "person" || e.kind === "organization"
    return [...desk.entries.filter(speaks), ...desk.entries.filter((e) => !speaks(e))]
  },

  // follow shows something on the page to which a link leads: here at once, elsewhere
  // when that page has come.
  follow(e, panel, what) {
    if (e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return
    if (new URL(e.currentTarget.href).pathname !== location.pathname) return keep.set("then", JSON.stringify({ panel, what }))
    e.preventDefault()
    desk.go(panel, what)
  },

  // told is the refusal at a place of the panel.
  told: (where) => desk.refused[where] && refusal(desk.refused[where]),

  async reload() {
    loading++
    try {
      desk.state = await state()
      desk.entries = (await ask("entries")).entries
      desk.data[desk.panel.name] = await desk.panel.load?.(desk)
      delete desk.refused.load
    } catch (e) {
      desk.refused.load = problemOf(e)
    }
    loading--
    desk.draw()
  },

  draw() {
    if (host.isConnected) draw(root, link, frame())
  },

  // focus moves the focus in the panel, when it is drawn.
  focus(selector) {
    desk.draw()
    root.querySelector(selector)?.focus()
  },

  // go shows a panel; what says what in it (an entry's ID, a reading).
  async go(name, what) {
    desk.panel = panels.find((p) => p.name === name) ?? page
    keep.set("panel", name)
    desk.refused = {}
    desk.panel.opened?.(desk, what)
    const shown = desk.reload()
    desk.draw()
    await shown
    if (what === undefined) return
    const at = root.querySelector(desk.panel.at?.(desk, what) ?? ".panel h2")
    at?.focus()
    at?.scrollIntoView({ block: "center" })
  },
}

const problemOf = (e) => e instanceof Refused ? e.problem : { msg: "the preview does not answer: is it still running?" }

// place leads to a line of a file in the editor, or is copied where no editor is known.
export function place(where, link) {
  if (!where) return null
  if (link) return h("a", { class: "place", href: link }, where)
  return h("button", { type: "button", class: "place", title: "Copy", onclick: () => navigator.clipboard?.writeText(where) }, where)
}

export function refusal(problem) {
  return h("div", { class: "refused", role: "alert" },
    h("p", {}, problem.msg), problem.hint && h("p", { class: "soft" }, problem.hint), place(problem.where, problem.link))
}

export const button = (words, onclick, props = {}) => h("button", { type: "button", onclick, "aria-disabled": desk.busy ? "true" : null, ...props }, words)

// ── The frame ──

const link = h("link", { rel: "stylesheet", href: "/.preview/client/desk/desk.css" })

function frame() {
  const p = desk.panel
  return h("aside", { class: `desk${p.wide ? " wide" : ""}`, "aria-label": "Desk", onkeydown: key },
    h("header", {},
      h("div", { role: "tablist", "aria-label": "Desk", class: "tabs", onkeydown: walk }, panels.map(tab)),
      h("button", { type: "button", class: "close", "aria-label": "Close the desk", title: "Close (Escape)", onclick: close }, "×")),
    h("div", { class: "panel", role: "tabpanel", id: `panel-${p.name}`, "aria-labelledby": `tab-${p.name}`, "aria-busy": String(desk.busy || loading > 0), key: p.name },
      h("h2", { tabindex: "-1" }, p.title),
      desk.told("load"),
      desk.data[p.name] !== undefined && p.view(desk, desk.data[p.name])),
    h("div", { role: "status", class: "done" }, said()))
}

// said tells what the last act did, with the way back.
function said() {
  if (desk.busy) return h("p", {}, "Working …")
  const d = desk.done
  if (!d?.says) return null
  return h("p", {}, d.says, " ", d.change && button("Undo", () => desk.act("undo", { change: d.change }, "undo"), { class: "quiet" }), desk.told("undo"))
}

function tab(p) {
  const chosen = p === desk.panel
  const n = desk.state.counts?.[p.name]
  return h("button", { type: "button", role: "tab", id: `tab-${p.name}`, key: p.name, "aria-selected": String(chosen), "aria-controls": chosen ? `panel-${p.name}` : null,
    tabindex: chosen ? "0" : "-1", onclick: () => desk.go(p.name) },
    p.tab, n ? [" ", h("span", { class: "n" }, n)] : null)
}

// walk moves along the tabs by arrows.
function walk(e) {
  const at = panels.indexOf(desk.panel)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: panels.length - 1 }[e.key]
  if (to === undefined) return
  e.preventDefault()
  const next = panels.at(to % panels.length)
  desk.go(next.name)
  root.getElementById(`tab-${next.name}`).focus()
}

function key(e) {
  if (e.key !== "Escape" || e.defaultPrevented) return
  e.preventDefault()
  if (!desk.panel.escape?.(desk)) close()
}

// ── Opening and closing ──

let from = null // where the focus was

export function open(focus = true) {
  if (!host.isConnected) {
    from = document.activeElement
    document.documentElement.append(host)
    room.make(true)
    keep.set("open", "1")
    for (const p of panels) p.begin?.(desk)
    const then = JSON.parse(keep.get("then") ?? "null")
    keep.set("then", "")
    desk.go(then?.panel ?? keep.get("panel") ?? "page", then?.what)
  }
  if (focus) settle()
  document.documentElement.dispatchEvent(new CustomEvent("preview:desk", { detail: true }))
}

export function close() {
  for (const p of panels) p.end?.(desk)
  host.remove()
  room.make(false)
  keep.set("open", "")
  document.documentElement.dispatchEvent(new CustomEvent("preview:desk", { detail: false }))
  from?.focus?.({ preventScroll: true })
}

// settle puts the focus where one goes on: on what is chosen, else on the panel's tab.
const settle = () => (root.querySelector(".one h3") ?? root.querySelector('[aria-selected="true"]')).focus({ preventScroll: true })

// Keys that are typed here are not the page's.
for (const type of ["keydown", "keypress", "keyup"]) host.addEventListener(type, (e) => e.stopPropagation())
room.keep(() => host.isConnected)
document.documentElement.addEventListener("preview:shown", () => { if (host.isConnected && !desk.busy) desk.reload() })
