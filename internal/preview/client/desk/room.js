// The page beside the desk: it gives room and lays itself out as in a window that is as
// much narrower. Its style sheets ask for the width of the window, so their questions are
// put anew as long as the desk is open.

const asked = new Map() // rule of a style sheet to what it asked
const wide = matchMedia("(min-width: 900px)")

// widthOf is what the desk takes of a wide window, in CSS pixels: see desk.css.
const widthOf = () => Math.min(Math.max(innerWidth * 0.34, 410), 490)

// make gives the desk its room, or takes it back. What is read stays where it is.
export function make(open) {
  const root = document.documentElement
  const hold = scrollY > 0 ? document.elementFromPoint(innerWidth / 4, 80) : null
  const before = hold?.getBoundingClientRect().top
  const width = open && wide.matches ? widthOf() : 0
  const foot = open && !wide.matches ? "62vh" : ""
  for (const [rule, was] of asked) rule.media.mediaText = was
  asked.clear()
  if (width) for (const sheet of document.styleSheets) narrow(rulesOf(sheet), width)
  for (const [name, value] of [["margin-right", width && `${width}px`], ["margin-bottom", foot], ["scroll-padding-bottom", foot], ["--preview-desk", width && `${width}px`]]) {
    if (value) root.style.setProperty(name, value, "important")
    else root.style.removeProperty(name)
  }
  if (hold) scrollBy({ top: hold.getBoundingClientRect().top - before, behavior: "instant" })
}

function rulesOf(sheet) {
  try {
    return sheet.cssRules
  } catch {
    return [] // of another site
  }
}

function narrow(rules, width) {
  for (const rule of rules ?? []) {
    if (rule.media?.mediaText) {
      asked.set(rule, rule.media.mediaText)
      rule.media.mediaText = rule.media.mediaText.replace(/\b((?:min|max)-width\s*:\s*)([\d.]+(?:px|r?em))/g, `$1calc($2 + ${width}px)`)
    }
    narrow(rule.styleSheet ? rulesOf(rule.styleSheet) : rule.cssRules, width)
  }
}

// keep makes room again when the window or the page's style changed.
export function keep(isOpen) {
  const again = () => isOpen() && make(true)
  addEventListener("resize", again)
  new MutationObserver(again).observe(document.head, { childList: true })
}
