// The show's other console, watched while this browser follows the one: when it calls, all go there in place, without
// a reload, so that the whole screen, the lamp that stays on and half a message stay as they are.

import { turnTo, watchOf } from "./reaching.js";

const SILENCE = 3000; // ms without a beat after which a watch is opened anew, at the next of its addresses
const LOOK = 500;

/** Watch as one of `roles()`; `turned(url, term)` hears that the other console calls. `look()` soon, `close()`. */
export function watch(roles, turned) {
  let source = null;
  let watched = "";
  let heardAt = 0;
  let place = 0;
  const timer = setInterval(look, LOOK);

  function look() {
    const isSilent = performance.now() - heardAt > SILENCE;
    if (source !== null && isSilent) place += 1;
    const found = watchOf(roles(), place);
    if (found === null || (found.address === watched && !isSilent)) return;
    source?.close();
    [watched, heardAt] = [found.address, performance.now()];
    source = new EventSource(found.address);
    source.addEventListener("beat", () => (heardAt = performance.now()));
    source.addEventListener("caller", (event) => {
      const { term } = JSON.parse(event.data);
      if (turnTo(found.url, term)) turned(found.url, term);
    });
  }

  return {
    look,
    close() {
      clearInterval(timer);
      source?.close();
      source = null;
    },
  };
}
