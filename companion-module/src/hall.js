// The console over HTTP: its live picture, and orders to it. It comes back by itself; an order is never sent twice by itself.

import { get } from "node:http";

import { changed, kept } from "./picture.js";

const SILENCE = 3500; // ms; a beat comes each second, and a pulled cable says nothing
const AGAIN = 1000; // ms between two tries
const ANSWER = 3000; // ms to wait for the answer to an order
const LONGEST = 8 << 20; // signs of one event
const ECHO = 4; // every so many beats one is sent back, so that the console knows that the buttons are here

/** The key was not taken: another try with it would only make the console count guesses. */
export class WrongKey extends Error {}

/**
 * Follow the console at `where` ({host, port}) with `key`, a role's join code or the console's token.
 * `hear` has `picture(picture)`, `beat()`, `lost(error)` each time news ends, and `wrongKey()` once, after which all is still.
 */
export function follow(where, key, hear) {
  const root = `http://${where.host.includes(":") ? `[${where.host}]` : where.host}:${where.port}`;
  const closing = new AbortController();
  let headers = null;
  let picture = null;
  let beats = 0;

  async function enter() {
    if (key.length >= 16) return { authorization: `Bearer ${key}` };
    const { status, cookies } = await visited(`${root}/j/${encodeURIComponent(key.trim().toUpperCase())}`, timely(closing));
    if (status >= 500 || status === 429) throw new Error(`HTTP ${status}`);
    if (status >= 400 || cookies.length === 0) throw new WrongKey();
    return { cookie: cookies.join("; ") };
  }

  async function stream() {
    headers ??= await enter();
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(new Error("silence")), SILENCE);
    const awake = () => timer.refresh();
    try {
      const answer = await fetch(`${root}/api/events`, { headers, signal: AbortSignal.any([closing.signal, silence.signal]) });
      if (answer.status === 401 || answer.status === 403) {
        await answer.body?.cancel();
        if (headers.authorization) throw new WrongKey();
        headers = null; // the code has been renewed, or this guest was shown out: the code is tried once more
        throw new Error(`HTTP ${answer.status}`);
      }
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      for await (const [name, data] of events(answer.body)) {
        awake();
        if (name === "snapshot") hear.picture((picture = kept(JSON.parse(data))));
        else if (name === "change" && picture !== null) hear.picture((picture = changed(picture, JSON.parse(data))));
        else if (name === "beat") beat(JSON.parse(data));
      }
      throw new Error("ended");
    } finally {
      clearTimeout(timer);
      timer = null;
      picture = null;
    }
  }

  function beat(told) {
    hear.beat(told);
    if (headers?.cookie === undefined || beats++ % ECHO !== 1) return;
    const echo = fetch(`${root}/api/ping?at=${encodeURIComponent(told.now)}`, { headers, signal: timely(closing) });
    // a silence that matters is the stream's
    echo.then((answer) => answer.body?.cancel()).catch(() => {});
  }

  async function live() {
    while (!closing.signal.aborted) {
      try {
        await stream();
      } catch (error) {
        if (closing.signal.aborted) return;
        if (error instanceof WrongKey) return hear.wrongKey();
        hear.lost(error);
        await new Promise((resume) => setTimeout(resume, AGAIN));
      }
    }
  }

  /** Ask for `order` ({"do": …}). Gives {ok: true} or {ok: false, reason, about}; `reason` is "no_answer" when none came. */
  async function ask(order) {
    if (headers === null) return { ok: false, reason: "lost", about: "" };
    const asked = { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(order) };
    try {
      const answer = await fetch(`${root}/api/command`, { ...asked, signal: timely(closing) });
      const told = await answer.json();
      return answer.ok ? { ok: true } : { ok: false, reason: told.reason ?? `HTTP ${answer.status}`, about: told.about ?? "" };
    } catch {
      return { ok: false, reason: "no_answer", about: "" };
    }
  }

  void live();
  return { ask, close: () => closing.abort() };
}

const timely = (closing) => AbortSignal.any([closing.signal, AbortSignal.timeout(ANSWER)]);

/** The answer to a visit. `fetch` would say `sec-fetch-mode: cors` as a page's script does, and those may not enter. */
function visited(url, signal) {
  return new Promise((resolve, reject) => {
    const asked = get(url, { signal }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode, cookies: (answer.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";", 1)[0]) });
    });
    asked.on("error", reject);
  });
}

/** The events of a stream: name and data. */
async function* events(body) {
  let rest = "";
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    rest += piece;
    if (rest.length > LONGEST) throw new Error("an event without an end");
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) {
      const lines = block.split(/\r?\n/).map((line) => /^(\w+): ?(.*)$/.exec(line)).filter(Boolean);
      const data = lines.filter(([, name]) => name === "data").map(([, , text]) => text);
      const name = lines.findLast(([, field]) => field === "event")?.[2];
      if (name && data.length) yield [name, data.join("\n")];
    }
  }
}
