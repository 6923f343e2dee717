import { all, each } from "./dom.js";

// moving lets a reader move the day: by the slider in the drawing (pointer or keys), the
// field, a link to a meeting, or ?on=2022-12-19 in the address. The list of what was in
// force has every rule on every day; those of other days are hidden.
//
// The section tells in data-first and data-last which days are drawn, in data-day which is
// shown at first, in data-order and data-months how a day is written, in data-count
// what is counted, and in data-stop what ends a sentence.
export function moving(section) {
  const { first, last, order, months, count, stop } = section.dataset;
  const from = number(first), to = number(last);
  const names = months.split("|");
  const rules = all("[data-first]", section), groups = all(".stood-group", section);
  const drawn = all(".lying-row, .strip", section);
  const lines = all(".day-line", section);
  const meetings = all("[data-date]", section);
  const field = section.querySelector("input[type=date]");
  const events = all(".year li").map((li) => ({ day: li.querySelector("time").dateTime, li }));
  let day = from;

  const written = (iso) => {
    const [y, m, d] = iso.split("-");
    return order.replace(/January|2006|2/g, (part) => ({ January: names[m - 1], 2006: y })[part] ?? String(Number(d)));
  };

  const show = (n) => {
    day = Math.round(Math.min(Math.max(n, from), to));
    const iso = written8601(day), text = written(iso);
    const on = new Set();
    for (const rule of rules) {
      rule.hidden = iso < rule.dataset.first || (rule.dataset.last && rule.dataset.last < iso);
      if (!rule.hidden && !rule.closest("details")) on.add(rule.dataset.rule);
    }
    let inForce = 0;
    groups.forEach((group, i) => {
      const n = all("[data-first]", group).filter((r) => !r.hidden).length;
      group.hidden = !n;
      group.querySelector(".n").textContent = n;
      if (!i) inForce = n;
    });
    for (const row of drawn) row.classList.toggle("on", on.has(row.dataset.rule));
    for (const a of meetings) {
      if (a.dataset.date === iso) a.setAttribute("aria-current", "true");
      else a.removeAttribute("aria-current");
    }
    const counted = count + inForce;
    const time = section.querySelector(".day-shown time");
    time.dateTime = iso;
    time.textContent = text;
    section.querySelector("[data-counted]").textContent = counted;
    field.value = iso;
    for (const line of lines) {
      const start = Number(line.dataset.start ?? 0), end = Number(line.dataset.end ?? 100);
      const at = start + ((end - start) * (day + .5 - from)) / (to + 1 - from) + "%";
      line.style[line.dataset.axis === "x" ? "insetInlineStart" : "top"] = at;
      line.setAttribute("aria-valuenow", day);
      line.setAttribute("aria-valuetext", text + stop + counted);
    }
    tell(events.findLast?.((e) => e.day <= iso)?.li);
  };

  // tell writes an event of the list over the drawing.
  const word = section.querySelector(".word");
  const tell = (li) => {
    word.hidden = false;
    word.replaceChildren();
    if (!li) return;
    const link = document.createElement("a");
    link.href = "#" + li.id;
    link.tabIndex = -1;
    link.textContent = li.querySelector("h3").textContent;
    word.append(li.querySelector("time").cloneNode(true), " ", link);
  };

  // keep writes the day into the address.
  const keep = () => {
    try {
      history.replaceState(history.state, "", "?on=" + written8601(day) + location.hash);
    } catch {
      // a page from disk may keep its address
    }
  };
  const move = (n) => {
    show(n);
    keep();
  };

  for (const line of lines) slide(line, { from, to, now: () => day, show, keep, move });
  each(".lying-head a, .standing a", (a) => {
    a.addEventListener("pointerenter", () => tell(document.getElementById(a.hash.slice(1))));
    a.addEventListener("pointerleave", () => show(day));
  }, section);
  for (const a of meetings) {
    a.addEventListener("click", (e) => {
      if (e.metaKey || e.ctrlKey || e.shiftKey) return;
      e.preventDefault();
      move(number(a.dataset.date));
    });
  }
  field.closest("label").hidden = false;
  field.addEventListener("change", () => field.value && move(number(field.value)));
  const only = section.querySelector(".only-on input");
  const narrowed = () => section.classList.toggle("only", only.checked);
  only.addEventListener("change", narrowed);
  narrowed();

  const asked = new URLSearchParams(location.search).get("on");
  section.classList.add("moves");
  show(number(/^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : section.dataset.day) || from);
}

const DAY = 864e5;
const number = (iso) => Date.parse(iso) / DAY;
const written8601 = (n) => new Date(n * DAY).toISOString().slice(0, 10);

// slide makes a line in a drawing a slider: one tab stop, arrows a day, Page a month.
function slide(line, { from, to, now, show, keep, move }) {
  const lies = line.dataset.axis === "x";
  const field = line.closest(".lying, .standing");
  for (const [name, value] of Object.entries({
    role: "slider", tabindex: 0, "aria-valuemin": from, "aria-valuemax": to,
    "aria-orientation": lies ? "horizontal" : "vertical", "aria-labelledby": "day-label",
  })) line.setAttribute(name, value);
  line.hidden = false;
  line.addEventListener("keydown", (e) => {
    const step = {
      ArrowRight: 1, ArrowLeft: -1, ArrowUp: lies ? 1 : -1, ArrowDown: lies ? -1 : 1,
      PageUp: 30, PageDown: -30, Home: from - now(), End: to - now(),
    }[e.key];
    if (step === undefined || e.altKey || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    move(now() + step * (e.shiftKey ? 10 : 1));
  });
  const at = (e) => {
    const room = line.parentElement.getBoundingClientRect();
    const share = lies ? (e.clientX - room.left) / room.width : (e.clientY - room.top) / room.height;
    const start = Number(line.dataset.start ?? 0) / 100, end = Number(line.dataset.end ?? 100) / 100;
    return { share, day: from + ((share - start) / (end - start)) * (to + 1 - from) - .5 };
  };
  const drag = (e) => show(at(e).day);
  field.addEventListener("pointerdown", (e) => {
    if (e.button || e.target.closest("a") || at(e).share < 0 || at(e).share > 1) return;
    const knob = line.contains(e.target);
    if (!knob && e.pointerType === "touch") return; // it may be the beginning of a scroll
    e.preventDefault();
    line.focus({ preventScroll: true });
    field.setPointerCapture(e.pointerId);
    if (!knob) drag(e);
    field.addEventListener("pointermove", drag);
    const end = () => {
      field.removeEventListener("pointermove", drag);
      keep();
    };
    field.addEventListener("pointerup", end, { once: true });
    field.addEventListener("pointercancel", end, { once: true });
  });
  field.addEventListener("click", (e) => { // a tap
    if (e.pointerType === "touch" && !e.target.closest("a") && !line.contains(e.target)) move(at(e).day);
  });
}
