// What outlives a page: whether the desk is open, in which panel, and what was typed and
// not sent. It is this tab's alone.

const name = (key) => `preview-desk-${key}`

export function get(key) {
  try {
    return sessionStorage.getItem(name(key))
  } catch {
    return null // a reader who keeps nothing
  }
}

export function set(key, value) {
  try {
    if (value) sessionStorage.setItem(name(key), value)
    else sessionStorage.removeItem(name(key))
  } catch {
    // it holds for this page
  }
}
