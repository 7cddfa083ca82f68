// The stream that all tabs of this browser share, in a worker of their own: one connection, whatever roles they
// show. A tab says once a second that it listens; a hidden one has taken its leave, and one that closed is missed.

import { isShutOut, ownStream, ping } from "./events.js";
import { merged } from "./merge.js";

const GONE = 10000; // ms without a word after which a tab is taken for closed
const SILENCE = 3000;
const LOOK = 250;
const SETTLE = 50; // ms for tabs that come and go together, such as when one turns from one to another
const ECHO = 4; // one beat in so many is sent back

const tabs = new Map(); // port -> {role, heardAt}
const pictures = new Map(); // role -> {picture, at}: the newest, and when its `now` was now
const beats = new Map(); // role -> how many
let stream = null;
let listening = ""; // the roles of the stream
let heardAt = 0;
let settling = 0;
const now = () => performance.now();

addEventListener("connect", ({ ports: [port] }) => {
  port.onmessage = ({ data }) => hear(port, data);
});

function hear(port, { role, isOverdue }) {
  const before = tabs.get(port)?.role;
  if (role === null) tabs.delete(port);
  else {
    tabs.set(port, { role, heardAt: now() });
    port.postMessage({ name: "here" });
  }
  if (before !== role) {
    clearTimeout(settling);
    settling = setTimeout(tune, SETTLE);
  }
  const known = pictures.get(role);
  if ((isOverdue || before !== role) && known && isAlive()) port.postMessage({ name: "snapshot", data: known.picture, age: now() - known.at });
  else if (isOverdue && !isAlive() && stream !== null && !stream.isTrying()) connect();
}

const isAlive = () => now() - heardAt < SILENCE / 2;

function tune() {
  const wanted = [...new Set([...tabs.values()].map((tab) => tab.role))].sort().join();
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
  stream = ownStream(`share=${listening}`, {
    role: (named) => (role = named),
    out: shutOut,
    snapshot(picture) {
      remember(picture);
      tell(role, "snapshot", picture);
    },
    change(patch) {
      // a change to a picture we never had is no picture
      if (!pictures.has(role)) return connect();
      remember(merged(pictures.get(role).picture, patch));
      tell(role, "change", patch);
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
  for (const [port, tab] of tabs) if (tab.role === role) port.postMessage({ name, data, age: 0 });
}

function shutOut(role) {
  tell(role, "out");
  for (const [port, tab] of tabs) if (tab.role === role) tabs.delete(port);
  pictures.delete(role);
  tune();
}

setInterval(() => {
  for (const [port, tab] of tabs) if (now() - tab.heardAt > GONE) tabs.delete(port);
  tune();
  if (listening && now() - heardAt > SILENCE && !stream.isTrying()) connect();
}, LOOK);
