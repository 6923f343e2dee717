// The preview's part in the browser: follows what is shown, patches the page in
// place, shows problems, leads from the page to its source. It runs first of all
// deferred scripts, on the page exactly as it was served. It shares a scope with
// Idiomorph and nothing with the page.
const own = document.currentScript
const at = "/.preview/"
const base = own.dataset.base
let tag = own.dataset.tag // of the page as it stands here
let seen = null // the last message
let lost = false // the server is away

// ── What the server served and what scripts or the reader made of it ──

// Everything in the page now came from the server. What the page's own scripts add
// later is not the server's to remove, and an attribute that they (or the reader, by
// opening a <details>) set is not the server's to set back.
const served = new WeakSet()
const touched = new WeakMap() // node to the names of attributes; "" is its text

function learn(node) {
  served.add(node)
  for (const child of node.childNodes) learn(child)
}

const observer = new MutationObserver(note)
function note(records) {
  for (const r of records) {
    if (!served.has(r.target)) continue
    if (!touched.has(r.target)) touched.set(r.target, new Set())
    touched.get(r.target).add(r.attributeName ?? "")
  }
}

// ── Messages ──

// One tab holds the stream, since a browser allows six for all tabs together, and
// tells the others. When it goes, another gets the lock.
let channel, release, stream

function listen() {
  if (!navigator.locks || !window.BroadcastChannel) return poll() // an address that browsers don't trust
  channel = new BroadcastChannel(at)
  channel.onmessage = (e) => receive(e.data)
  navigator.locks.request(at, () => new Promise((done) => {
    release = done
    connect()
  })).catch(() => {})
  ask()
}

function connect() {
  stream = new EventSource(at + "events")
  stream.onmessage = (e) => tell(JSON.parse(e.data))
  stream.onerror = () => {
    tell({ lost: true })
    if (stream.readyState === EventSource.CLOSED && release) setTimeout(connect, 500)
  }
}

function tell(message) {
  channel.postMessage(message)
  receive(message)
}

function leave() {
  stream?.close()
  channel?.close()
  release?.()
  stream = channel = release = null
}

async function poll() {
  for (;;) {
    if (!document.hidden) await ask()
    await new Promise((done) => setTimeout(done, 1000))
  }
}

// ask gets the present message, with the tag of this tab's page.
async function ask() {
  try {
    const r = await fetch(`${at}state?path=${encodeURIComponent(location.pathname)}`)
    receive(await r.json())
  } catch {
    receive({ lost: true })
  }
}

function receive(m) {
  if (m.lost) {
    lost = true
    return draw()
  }
  lost = false
  if (m.client !== own.src.split("?")[1]) return location.reload()
  const last = seen
  if (last && m.instance === last.instance && m.number < last.number) return
  const again = last && m.instance === last.instance && m.number === last.number
  seen = m
  draw()
  if (m.tag !== undefined) {
    if (m.tag !== tag) refresh()
  } else if (!last || m.instance !== last.instance || (!again && (m.pages === null || m.number !== last.number + 1))) {
    ask()
  } else if (!again) {
    if (m.pages.includes(here()) || ("status" in own.dataset && m.pages.length > 0)) refresh()
    swapAssets(m.assets)
  }
  if (!again) document.documentElement.dispatchEvent(new CustomEvent("preview:shown"))
}

// here is this page's address below the base.
function here() {
  let p = decodeURIComponent(location.pathname)
  if (p.startsWith(base)) p = p.slice(base.length)
  return p === "" || p.endsWith("/") ? p + "index.html" : p
}

// ── Patching ──

let busy = false, more = false

async function refresh() {
  if (busy) { more = true; return }
  busy = true
  try {
    do {
      more = false
      await update()
    } while (more)
  } finally {
    busy = false
  }
}

async function update() {
  const r = await fetch(location.pathname + location.search, { cache: "no-cache", headers: { Accept: "text/html" } })
  if (r.redirected || !(r.headers.get("Content-Type") ?? "").startsWith("text/html")) return location.reload()
  const doc = new DOMParser().parseFromString(await r.text(), "text/html")
  const mine = doc.querySelector(`script[src^="${at}client.js"]`)
  if (!mine || mine.dataset.tag === tag) return
  const scripts = (d) => [...d.querySelectorAll("script[src]")].filter((s) => s !== mine && (d === doc || served.has(s)))
    .map((s) => plain(s.getAttribute("src"))).join("\n")
  if (scripts(doc) !== scripts(document) || doc.querySelector("meta[http-equiv=refresh i]") || document.body.dataset.preview)
    return location.reload() // a script cannot be exchanged
  await exchangeStyles(doc)
  note(observer.takeRecords())
  const changed = patch(doc)
  tag = mine.dataset.tag
  for (const name of ["tag", "status", "draft"]) {
    if (name in mine.dataset) own.dataset[name] = mine.dataset[name]
    else delete own.dataset[name]
  }
  observer.takeRecords()
  sources = null
  explain()
  point(changed)
  document.documentElement.dispatchEvent(new CustomEvent("preview:patched"))
}

// plain is an address as it is on its own, without the mark of an exchange.
function plain(address) {
  return new URL(address, location).href.split("?")[0]
}

// patch makes the page what doc is, and returns the blocks whose words changed.
function patch(doc) {
  const changed = new Set()
  const block = "p, li, h1, h2, h3, h4, h5, h6, blockquote, figure, dt, dd, tr, summary, pre, aside"
  const changes = (node) => {
    const e = node.nodeType === 1 ? node : node.parentElement
    if (e) changed.add(e.closest(block) ?? e)
  }
  const words = (node) => node.nodeType !== 8 && node.textContent.trim() !== ""
  mergeAttributes(document.documentElement, doc.documentElement)
  const hold = anchor()
  mergeHead(doc)
  const shielded = shield()
  Idiomorph.morph(document.body, doc.body, {
    morphStyle: "outerHTML",
    ignoreActiveValue: true,
    callbacks: {
      beforeNodeMorphed(old, now) {
        if (!served.has(old) || (old.nodeType === 3 && touched.get(old)?.has(""))) return false
        if (old.nodeType === 3 && old.data !== now.data && (words(old) || words(now))) changes(old)
      },
      afterNodeAdded(node) {
        learn(node)
        if (words(node)) changes(node)
      },
      beforeNodeRemoved(node) {
        if (!served.has(node)) return false
        if (words(node)) changes(node.parentElement)
      },
      beforeAttributeUpdated: (name, node) => keeps(name, node) ? false : undefined,
    },
  })
  for (const e of shielded) e.removeAttribute("id")
  hold()
  return [...changed].filter((e) => e.isConnected && e !== document.body)
}

// keeps tells whether an attribute is the reader's or a script's.
function keeps(name, node) {
  if (touched.get(node)?.has(name)) return true
  if (name === "checked") return node.checked !== node.defaultChecked
  if (name === "value") return node.value !== node.defaultValue
  return name === "selected" && node.selected !== node.defaultSelected
}

// shield gives what scripts made an id of its own for a moment, so that it is not
// taken for something that the server sent.
function shield() {
  const all = []
  const walk = (e) => {
    for (const child of e.children) {
      if (served.has(child)) walk(child)
      else if (!child.id) {
        child.id = `${at}${all.length}`
        all.push(child)
      }
    }
  }
  walk(document.body)
  return all
}

// anchor remembers what the reader sees at the top, and returns a function that
// puts it back to the same place on the screen.
function anchor() {
  const x = innerWidth / 2
  if (scrollY < 1) return () => {}
  let e = null
  for (let y = 1; y < innerHeight && !e; y += 20) {
    e = document.elementsFromPoint(x, y).find((e) => served.has(e) && e.closest("main, article") && !e.matches("main, article, body, html"))
  }
  if (!e) return () => {}
  const before = e.getBoundingClientRect().top
  const root = document.documentElement
  root.style.overflowAnchor = "none" // the browser's own would add to it
  return () => {
    if (e.isConnected) scrollBy({ top: e.getBoundingClientRect().top - before, behavior: "instant" })
    requestAnimationFrame(() => requestAnimationFrame(() => {
      root.style.overflowAnchor = ""
      if (root.getAttribute("style") === "") root.removeAttribute("style")
      observer.takeRecords()
    }))
  }
}

function mergeAttributes(old, now) {
  for (const a of [...now.attributes]) if (old.getAttribute(a.name) !== a.value && !keeps(a.name, old)) old.setAttribute(a.name, a.value)
  for (const a of [...old.attributes]) if (!now.hasAttribute(a.name) && !keeps(a.name, old)) old.removeAttribute(a.name)
}

function mergeHead(doc) {
  const fixed = (e) => e.matches("script, link[rel~=stylesheet], meta[http-equiv]") || e === own
  const left = [...document.head.children].filter((e) => served.has(e) && !fixed(e))
  for (const e of [...doc.head.children]) {
    if (fixed(e)) continue
    const i = left.findIndex((o) => o.isEqualNode(e))
    if (i >= 0) left.splice(i, 1)
    else {
      const added = document.importNode(e, true)
      document.head.append(added)
      learn(added)
    }
  }
  for (const e of left) e.remove()
}

// exchangeStyles loads new style sheets beside the old ones and changes over at
// once when they are there: no moment without style.
async function exchangeStyles(doc) {
  const links = (d) => [...d.querySelectorAll("link[rel~=stylesheet]")]
  const old = links(document).filter((l) => served.has(l))
  const same = (a, b) => plain(a.getAttribute("href")) === plain(b.getAttribute("href"))
  const fresh = links(doc).filter((l) => !old.some((o) => same(o, l)))
  const gone = old.filter((o) => !links(doc).some((l) => same(o, l)))
  await changeOver(fresh.map((l) => document.importNode(l, true)), gone)
}

async function changeOver(fresh, gone) {
  const after = gone.at(-1) ?? document.head.lastChild
  await Promise.all(fresh.map((l) => new Promise((done) => {
    l.dataset.media = l.media
    l.media = "not all"
    l.onload = l.onerror = done
    setTimeout(done, 3000)
    after.after(l)
    served.add(l)
  })))
  for (const l of fresh) {
    if (l.dataset.media) l.media = l.dataset.media
    else l.removeAttribute("media")
    delete l.dataset.media
  }
  for (const l of gone) l.remove()
}

// swapAssets exchanges files that keep their address: style sheets and pictures.
function swapAssets(assets) {
  const find = (address) => assets[decodeURIComponent(new URL(address, location).pathname).slice(base.length)]
  for (const l of document.querySelectorAll("link[rel~=stylesheet]")) {
    const key = find(l.href)
    if (!key) continue
    const fresh = l.cloneNode()
    fresh.href = l.href.split("?")[0] + "?" + key
    changeOver([fresh], [l])
  }
  for (const i of document.images) {
    const key = i.src && find(i.src)
    if (key) i.src = i.src.split("?")[0] + "?" + key
  }
  for (const s of document.querySelectorAll("script[src]")) if (s !== own && find(s.src)) location.reload()
}

// point shows where the words changed: a short flash, and scrolling there when none
// of it is to be seen and the reader isn't doing something on this page.
function point(changed) {
  const text = changed.filter((e) => e.closest("main, article") || !document.querySelector("main, article"))
  if (text.length === 0) return
  const visible = (e) => {
    const r = e.getBoundingClientRect()
    return r.bottom > 0 && r.top < innerHeight && r.height > 0
  }
  const idle = !document.activeElement || document.activeElement === document.body
  if (idle && !text.some(visible)) text[0].scrollIntoView({ block: "center", behavior: "instant" })
  for (const e of text.slice(0, 20)) {
    e.animate([{ backgroundColor: "rgb(255 200 0 / .45)" }, { backgroundColor: "rgb(255 200 0 / 0)" }], { duration: 1400, easing: "ease-out" })
  }
}

// ── Overlay ──

const overlay = document.createElement("preview-overlay")
const root = overlay.attachShadow({ mode: "open" })
const shown = el("div", { className: "shown" })
let closed = "" // the problems that the author folded away
let absent = null // why there is nothing here

function el(name, props = {}, ...children) {
  const e = Object.assign(document.createElement(name), props)
  e.append(...children.filter((c) => c))
  return e
}

function place(where, link) {
  if (link) return el("a", { href: link, textContent: where, className: "place" })
  return el("button", { type: "button", textContent: where, className: "place", title: "copy", onclick: () => navigator.clipboard?.writeText(where) })
}

function draw() {
  const all = seen?.problems ?? []
  const errors = all.filter((p) => p.severity === "error")
  const signature = JSON.stringify(all)
  const parts = []
  const badges = []
  if (lost) badges.push(el("span", { className: "badge lost", textContent: "The preview is not running; this page may be old" }))
  if ("draft" in own.dataset) badges.push(el("span", { className: "badge", textContent: "Draft: not published" }))
  if (absent && "status" in own.dataset) badges.push(absent)
  const folded = errors.length === 0 ? closed !== "open" : closed === signature
  if (all.length > 0 && folded) {
    badges.push(el("button", { type: "button", className: "badge" + (errors.length ? " error" : ""), onclick: () => { closed = "open"; draw() },
      textContent: errors.length ? `${errors.length} error${errors.length > 1 ? "s" : ""}` : `${all.length} warning${all.length > 1 ? "s" : ""}` }))
  }
  if (all.length > 0 && !folded) parts.push(list(all, errors, signature))
  if (badges.length) parts.push(el("div", { className: "badges" }, ...badges))
  shown.replaceChildren(...parts)
  if (!overlay.isConnected) document.documentElement.append(overlay)
}

function list(all, errors, signature) {
  const rows = all.map((p) => {
    const line = p.line && el("pre", {}, p.line.slice(0, Math.max(0, p.column - 1)), el("mark", { textContent: p.line.slice(Math.max(0, p.column - 1), p.column) || " " }), p.line.slice(p.column))
    return el("li", { className: p.severity }, place(p.where, p.link), el("p", { textContent: `${p.msg} [${p.rule}]` }), line, p.hint && el("p", { className: "hint", textContent: "hint: " + p.hint }))
  })
  const fold = el("button", { type: "button", className: "fold", textContent: "Fold away", onclick: () => { closed = errors.length ? signature : ""; draw() } })
  const head = errors.length ? "The last good pages are shown until this is mended" : "Warnings"
  return el("section", { className: "problems", role: "alert" }, el("h2", { textContent: head }), fold, el("ol", {}, ...rows))
}

// explain says why there is nothing at this address.
async function explain() {
  if (!("status" in own.dataset) || own.dataset.status !== "404") { absent = null; return draw() }
  const a = await (await fetch(`${at}missing?path=${encodeURIComponent(location.pathname)}`)).json()
  const go = (p) => el("a", { href: p, textContent: p })
  const says = []
  if (a.base) says.push(`The site stands at ${a.base}. `)
  if (a.draft) says.push("This address is a draft, left out without --drafts: ", place(a.draft, a.link), " ")
  if (a.moved) says.push("This page was renamed: ", go(a.moved), " ")
  if (a.near?.length) says.push("Did you mean ", ...a.near.flatMap((p, i) => i ? [" or ", go(p)] : [go(p)]), "?")
  if (says.length === 0) says.push("Nothing in the site has this address or one like it.")
  absent = el("span", { className: "badge absent" }, ...says)
  draw()
}

// ── From page to source: Alt held shows where words come from, Alt+click goes ──

let sources = null
const tip = el("div", { className: "tip", hidden: true })

function loadSources() {
  sources ??= fetch(`${at}source?path=${encodeURIComponent(location.pathname)}`).then((r) => r.json())
  return sources
}

async function sourceOf(target) {
  const s = await loadSources()
  const id = target.closest("[id]") && [...ancestors(target)].map((e) => e.id).find((id) => s.blocks.some((b) => b.id === id))
  const mention = target.closest("a[data-entry]")
  if (mention) {
    const same = s.mentions.filter((m) => m.entry === mention.dataset.entry && (m.block === (id ?? "") || m.block === ""))
    const m = same.find((m) => m.text === mention.textContent) ?? same[0]
    if (m) return m
  }
  const block = s.blocks.find((b) => b.id === id)
  return block ?? (s.file ? { where: s.file, link: s.link } : null)
}

function* ancestors(e) {
  for (; e; e = e.parentElement) yield e
}

async function showTip(e) {
  const from = e.target.nodeType === 1 && e.target !== overlay ? await sourceOf(e.target) : null
  tip.hidden = !from
  if (!from) return
  tip.replaceChildren(...[from.why && `${from.entry}, ${from.why}`, from.where && el("code", { textContent: from.where })].filter(Boolean))
  tip.style.left = Math.min(e.clientX + 12, innerWidth - 320) + "px"
  tip.style.top = Math.min(e.clientY + 16, innerHeight - 60) + "px"
}

addEventListener("mousemove", (e) => e.altKey ? showTip(e) : (tip.hidden = true))
addEventListener("keyup", (e) => { if (e.key === "Alt") tip.hidden = true })
addEventListener("click", (e) => {
  if (!e.altKey || e.button !== 0 || e.target === overlay) return
  e.preventDefault()
  e.stopImmediatePropagation()
  sourceOf(e.target).then((from) => {
    if (!from) return
    if (from.link) location.href = from.link
    else navigator.clipboard?.writeText(from.where)
    document.documentElement.dispatchEvent(new CustomEvent("preview:source", { detail: from }))
  })
}, true)

// ── The desk: a button, and a key. The rest is loaded when it is opened. ──

const knob = el("button", { type: "button", className: "knob", textContent: "Desk", title: "Put readings right (key e)", hidden: true, onclick: () => desk() })

async function desk(focus = true) {
  (await import(at + "client/desk/desk.js")).open(focus)
}

async function offerDesk() {
  try {
    if (sessionStorage.getItem("preview-desk-open")) desk(false)
  } catch { /* nothing is kept here */ }
  const r = await fetch(at + "desk/state")
  if (!r.ok || !(await r.json()).on) return
  knob.hidden = Boolean(document.querySelector("preview-desk"))
  document.documentElement.addEventListener("preview:desk", (e) => { knob.hidden = e.detail })
  addEventListener("keydown", (e) => {
    if (e.key !== "e" || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || e.composedPath()[0].closest?.("input, textarea, select, [contenteditable]")) return
    e.preventDefault()
    desk()
  })
}

// ── Start ──

root.append(el("link", { rel: "stylesheet", href: at + "client.css" }), knob, shown, tip)
learn(document)
served.delete(own)
observer.observe(document.documentElement, { subtree: true, attributes: true, characterData: true })
addEventListener("pagehide", leave)
addEventListener("pageshow", (e) => { if (e.persisted) listen() })
draw()
explain()
listen()
offerDesk()
