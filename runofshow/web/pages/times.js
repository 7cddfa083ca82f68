// Late or early, the expected end, the hard out and the slack, and what is likely, in one line.

import { el } from "./dom.js";
import { inMinutes, lateness, wholeMinutes } from "./formats.js";
import { say, words } from "./words.js";

const TIGHT = 300; // seconds of slack that ask for attention
const EVEN = 0.5; // a smaller chance of making the hard out does too

/** `chậm 3' · kết thúc 11:24 · hạn 11:30 · còn dư 6' · kịp hạn 71 % · dự báo 11:12–11:31 (80 %)`. */
export function timesLine(picture, show) {
  if (picture.phase === "ended" || picture.floating) return [];
  const { session } = picture;
  const parts = [el("strong", {}, lateness(picture.over_under_s, picture.slack_s < 0)), say(words.ends_at, { at: show.at(session.expected_end) })];
  if (session.hard_out != null && picture.slack_s != null) {
    parts.push(say(words.hard_out, { at: show.at(session.hard_out) }));
    const minutes = Math.abs(wholeMinutes(picture.slack_s));
    parts.push(
      picture.slack_s < 0
        ? el("strong", { class: "past" }, `✗ ${say(words.past_hard_out, { length: inMinutes(Math.max(1, minutes), "'") })}`)
        : el("span", { class: picture.slack_s < TIGHT ? "tight" : "slack" }, say(words.slack, { length: inMinutes(minutes, "'") })),
    );
  }
  if (picture.outlook != null) parts.push(...likely(picture.outlook, show));
  return parts.flatMap((part, at) => (at ? [" · ", part] : [part]));
}

// From 1 to 99 in a hundred: no forecast is certain.
export const inPercent = (chance) => Math.min(99, Math.max(1, Math.round(100 * chance)));

function likely({ low, high, chance }, show) {
  const range = say(words.likely, { low: show.at(low), high: show.at(high) });
  if (chance == null) return [range];
  const made = say(words.chance, { percent: inPercent(chance) });
  return [el("span", { class: chance < EVEN ? "tight" : "slack" }, made), range];
}
