// Scrolls the words at a set reading speed, and lets the reader take over at any moment.

import { el, mark, put } from "./dom.js";
import { keep, kept } from "./kept.js";
import { say, words } from "./words.js";

const SLOWEST = 60;
const FASTEST = 340;
const STEP = 10;

/** How many words (in Vietnamese, syllables) a text has. */
export const wordsIn = (text) => (text.match(/\S+/g) ?? []).length;

/**
 * Buttons for `scroller`: start and stop, slower and faster. `touchedAt()` is when the reader last scrolled
 * by hand, and `isRunning()` whether it scrolls by itself. Where `isAtNext()` comes true it stops: what follows
 * is to be said later, and goes on when the reader starts it again.
 */
export function prompter(scroller, isAtNext) {
  let pace = Number(kept("pace", "150")) || 150;
  let running = false;
  let last = 0;
  let rest = 0;
  let touched = -Infinity;
  let finger = false;

  const shown = el("output", { class: "pace" });
  const toggle = el("button", { type: "button", class: "scroll", "aria-pressed": "false", onclick: () => (running ? stop() : start()) });
  const slower = el("button", { type: "button", "aria-label": words.slower, title: words.slower, onclick: () => set(pace - STEP) }, "−");
  const faster = el("button", { type: "button", "aria-label": words.faster, title: words.faster, onclick: () => set(pace + STEP) }, "+");

  function set(next) {
    pace = Math.min(FASTEST, Math.max(SLOWEST, next));
    keep("pace", pace);
    put(shown, String(pace));
    mark(shown, "aria-label", say(words.pace, { pace }));
    mark(shown, "title", say(words.pace, { pace }));
  }

  function start() {
    running = true;
    last = performance.now();
    rest = 0;
    show();
    requestAnimationFrame(step);
  }

  function stop() {
    running = false;
    show();
  }

  function show() {
    put(toggle, running ? `■ ${words.scroll_stop}` : `▼ ${words.scroll}`);
    mark(toggle, "aria-pressed", String(running));
  }

  function step(at) {
    if (!running) return;
    const passed = Math.min(100, Math.max(0, at - last));
    last = at;
    const height = [...scroller.querySelectorAll(".words")].reduce((sum, node) => sum + node.offsetHeight, 0);
    const count = Math.max(1, wordsIn([...scroller.querySelectorAll(".words")].map((node) => node.textContent).join(" ")));
    if (!finger) {
      // whole pixels only: a browser rounds what it is given, and small steps would be lost
      rest += (height / count) * (pace / 60) * (passed / 1000);
      const whole = Math.floor(rest);
      rest -= whole;
      const was = isAtNext();
      scroller.scrollTop += whole;
      if (!was && isAtNext()) return stop();
    }
    if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) return stop();
    requestAnimationFrame(step);
  }

  const touch = () => (touched = performance.now());
  scroller.addEventListener("wheel", touch, { passive: true });
  scroller.addEventListener("keydown", touch);
  scroller.addEventListener("pointerdown", () => ((finger = true), touch()));
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (finger = false));
  scroller.addEventListener("touchmove", touch, { passive: true });

  set(pace);
  show();
  return {
    node: el("div", { class: "prompter", role: "group", "aria-label": words.scrolling }, toggle, slower, shown, faster),
    touchedAt: () => touched,
    touch,
    isRunning: () => running,
  };
}
