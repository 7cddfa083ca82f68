// The one stream of a browser, and the pages that listen to it: one connection, whatever roles they show. It lives in
// a worker that all pages share (sharing.js), or in the page that leads (leading.js). A page says once a second that it
// listens; a hidden one has taken its leave, and one that closed is missed.

import { isShutOut, ownStream, ping } from "./events.js";
import { changed } from "./merge.js";
import { learn } from "./reaching.js";
import { watch } from "./watching.js";

const GONE = 10000; // ms without a word after which a page is taken for closed
const SILENCE = 3000;
const LOOK = 250;
const SETTLE = 50; // ms for pages that come and go together, such as when one turns from one to another
const ECHO = 4; // one beat in so many is sent back

/** Build it; `hear(port, {role, isOverdue})` is what a page said, which is answered by `port.postMessage`. */
export function hub() {
  const pages = new Map(); // port -> {role, heardAt}
  const pictures = new Map(); // role -> {picture, at}: the newest, and when its `now` was now
  const beats = new Map(); // role -> how many
  let stream = null;
  let listening = ""; // the roles of the stream
  let heardAt = 0;
  let settling = 0;
  const now = () => performance.now();
  const looking = setInterval(look, LOOK);
  const told = new Map(); // role -> what it was told of the other console
  let calls = null; // {url, term} of the console that all were turned to
  const watching = watch(() => [...new Set([...pages.values()].map((page) => page.role))], turned);

  function hear(port, { role, isOverdue }) {
    const before = pages.get(port)?.role;
    if (role === null) pages.delete(port);
    else {
      pages.set(port, { role, heardAt: now() });
      port.postMessage({ name: "here" });
    }
    if (before !== role) {
      clearTimeout(settling);
      settling = setTimeout(tune, SETTLE);
    }
    if (before !== role && role !== null) brief(port, role);
    const known = pictures.get(role);
    if ((isOverdue || before !== role) && known && isAlive()) port.postMessage({ name: "snapshot", data: known.picture, age: now() - known.at });
    else if (isOverdue && !isAlive() && stream !== null && !stream.isTrying()) connect();
  }

  /** A page that comes has to know what the others were told. */
  function brief(port, role) {
    if (told.has(role)) port.postMessage({ name: "second", data: told.get(role), age: 0 });
    if (calls !== null) port.postMessage({ name: "turned", data: calls, age: 0 });
  }

  function turned(url, term) {
    calls = { url, term };
    for (const port of pages.keys()) port.postMessage({ name: "turned", data: calls, age: 0 });
    pictures.clear(); // changes of one console do not fit the picture of the other
    if (listening !== "") connect();
  }

  const isAlive = () => now() - heardAt < SILENCE / 2;

  function tune() {
    const wanted = [...new Set([...pages.values()].map((page) => page.role))].sort().join();
    if (wanted === listening) return;
    listening = wanted;
    connect();
  }

  function connect() {
    stream?.close();
    stream = null;
    const roles = listening.split(",");
    for (const role of pictures.keys()) if (!roles.includes(role)) pictures.delete(role);
    if (listening === "") return;
    let role = ""; // whose the events are that come
    const remember = (picture) => pictures.set(role, { picture, at: now() });
    stream = ownStream({ share: listening }, {
      role: (named) => (role = named),
      out: shutOut,
      snapshot(picture) {
        remember(picture);
        tell(role, "snapshot", picture);
      },
      change(patch) {
        // a change to a picture we never had is no picture
        if (!pictures.has(role)) return connect();
        remember(changed(pictures.get(role).picture, patch));
        tell(role, "change", patch);
      },
      second(news) {
        told.set(role, news);
        learn(role, news);
        tell(role, "second", news);
        watching.look();
      },
      beat(beat) {
        tell(role, "beat", beat);
        const count = beats.get(role) ?? 0;
        beats.set(role, count + 1);
        if (count % ECHO === 1) ping(role, beat.now);
      },
      async closed() {
        for (const one of roles) if (await isShutOut(one)) shutOut(one);
      },
    });
  }

  function tell(role, name, data) {
    heardAt = now();
    for (const [port, page] of pages) if (page.role === role) port.postMessage({ name, data, age: 0 });
  }

  function shutOut(role) {
    tell(role, "out");
    for (const [port, page] of pages) if (page.role === role) pages.delete(port);
    pictures.delete(role);
    tune();
  }

  function look() {
    for (const [port, page] of pages) if (now() - page.heardAt > GONE) pages.delete(port);
    tune();
    if (listening && now() - heardAt > SILENCE && !stream.isTrying()) connect();
  }

  function close() {
    clearInterval(looking);
    watching.close();
    clearTimeout(settling);
    pages.clear();
    tune();
  }
  return { hear, close };
}
