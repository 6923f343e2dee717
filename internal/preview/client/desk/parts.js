// Small parts that panels are made of: fields of forms, sentences from the texts, and the
// words for numbers.

import { h } from "./tree.js"
import "./choose.js"

// ── Fields. Each is a label with its field; what a form holds is read when it is sent. ──

let made = 0
const ids = new Map()

// idOf is the same for the same field from one drawing to the next.
function idOf(key) {
  if (!ids.has(key)) ids.set(key, `field-${made++}`)
  return ids.get(key)
}

const field = (props, control) => {
  const id = idOf(props.id ?? props.name)
  return h("div", { class: "field", key: id }, h("label", { for: id }, props.label), control(id),
    props.wrong && h("p", { class: "wrong", id: `${id}-wrong` }, props.wrong))
}

const rest = ({ name, value, required, placeholder, oninput, onchange, lang, wrong }, id) =>
  ({ id, name, value: value ?? "", required, placeholder, oninput, onchange, lang, "aria-invalid": wrong ? "true" : null, "aria-describedby": wrong ? `${id}-wrong` : null })

export const text = (props) => field(props, (id) => h("input", { type: "text", autocomplete: "off", ...rest(props, id) }))

export const area = (props) => field(props, (id) => h("textarea", { rows: props.rows ?? 4, class: props.class, ...rest(props, id) }))

export const pick = (props) => field(props, (id) => h("select", rest(props, id), props.of.map(([value, words]) => h("option", { value }, words))))

// suggest is a text with words to choose from.
export const suggest = (props) => field(props, (id) => [
  h("input", { type: "text", autocomplete: "off", list: `${id}-of`, ...rest(props, id) }),
  h("datalist", { id: `${id}-of` }, props.of.map((value) => h("option", { value }))),
])

// lines is a list of texts, one in each line.
export const lines = (props) => area({ ...props, value: (props.value ?? []).join("\n"), rows: Math.max(2, (props.value ?? []).length + 1) })

export const unlined = (words) => words.split("\n").map((w) => w.trim()).filter(Boolean)

export const choose = ({ label, choices, picked, free, placeholder, key }) =>
  h("desk-choose", { own: true, key: key ?? label, label, choices, free, placeholder, picked })

// values are what a form holds.
export const values = (form) => Object.fromEntries([...new FormData(form)].map(([k, v]) => [k, typeof v === "string" ? v.trim() : v]))

// ── Words ──

export const kinds = ["person", "organization", "law", "place", "event"]

// short is the beginning of a long text.
export const short = (text, most = 90) => text.length <= most ? text : text.slice(0, text.lastIndexOf(" ", most)) + " …"

const irregular = { entry: "entries", person: "people" }

export const count = (n, word) => `${n} ${n === 1 ? word : irregular[word] ?? word + "s"}`

// often says how often something stands in how many texts.
export const often = (times, texts) => times === 1 ? "once" : texts > 1 ? `${times} times in ${texts} texts` : `${times} times`

export const after = (list, item) => {
  const at = list.findIndex((x) => x.id === item.id)
  return list[at + 1] ?? list[at - 1]
}

// passage is a sentence of a text with its words lit, which leads to its place.
export function passage({ text, from, to, title, path, block }) {
  const lit = from === undefined ? text : [text.slice(0, from), h("mark", {}, text.slice(from, to)), text.slice(to)]
  return h("figure", { class: "passage" }, h("blockquote", { class: "words" }, lit),
    title && h("figcaption", { class: "soft" }, path ? h("a", { href: block ? `${path}#${block}` : path }, title) : title))
}
