// Orders to the show. A refusal comes back in words; nothing is ever sent twice by itself.

import { words } from "./words.js";

const ANSWER = 6000; // ms to wait before saying that no answer came

/**
 * Ask for `order` ({"do": …}). With `seq`, the sender says which picture it saw, and a call made in between
 * refuses it instead of skipping an item. Gives null when it was obeyed, else the reason in words.
 */
export async function ask(order, seq) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), ANSWER);
  try {
    const answer = await fetch("/api/command", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(seq === undefined ? order : { ...order, seq }),
      signal: giveUp.signal,
      cache: "no-store",
    });
    if (answer.ok) return null;
    if (answer.status === 429) return words.refused_slowed;
    const told = await answer.json().catch(() => ({}));
    if (told.reason === "bad_request" && told.about === "at") return words.refused_moment;
    return words.refusals[told.reason] ?? words.refused_bad_request;
  } catch {
    return giveUp.signal.aborted ? words.refused_no_answer : words.not_sent;
  } finally {
    clearTimeout(timer);
  }
}
