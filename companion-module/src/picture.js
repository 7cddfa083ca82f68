// What the console sends, as far as buttons need it, and what they read from it. Nothing here knows Companion.
//
// The stream begins with the whole picture; a change is a JSON merge patch of it (RFC 7396), but that rows of `cues`
// come by their id, null for one that is gone. The running order and the award rounds are left aside: no button
// shows them.

const UNREAD = /^(items|round|plan|ways|outlook|people)(_order|_shift)?$/;
const HEARD = ["armed", "sounding"];

/** The part of a whole picture that is kept, its cues by id. */
export function kept(whole) {
  return { ...read(whole), cues: Object.fromEntries((whole.cues ?? []).map((cue) => [cue.cue_id, cue])) };
}

/** `picture` with a change laid on. */
export function changed(picture, change) {
  return merged(picture, read(change));
}

function read(told) {
  // when a cue is expected no button shows, and in which order they stand neither
  return Object.fromEntries(Object.entries(told).filter(([name]) => !UNREAD.test(name) && !/^cues_/.test(name)));
}

function merged(target, patch) {
  if (!isObject(patch)) return patch;
  const result = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) result.delete(name);
    else result.set(name, merged(result.get(name), value));
  }
  return Object.fromEntries(result);
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What `told`, a value of the picture, says at `now` (ms): what it has for a later moment is its `then`. Null: there is none. */
export function at(told, now) {
  let said = told ?? null;
  while (said?.then != null && Date.parse(said.then.since) <= now) said = said.then;
  return said;
}

/** Who has not answered: cues, messages, speakers; `isLate` leaves out who was asked just now. A hand is told of itself alone. */
export function waiting(picture, isLate) {
  const told = picture?.waiting ?? ownWaiting(picture ?? {});
  return told.filter((one) => one.is_late || !isLate);
}

function ownWaiting({ light, messages, cues }) {
  const cue = cues?.[light?.asked];
  const unread = (messages ?? []).filter((message) => message.to !== "caller" && message.answered_at == null);
  const own = unread.map((message) => ({ what: "message", id: message.id, to: message.to, is_late: false }));
  return cue === undefined ? own : [{ what: "cue", id: cue.cue_id, to: cue.to, is_late: false }, ...own];
}

/** The decks in this state ("armed", "sounding"), of all (`any`) or of this one. */
export function decks(picture, state, deck = "any") {
  if (!HEARD.includes(state)) throw new RangeError(state);
  return (picture?.sound?.decks ?? []).filter((one) => one.state === state && (deck === "any" || one.deck === deck));
}

/** The orders that answer what this role ("any": everybody) has not answered: its cues, and its messages. */
export function answers(picture, role) {
  const own = waiting(picture, false).filter((one) => role === "any" || one.to === role);
  return own.flatMap(({ what, id }) => ({ cue: [{ do: "ack", cue_id: id }], message: [{ do: "answer", message_id: id }] })[what] ?? []);
}
