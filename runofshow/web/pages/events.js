// One stream of server-sent events, and how it is asked for. Used by pages, and by the worker they share.

import { reach } from "./reaching.js";

const PATIENCE = 5000; // ms given to one attempt before the next is made
// The first ones have less: where a network has gone dead the browser tries its old connections again, one by one.
const HURRY = 1500;
const HURRIED = 6; // as many as it has of them
let attempts = 0; // since the last word that came

/**
 * Open `/api/events` with `query`. `on` has a function for each event by its name, which is given what was sent, and
 * `closed()` for a stream that the server refused: the browser does not come again by itself.
 */
export function ownStream(query, on) {
  const source = new EventSource(reach("/api/events", query));
  const { closed, ...named } = on;
  const triedAt = performance.now();
  const patience = attempts++ < HURRIED ? HURRY : PATIENCE;
  let isClosed = false;
  for (const [name, act] of Object.entries(named)) {
    source.addEventListener(name, (event) => {
      attempts = 0;
      if (!isClosed) act(name === "role" || name === "out" ? event.data : JSON.parse(event.data));
    });
  }
  source.addEventListener("error", () => {
    if (!isClosed && source.readyState === EventSource.CLOSED) closed();
  });
  return {
    close() {
      isClosed = true;
      source.close();
    },
    /** Whether it still deserves to be waited for. */
    isTrying: () => performance.now() - triedAt < (source.readyState === EventSource.CLOSED ? 1000 : patience),
  };
}

/** Whether this browser is no longer let in as `role`; no answer at all is a lost connection and no refusal. */
export async function isShutOut(role) {
  try {
    return (await fetch(reach("/api/snapshot", { as: role }), { cache: "no-store", signal: soon() })).status === 401;
  } catch {
    return false;
  }
}

/** Send the `now` of a beat back. */
export function ping(role, now) {
  fetch(reach("/api/ping", { as: role, at: now }), { signal: soon() }).catch(() => {});
}

// What is not answered soon must not keep one of the browser's few connections from an order.
const soon = () => AbortSignal.timeout?.(3000);
