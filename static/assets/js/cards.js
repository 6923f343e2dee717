import { all, each, kept } from "./dom.js";

// cards opens a note where the reader is: a plain click, a tap or Enter on a mention.
// Any other click goes to the entry's page, as on a mention that has no note here.
// Escape closes the card and gives the focus back.
export function cards(main) {
  const template = document.getElementById("card");
  const pins = document.querySelector(".pins");
  if (!template) return;
  let card = null; // the open one
  let from = null; // the mention it belongs to

  main.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented) return;
    const mention = event.target.closest(".mention:not(.off)");
    const note = mention && main.querySelector(`.note[data-entry="${CSS.escape(mention.dataset.entry)}"]`);
    if (!note) return;
    event.preventDefault();
    if (from === mention) return close(true);
    open(mention, note);
  });
  document.addEventListener("click", (event) => {
    if (card && !card.contains(event.target) && !event.target.closest(".mention, .pins, .act")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (card) close(true);
    else if (pins.lastElementChild) pins.lastElementChild.remove();
  });
  addEventListener("pageshow", (event) => { if (event.persisted) close(); });
  addEventListener("resize", () => { if (card) place(); });

  function open(mention, note) {
    close();
    kept.set("hint", "opened");
    from = mention;
    card = template.content.firstElementChild.cloneNode(true);
    fill(card, mention, note);
    document.body.append(card);
    mention.setAttribute("aria-expanded", "true");
    place();
    card.focus({ preventScroll: true });
  }

  // fill takes everything from the page: the note, and the phrases that are marked.
  function fill(card, mention, note) {
    const head = note.querySelector(".note-head a"), kind = note.querySelector(".note-kind"), text = note.querySelector(".note-text");
    const look = [...note.classList].find((c) => /^f\d$/.test(c));
    const here = all(`.mention[data-entry="${CSS.escape(mention.dataset.entry)}"]`, main).filter((m) => !m.closest(".hint"));
    card.classList.add(look);
    card.setAttribute("aria-label", head.textContent);
    card.querySelector("h2").textContent = head.textContent;
    card.querySelector(".card-kind").textContent = kind ? kind.textContent : "";
    card.querySelector(".card-status").textContent = standing(head.getAttribute("href"));
    const seen = matchMedia("(min-width: 64rem)").matches && text && text.getClientRects().length; // it need not be told again
    card.querySelector(".card-note").textContent = text && !seen ? text.textContent : "";
    card.querySelector("ol").append(...others(here, mention));
    card.querySelector(".card-count b").textContent = here.length;
    card.querySelector(".more").href = head.href;
    const onward = card.querySelector(".onward");
    onward.hidden = here.length < 2;
    onward.addEventListener("click", () => {
      const next = here[(here.indexOf(mention) + 1) % here.length];
      next.scrollIntoView({ block: "center" });
      if (card.closest(".pins")) next.focus({ preventScroll: true });
      else open(next, note);
    });
    card.querySelector(".close").addEventListener("click", () => (card.closest(".pins") ? card.remove() : close(true)));
    card.querySelector(".pin").addEventListener("click", pin);
    card.addEventListener("keydown", (event) => leave(event, card));
  }

  // standing is how a rule stood on the article's day, as its box tells it.
  function standing(href) {
    const rule = main.querySelector(`.rules a[href="${CSS.escape(href)}"]`), box = rule && rule.closest(".rule");
    if (!box) return "";
    const day = main.querySelector(".rules .day"), words = (selector) => (box.querySelector(selector) || { textContent: "" }).textContent.trim();
    return `${day.textContent}: ${words(".status")} ${words(".dates")}`;
  }

  // others lead to where the text spoke of the same before, the last first, or does later.
  function others(here, mention) {
    const at = here.indexOf(mention), near = [...here.slice(0, at).reverse(), ...here.slice(at + 1)].filter((m) => m.id).slice(0, 3);
    return near.map((m) => {
      const li = document.createElement("li"), a = document.createElement("a"), range = document.createRange();
      const block = m.closest("p, li, td, h1, h2, h3") || m.parentElement;
      range.setStart(block, 0);
      range.setEndBefore(m);
      const before = range.toString(), after = block.textContent.slice(before.length + m.textContent.length);
      a.href = `#${m.id}`;
      const words = (text) => text.replace(/([.”)])\d+(?=\s|$)/g, "$1"); // without the numbers of notes
      a.textContent = `… ${words(before).slice(-40).replace(/^\S*\s/, "")}${m.textContent}${words(after).slice(0, 40).replace(/\s\S*$/, "")} …`;
      a.addEventListener("click", () => close());
      li.append(a);
      return li;
    });
  }

  // pin puts the open card where it stays while one reads on.
  function pin(event) {
    const button = event.currentTarget, pinned = button.closest(".card");
    if (pinned.closest(".pins")) {
      pinned.remove();
      return;
    }
    const back = from;
    button.setAttribute("aria-pressed", "true");
    pinned.style.left = pinned.style.top = "";
    close();
    pins.append(pinned);
    if (back) back.focus({ preventScroll: true });
  }

  // leave brings the Tab key from the card's ends back to the mention.
  function leave(event, card) {
    if (event.key !== "Tab" || card.closest(".pins")) return;
    const stops = all("a[href], button:not([hidden])", card);
    const end = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement === end || (event.shiftKey && document.activeElement === card)) {
      event.preventDefault();
      close(true);
    }
  }

  function close(back) {
    if (!card) return;
    card.remove();
    from.removeAttribute("aria-expanded");
    if (back) from.focus({ preventScroll: true });
    card = from = null;
  }

  // place puts the card under its mention, or over it where there is no room below.
  // Style sheets make it a sheet at the foot of narrow screens.
  function place() {
    if (matchMedia("(max-width: 40rem)").matches) {
      card.style.left = card.style.top = "";
      const hidden = from.getBoundingClientRect().bottom - (innerHeight - card.offsetHeight - 16);
      if (hidden > 0) scrollBy({ top: hidden });
      return;
    }
    const at = from.getClientRects()[0];
    const edge = document.documentElement.dir === "rtl" ? at.right - card.offsetWidth : at.left;
    const left = Math.min(edge, document.documentElement.clientWidth - card.offsetWidth - 16);
    const below = at.bottom + 8 + card.offsetHeight <= innerHeight || at.top < card.offsetHeight + 8;
    card.style.left = `${Math.max(8, left) + scrollX}px`;
    card.style.top = `${(below ? at.bottom + 8 : at.top - card.offsetHeight - 8) + scrollY}px`;
  }
}

// hint keeps where this reader was shown what a mark does: no other article shows it again,
// and none at all once a mark was opened (first.js).
export function hint(main) {
  const shown = main.querySelector(".hint");
  const sight = new IntersectionObserver(([seen]) => {
    if (seen.isIntersecting && !kept.get("hint")) kept.set("hint", location.pathname);
  });
  if (shown) addEventListener("load", () => setTimeout(() => sight.observe(shown), 999)); // a glance is too short
}

// says makes dates and figures that carry an explanation tell it to those who tap or
// use keys: a title alone is for the pointer.
export function says(main) {
  each(".prose .date[title]", (e) => {
    e.tabIndex = 0;
    e.setAttribute("role", "button");
    const words = e.title;
    e.removeAttribute("title");
    e.dataset.says = words;
    e.setAttribute("aria-label", `${e.textContent}: ${words}`);
    const flip = () => e.classList.toggle("open");
    e.addEventListener("click", flip);
    e.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        flip();
      }
      if (event.key === "Escape") e.classList.remove("open");
    });
    e.addEventListener("blur", () => e.classList.remove("open"));
  }, main);
}
