// Collects whatever goes wrong in a page, from before its own scripts run.
window.wrong = []
addEventListener("error", (e) => wrong.push(e.message ?? `not loaded: ${e.target.src ?? e.target.href}`), true)
addEventListener("unhandledrejection", (e) => wrong.push(`rejected: ${e.reason}`))
addEventListener("securitypolicyviolation", (e) => wrong.push(`${e.violatedDirective} refuses ${e.blockedURI}`))
for (const level of ["error", "warn"]) {
  const log = console[level]
  console[level] = (...said) => { wrong.push(said.join(" ")); log.apply(console, said) }
}
// What is copied can be seen.
if (navigator.clipboard) navigator.clipboard.writeText = (text) => {
  document.documentElement.dataset.copied = text
  return Promise.resolve()
}
