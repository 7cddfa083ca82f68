// The live picture: changes merged in, and what to do when they stop.
//
// A picture is whole (`snapshot`) or changed (`change`); a `beat` a second says that all is well. After
// SILENCE without any of them the connection counts as lost, whatever the browser believes: a phone that
// left the hall's network keeps a dead connection open for minutes. So it is made anew until news comes.
// A page that nobody sees gives its stream up, and has it again when it is looked at.

import { live } from "./live.js";
import { changed } from "./merge.js";

export const SILENCE = 3000;
const GRACE = 1500; // ms a page that was hidden has to catch up, before it says that it is not connected
const PATIENCE = 1500; // ms between two times that the stream is hurried: how long an attempt has is its own affair
const LOOK = 250;
// Every so many beats one is sent back, so that the console knows that we are here and how far away. Who
// sent none back for half as long again is gone: ECHO_LOST_S of hall/guests.py.
const ECHO = 4;

/**
 * Follow the show as `role`. `hear` has `picture(picture)`, `time(now, speed, age)` with the server's now
 * for the clock, `lost()` once when news has stopped, `back()` when it came again, and `out()` when this
 * browser is no longer let in.
 */
export function follow(role, hear) {
  let picture = null;
  let heardAt = performance.now();
  let hurriedAt = 0;
  let isLost = false;
  let isAway = true;
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

  const heard = {
    snapshot(whole, age) {
      hear.time(whole.now, whole.speed, age);
      take(whole);
    },
    change(patch) {
      // a change to a picture we never had is no picture
      if (picture === null) return source.hurry();
      if (patch.now) hear.time(patch.now, patch.speed ?? picture.speed);
      take(changed(picture, patch));
    },
    beat(beat) {
      hear.time(beat.now, picture?.speed);
      if (picture === null) return;
      news();
      if (beats++ % ECHO === 1) source.echo(beat.now);
    },
    out() {
      leave();
      isLost = true; // whoever comes in again in another tab is back
      hear.out();
    },
  };
  const source = live(role, (name, data, age) => heard[name](data, age));

  function look() {
    if (isAway) return;
    const now = performance.now();
    if (!isLost && now - heardAt > SILENCE) {
      isLost = true;
      hear.lost();
    }
    if (isLost && now - hurriedAt > PATIENCE) {
      hurriedAt = now;
      source.hurry();
    }
  }

  function leave() {
    isAway = true;
    source.close();
  }

  function wake() {
    if (document.visibilityState !== "visible") return leave();
    if (isAway) {
      isAway = false;
      heardAt = Math.max(heardAt, performance.now() - SILENCE + GRACE);
      source.open();
    } else if (performance.now() - heardAt > SILENCE / 2) source.hurry();
  }

  document.addEventListener("visibilitychange", wake);
  addEventListener("pagehide", leave);
  // Not in the event itself: of a page that comes back from WebKit's cache of pages, a stream opened there is a
  // connection that nobody can close.
  addEventListener("pageshow", () => setTimeout(wake, 0));
  addEventListener("online", wake);
  setInterval(look, LOOK);
  wake();
}
