// The timecode that comes in, in the words of the console's band: quiet while it is there, aloud when it is lost.

import { el, mark, put } from "./dom.js";
import { say, words } from "./words.js";

/** A quiet line of its own, gone where nobody listens to a code; `paint(told, show)` says how it moves. */
export function timecodeLine() {
  const node = el("p", { class: "timecode-line", hidden: true });
  function paint(told, show) {
    put(node, told == null ? "" : inWords(told, show));
    mark(node, "hidden", told == null ? "" : null);
    mark(node, "data-lost", told?.movement === "lost" ? "yes" : null);
  }
  return { node, paint };
}

/** `▶ mã giờ 01:00:10 · 25 hình/giây`; of one that is lost since when, of one that never came that, and why. */
function inWords({ movement, since, code, rate, detail }, show) {
  if (movement === "lost") {
    const told = code == null ? words.timecode.never : say(words.timecode.lost, { at: show.at(since) });
    return detail ? `${told} · ${detail}` : told;
  }
  const heard = code == null ? words.timecode.none_yet : say(words.timecode[movement], { code });
  return rate == null ? heard : `${heard} · ${say(words.timecode.rate, { rate })}`;
}
