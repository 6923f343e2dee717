// What scripts add to the timeline: the day moves through the drawing, the list tells of
// that day, and the filter leaves out what a reader does not ask for.

import { each } from "./js/dom.js";
import { filters } from "./js/filters.js";
import { moving } from "./js/day.js";

each("main", filters);
each(".moving", moving);
