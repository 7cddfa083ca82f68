// The one number everybody looks for, reckoned from what the server said and from its clock.

import { countDown, countUp } from "./formats.js";
import { say, words } from "./words.js";

const SOON = 60000; // the last minute asks for a hand
const ANTHEMS = ["anthem_without_words", "anthem_with_words"];

/** Milliseconds the running item has run, its holds left out; while held it stands still. */
export function elapsed(picture, now) {
  const { current, phase } = picture;
  if (phase === "held") return current.elapsed_s * 1000;
  return Math.max(0, now - Date.parse(current.started_at) - (current.held_s ?? 0) * 1000);
}

/** Milliseconds to its end, negative past it. These three always tell the same length, whenever they were sent. */
export function left(picture, now) {
  const { elapsed_s, remaining_s, overrun_s } = picture.current;
  return (elapsed_s + remaining_s - overrun_s) * 1000 - elapsed(picture, now);
}

/**
 * The count of this moment: `text`, `label`, `tone` (calm, soon, over, held) and `frame`, the widest text
 * it takes, so that no digit moves while it runs. Null when there is nothing to count.
 */
export function count(picture, now) {
  if (picture.phase === "ended") return null;
  const current = picture.current;
  if (current == null) return picture.floating ? null : toStart(picture, now);
  const sung = anthem(picture, now);
  if (sung !== null) return sung;
  const counted = running(picture, now);
  if (picture.phase === "held") return { ...counted, label: words.held, tone: "held" };
  // a rite that takes longer is nobody's fault: the words say it, and nothing turns red or bright
  return current.protected ? { ...counted, tone: "calm" } : counted;
}

/** Whether the anthem sounds on this deck. */
export const isAnthem = (deck) => deck.state === "sounding" && ANTHEMS.includes(deck.mark);

// What is left of the anthem while it sounds: until then nobody sits down, and nothing may be called.
function anthem(picture, now) {
  const deck = picture.sound?.decks.find((one) => isAnthem(one) && one.ends_at != null);
  if (deck === undefined) return null;
  const ms = Math.max(0, Date.parse(deck.ends_at) - now);
  return made(countDown(ms), words.count.anthem_left, "calm", ms);
}

function toStart(picture, now) {
  const ms = Date.parse(picture.session.start) - now;
  if (ms <= 0) return made(`+${countUp(-ms)}`, words.past_start, "soon", -ms);
  return made(countDown(ms), picture.phase === "before" ? words.starts_in : words.session_in, "calm", ms);
}

function running(picture, now) {
  const { current } = picture;
  const passed = elapsed(picture, now);
  const rest = left(picture, now);
  const longest = Math.max(passed, passed + rest);
  const isOver = rest < 0;
  const over = `+${countUp(-rest)}`;
  switch (current.clock) {
    case "up_soft":
      return made(countUp(passed), words.passed, "calm", longest);
    case "up":
      return made(countUp(passed), isOver ? say(words.over_by, { count: over }) : words.passed, isOver ? "over" : "calm", longest);
    case "until_resumed":
      if (isOver) return made(over, words.past_break, "soon", longest);
      return made(countDown(rest), words.back_in, "calm", longest);
    default:
      if (isOver) return made(over, words.over, "over", -rest);
      return made(countDown(rest), words.left, rest <= SOON && !current.protected ? "soon" : "calm", longest);
  }
}

function made(text, label, tone, longest) {
  const plain = longest >= 3600000 ? "0:00:00" : longest >= 600000 ? "00:00" : "0:00";
  const frame = text.startsWith("+") ? `+${plain}` : plain;
  return { text, label, tone, frame: frame.length > text.length ? frame : text.replace(/\d/g, "0") };
}
