// What scripts add to pages that can be read without: cards, the marks switch, notes
// that light up with their phrase, and the look-up as one types.

import { each } from "./js/dom.js";
import { acts } from "./js/acts.js";
import { arrive } from "./js/arrive.js";
import { marks } from "./js/marks.js";
import { notes } from "./js/notes.js";
import { cards, hint, says } from "./js/cards.js";
import { lookup } from "./js/lookup.js";
import { folds, tags } from "./js/folds.js";
import "./js/languages.js";

document.documentElement.classList.add("scripted");
each("main", (main) => {
  arrive(main);
  notes(main);
  cards(main);
  hint(main);
  says(main);
  marks(main);
  tags(main);
  acts(main);
});
folds();
lookup();
