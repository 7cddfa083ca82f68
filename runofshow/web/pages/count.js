// The one number everybody looks for. The console says from which moment it counts and which way; here time is subtracted.

import { countDown, countUp } from "./formats.js";
import { say, words } from "./words.js";

const SHAPES = { soft: "●", calm: "●", soon: "▲", over: "■", held: "❚❚" };
const WRITTEN = { down: countDown, up: countUp, over: (ms) => `+${countUp(ms)}` };

/** What `told`, a value of the picture, says at `now`: what it has for a later moment is its `then`. */
export function on(told, now) {
  let said = told;
  while (said.then != null && Date.parse(said.then.since) <= now) said = said.then;
  return said;
}

/**
 * The count at `now`: `text`, `name` of what it is, `label` in words, `tone` (soft, calm, soon, over, held) and `frame`,
 * the widest text it takes, so that no digit moves while it runs. Null when there is nothing to count.
 */
export function count(picture, now) {
  if (picture.count == null) return null;
  const said = on(picture.count, now);
  const at = Date.parse(said.at);
  const until = said.stopped_at == null ? now : Date.parse(said.stopped_at);
  const length = said.way === "down" ? at - until : until - at;
  const whole = said.whole_s * 1000;
  const text = WRITTEN[said.way](length);
  const label = say(words.count[said.label], { by: WRITTEN.over(length - whole) });
  return { text, name: said.label, label, tone: said.tone, frame: frameOf(text, said.way === "over" ? length : Math.max(length, whole)) };
}

/** What it says to who speaks, a shape before it. */
export function toSpeaker({ name, label, tone }) {
  const said = { "remaining soon": words.one_minute, "over over": words.time_is_up }[`${name} ${tone}`];
  return `${SHAPES[tone]} ${said ?? label}`;
}

/** Whether the anthem sounds on this deck. */
export const isAnthem = (deck) => deck.state === "sounding" && deck.mark?.startsWith("anthem");

function frameOf(text, longest) {
  const plain = longest >= 3600000 ? "0:00:00" : longest >= 600000 ? "00:00" : "0:00";
  const frame = text.startsWith("+") ? `+${plain}` : plain;
  return frame.length > text.length ? frame : text.replace(/\d/g, "0");
}
