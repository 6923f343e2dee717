// A box in which one of many is chosen by typing: a combobox with a list, as the ARIA
// Authoring Practices 1.2 describe it. The focus stays in the box; the list is walked by
// arrows, taken by Enter or a click, and closed by Escape.

import { draw, h } from "./tree.js"

let count = 0

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

// found are the choices that fit what was typed: those that begin so, then those with a
// word that does, then those that hold it.
export function found(choices, typed, most = 40) {
  const q = plain(typed.trim())
  if (!q) return choices.slice(0, most)
  const places = [[], [], []]
  for (const c of choices) {
    const names = [c.name, c.id, ...(c.aliases ?? [])].filter(Boolean).map(plain)
    if (names.some((n) => n.startsWith(q))) places[0].push(c)
    else if (names.some((n) => n.includes(" " + q) || n.includes("-" + q))) places[1].push(c)
    else if (names.some((n) => n.includes(q))) places[2].push(c)
  }
  return places.flat().slice(0, most)
}

// Choose is <desk-choose label="…" choices={[{id, name, note, aliases}]}>. It calls picked
// with the choice, or with {id: "", name} for words that are none of them where free says
// what those would be ("Somebody without an entry").
class Choose extends HTMLElement {
  choices = []
  picked = () => {}
  #open = false
  #at = -1
  #typed = ""
  #id = `choose-${count++}`

  connectedCallback() {
    this.#show()
    this.addEventListener("focusout", (e) => { if (!this.contains(e.relatedTarget)) this.#close() })
  }

  focus() { this.querySelector("input")?.focus() }

  #options() {
    const all = found(this.choices, this.#typed)
    const typed = this.#typed.trim(), free = this.getAttribute("free")
    if (free && typed && !all.some((c) => c.name === typed)) all.push({ id: "", name: typed, note: free })
    return all
  }

  #show() {
    const options = this.#open ? this.#options() : []
    const list = `${this.#id}-list`
    draw(this,
      h("label", { for: this.#id }, this.getAttribute("label") ?? ""),
      h("input", {
        id: this.#id, type: "text", role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false", value: this.#typed,
        placeholder: this.getAttribute("placeholder"), "aria-autocomplete": "list", "aria-expanded": String(this.#open && options.length > 0),
        "aria-controls": list, "aria-activedescendant": this.#at >= 0 ? `${list}-${this.#at}` : null,
        oninput: (e) => { this.#typed = e.target.value; this.#open = true; this.#at = this.#typed.trim() ? 0 : -1; this.#show() },
        onclick: () => { this.#open = true; this.#show() },
        onkeydown: (e) => this.#key(e),
      }),
      h("ul", { id: list, role: "listbox", "aria-label": this.getAttribute("label"), hidden: !this.#open || options.length === 0, onmousedown: (e) => e.preventDefault() },
        options.map((c, i) => h("li", { id: `${list}-${i}`, role: "option", "aria-selected": String(i === this.#at), onclick: () => this.#pick(c) },
          h("span", { class: "choice" }, c.name), c.note && h("span", { class: "choice-note" }, c.note)))),
      h("p", { class: "none", role: "status" }, this.#open && this.#typed.trim() && options.length === 0 ? "No such entry" : ""))
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" })
  }

  #key(e) {
    if (e.isComposing) return
    const last = this.#options().length - 1
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key]
    if (step) {
      e.preventDefault()
      if (!this.#open) this.#at = step > 0 ? 0 : last
      else this.#at = this.#at + step > last ? 0 : this.#at + step < 0 ? last : this.#at + step
      this.#open = true
    } else if (e.key === "Enter" && this.#open && this.#at >= 0) {
      e.preventDefault()
      return this.#pick(this.#options()[this.#at])
    } else if (e.key === "Escape" && this.#open) {
      e.preventDefault()
      e.stopPropagation()
      return this.#close()
    } else return
    this.#show()
  }

  #pick(choice) {
    this.#typed = choice.name
    this.#close()
    this.picked(choice)
  }

  #close() {
    this.#open = false
    this.#at = -1
    if (this.isConnected) this.#show()
  }
}

if (!customElements.get("desk-choose")) customElements.define("desk-choose", Choose)
