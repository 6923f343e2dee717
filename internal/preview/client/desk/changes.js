// Changes: every write of the desk as a small diff, the newest first, with the way back;
// and Publish, which makes the site as the command build does.

import { h } from "./tree.js"
import { button, place } from "./desk.js"
import * as parts from "./parts.js"

let report = null // of the last publish

export const changes = {
  name: "changes", tab: "Changes", title: "Changes",

  load: (desk) => desk.ask("changes"),

  view(desk, { changes }) {
    return [
      h("section", { class: "box", "aria-label": "Publish" },
        h("p", {}, "Publish makes the whole site, strictly: where anything is wrong, nothing is published."),
        h("div", { class: "acts" }, button("Publish", () => publish(desk), { class: "main" })),
        desk.told("publish"), report && told(report)),
      changes.length === 0 ? h("p", { class: "lead" }, "Nothing was changed at the desk since the preview began.")
        : h("ol", { class: "items" }, changes.map((c) => item(desk, c))),
    ]
  },
}

async function publish(desk) {
  report = null
  const done = await desk.act("publish", {}, "publish")
  report = done?.report ?? null
  desk.draw()
}

function told(r) {
  return h("div", { class: "report", role: "status", key: "report" },
    h("p", {}, r.published ? `Published to ${r.out}: ${parts.count(r.written + r.kept, "file")}, ${r.written} new or changed, ${r.removed} taken away.` : "Nothing was published. This is to be mended first:"),
    (r.problems ?? []).map((p) => h("p", { class: p.severity }, p.msg, " ", place(p.where, p.link))))
}

function item(desk, c) {
  return h("li", { key: c.id, class: c.undone ? "undone" : null },
    h("div", { class: "row" }, h("p", {}, c.says), h("span", { class: "soft" }, c.at)),
    c.diff && h("pre", { class: "diff", tabindex: "0", "aria-label": `Lines of ${c.file}` }, c.diff.split("\n").filter(Boolean).map(line)),
    h("div", { class: "acts" }, c.undone ? h("span", { class: "soft" }, "Undone") : c.can ? button("Undo", () => desk.act("undo", { change: c.id }, c.id)) : h("span", { class: "soft" }, "The file was changed since."),
      h("span", { class: "place" }, c.file)),
    desk.told(c.id))
}

const line = (l) => h(/^(---|\+\+\+) /.test(l) ? "span" : { "+": "ins", "-": "del" }[l[0]] ?? "span", {}, l + "\n")
