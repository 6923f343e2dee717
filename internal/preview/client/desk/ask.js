// The desk's words with the server: what it asks, and the acts that it posts. An act's
// answer comes after the pages that show it are served.

const at = "/.preview/desk/"

let token = ""

// Refused is an act that was not done: what is to be told where it was tried.
export class Refused extends Error {
  constructor(problem) {
    super(problem.msg)
    this.problem = problem
  }
}

export async function ask(name, params = {}) {
  const query = new URLSearchParams(Object.entries(params).filter(([, v]) => v !== undefined && v !== ""))
  return answer(await fetch(`${at}${name}?${query}`, { headers: { Accept: "application/json" } }))
}

export async function act(name, body) {
  try {
    return await answer(await post(name, body))
  } catch (e) {
    if (!(e instanceof Refused) || e.status !== 403) throw e
    await state() // the preview was started anew: its token is another
    return answer(await post(name, body))
  }
}

const post = (name, body) => fetch(at + name, {
  method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", "X-Desk-Token": token },
})

async function answer(response) {
  let data
  try {
    data = await response.json()
  } catch {
    throw new Refused({ msg: `the preview answers ${response.status}` })
  }
  if (response.ok && data.ok !== false) return data
  const refused = new Refused(data.problem ?? { msg: data.error ?? `the preview answers ${response.status}` })
  refused.status = response.status
  throw refused
}

// state is what the desk knows of the site, and the run's token.
export async function state() {
  const s = await ask("state", { path: location.pathname })
  token = s.token ?? ""
  return s
}
