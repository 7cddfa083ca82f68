// The live picture: server-sent events, changes merged in, and what to do when they stop.
//
// A picture is whole (`snapshot`) or changed (`change`); a `beat` a second says that all is well. After
// SILENCE without any of them the connection counts as lost, whatever the browser believes: a phone that
// left the hall's network keeps a dead connection open for minutes. So it is made anew until news comes.

import { merged } from "./merge.js";

export const SILENCE = 3000;
const PATIENCE = 5000; // ms given to one attempt before the next is made
const LOOK = 250;
// Every so many beats one is sent back, so that the console knows that we are here and how far away. It takes
// ECHO_LOST_S of tui/hall.py for gone who sent none back for half as long again.
const ECHO = 4;

/**
 * Follow the events at `address`. `hear` has `picture(picture)`, `time(now, speed)` with the server's now
 * for the clock, `lost()` once when news has stopped, `back()` when it came again, and `out()` when this
 * browser is no longer let in.
 */
export function follow(address, hear) {
  let source = null;
  let picture = null;
  let heardAt = performance.now();
  let triedAt = 0;
  let isLost = false;
  let isOut = false;
  let beats = 0;

  function news() {
    heardAt = performance.now();
    if (!isLost) return;
    isLost = false;
    hear.back();
  }

  function take(next) {
    picture = next;
    news();
    hear.picture(picture);
  }

  function connect() {
    source?.close();
    triedAt = performance.now();
    const opened = new EventSource(address);
    source = opened;
    const on = (name, act) =>
      opened.addEventListener(name, (event) => {
        if (source === opened) act(JSON.parse(event.data));
      });
    on("snapshot", (whole) => {
      hear.time(whole.now, whole.speed);
      take(whole);
    });
    on("change", (patch) => {
      // a change to a picture we never had is no picture
      if (picture === null) return connect();
      if (patch.now) hear.time(patch.now, patch.speed ?? picture.speed);
      take(merged(picture, patch));
    });
    on("beat", (beat) => {
      hear.time(beat.now, picture?.speed);
      if (picture === null) return;
      news();
      if (beats++ % ECHO === 1) fetch(`/api/ping?at=${beat.now}`).catch(() => {});
    });
    opened.addEventListener("error", () => {
      // CLOSED is for good: the server answered, and not with events
      if (source === opened && opened.readyState === EventSource.CLOSED) askWhy();
    });
  }

  async function askWhy() {
    try {
      const answer = await fetch("/api/snapshot", { cache: "no-store" });
      if (answer.status !== 401) return;
      isOut = true;
      source?.close();
      hear.out();
    } catch {
      // No answer at all is a lost connection, which look() sees to.
    }
  }

  function look() {
    if (isOut) return;
    const now = performance.now();
    if (!isLost && now - heardAt > SILENCE) {
      isLost = true;
      hear.lost();
    }
    if (isLost && now - triedAt > PATIENCE) connect();
    else if (source.readyState === EventSource.CLOSED && now - triedAt > 1000) connect();
  }

  function wake() {
    if (document.visibilityState === "visible" && !isOut && performance.now() - heardAt > SILENCE / 2) connect();
  }

  document.addEventListener("visibilitychange", wake);
  addEventListener("pageshow", wake);
  addEventListener("online", wake);
  setInterval(look, LOOK);
  connect();
}
