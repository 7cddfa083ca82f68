// Orders to the show. A refusal comes back in words; nothing is ever sent twice by itself.

import { reach } from "./reaching.js";
import { role } from "./role.js";
import { words } from "./words.js";

const UNREAD = { at: words.refused_moment, start: words.forms.bad_hour, until: words.forms.bad_hour }; // by the key
const ANSWER = 3000; // ms to wait before saying that no answer came

/**
 * Ask for `order` ({"do": …}). With `seq`, the sender says which picture it saw, and a call made in between
 * refuses it instead of skipping an item. Gives null when it was obeyed, else the reason in words.
 */
export async function ask(order, seq) {
  const refusal = await asked(order, seq);
  return refusal === null ? null : refusal.said;
}

/** The same, but of a refusal all that is known: {said, reason, about}. `obeyed` hears the answer otherwise. */
export async function asked(order, seq, obeyed = () => {}) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), ANSWER);
  try {
    const answer = await fetch(reach("/api/command", { as: role }), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(seq === undefined ? order : { ...order, seq }),
      signal: giveUp.signal,
      cache: "no-store",
    });
    if (answer.ok) {
      obeyed(await answer.json());
      return null;
    }
    if (answer.status === 429) return { said: words.refused_slowed };
    const told = await answer.json().catch(() => ({}));
    const unread = told.reason === "bad_request" ? UNREAD[told.about] : undefined;
    return { ...told, said: unread ?? words.refusals[told.reason] ?? words.refused_bad_request };
  } catch {
    return { said: giveUp.signal.aborted ? words.refused_no_answer : words.not_sent };
  } finally {
    clearTimeout(timer);
  }
}
