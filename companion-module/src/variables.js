// The texts that buttons write. Of a connection that is lost nothing is said: an old number is worse than none.

import { at, decks, waiting } from "./picture.js";
import { count, hour, lateness } from "./times.js";

/** The names of the variables. */
export const definitions = (words) => Object.fromEntries(Object.entries(words.variables).map(([id, name]) => [id, { name }]));

/** Every value at `now` (ms); `picture` is null without a connection. */
export function values(picture, now, refusal, words) {
  if (picture === null) return { ...Object.fromEntries(Object.keys(words.variables).map((id) => [id, ""])), count: words.lost, refusal };
  return {
    count: count(at(picture.count, now), now),
    current: picture.current?.title ?? "",
    current_number: picture.current?.number ?? "",
    next: picture.next?.title ?? "",
    next_call: nextCall(picture, words),
    lateness: lateness(picture.over_under_s, words),
    expected_end: hour(picture.expected_end),
    hard_out: hour(picture.hard_out),
    unanswered: [...new Set(waiting(picture, false).map((one) => words.roles[one.to]))].join(", "),
    deck_a: onDeck(picture, "A"),
    deck_b: onDeck(picture, "B"),
    alarms: (picture.alarms ?? []).length,
    refusal,
    phase: picture.phase,
    title: picture.show?.title ?? "",
  };
}

function nextCall(picture, words) {
  const call = picture.next_call;
  if (call == null) return "";
  if (call.what === "end") return words.end;
  if (call.what === "session") return call.id;
  const cue = call.what === "cue" ? picture.cues?.[call.id] : undefined;
  if (cue !== undefined) return `${words.roles[cue.to]}: ${cue.text}`;
  return `${words.next}: ${picture.next?.title ?? ""}`;
}

const onDeck = (picture, deck) => [...decks(picture, "sounding", deck), ...decks(picture, "armed", deck)].map((one) => `${one.state === "sounding" ? "♪" : "▣"} ${one.title}`).join("");
