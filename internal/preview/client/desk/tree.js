// What a panel shows is described anew after every change; what stands there is made
// into it, so that what is equal stays: the focus, the place, and what is being typed.

// h describes an element. Its properties are attributes; functions (onclick) and whole
// objects are set on the element itself. key tells one of a list from its neighbours.
// A value or a tick is set only where the description changed: what the editor typed
// since stays.
export function h(name, props, ...children) {
  return { name, props: props ?? {}, children: listed(children) }
}

const listed = (children) => children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false && c !== "")

const described = new WeakMap()
const ours = new Set(["key", "own"]) // own: the element makes its children itself
const onElement = new Set(["value", "checked"])

// draw makes the children of an element what is described.
export function draw(parent, ...children) {
  const now = listed(children)
  const keyed = new Map([...parent.childNodes].map((n) => [described.get(n)?.key, n]))
  keyed.delete(undefined)
  const wanted = new Set(now.map((c) => c.props?.key))
  for (const [key, node] of keyed) if (!wanted.has(key)) node.remove() // so that none behind it moves
  let at = parent.firstChild
  for (const child of now) {
    const node = fits(child, keyed, at) ?? made(child)
    fill(node, child)
    if (node === at) at = at.nextSibling
    else parent.insertBefore(node, at)
  }
  while (at) {
    const next = at.nextSibling
    at.remove()
    at = next
  }
}

// fits is what stands here already and can become the child.
function fits(child, keyed, at) {
  if (child.name === undefined) return at?.nodeType === 3 ? at : null
  const key = child.props.key
  if (key !== undefined) {
    const node = keyed.get(key)
    return node?.localName === child.name ? node : null
  }
  return at?.localName === child.name && described.get(at)?.key === undefined ? at : null
}

function made(child) {
  return child.name === undefined ? document.createTextNode(child) : document.createElement(child.name)
}

function fill(node, child) {
  if (child.name === undefined) {
    if (node.data !== String(child)) node.data = child
    return
  }
  const before = described.get(node) ?? {}
  for (const name of Object.keys({ ...before, ...child.props })) {
    if (!ours.has(name) && before[name] !== child.props[name]) set(node, name, child.props[name])
  }
  described.set(node, child.props)
  if (!child.props.own) draw(node, ...child.children)
  if (node.localName === "select" && before.value !== child.props.value) node.value = child.props.value ?? ""
}

function set(node, name, value) {
  if (onElement.has(name) || typeof value === "function" || (typeof value === "object" && value !== null)) node[name] = value ?? ""
  else if (name.startsWith("on")) node[name] = null
  else if (value === undefined || value === null || value === false) node.removeAttribute(name)
  else node.setAttribute(name, value === true ? "" : value)
}
