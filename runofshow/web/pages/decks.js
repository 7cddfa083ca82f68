// The player's two decks: what each does, with which recording, how much is left of it. The record says when
// a track began and ends; the time in between is reckoned from the server's clock.

import { isAnthem } from "./count.js";
import { badge } from "./cues.js";
import { draw, el, mark, put } from "./dom.js";
import { countDown, countUp } from "./formats.js";
import { say, words } from "./words.js";

const ENDING = 10000; // ms left from which somebody must know what comes after it

const STATES = {
  sounding: () => `▶ ${words.sound.playing}`,
  fading: () => `▽ ${words.sound.fading}`,
  armed: () => `● ${words.sound.armed}`,
  empty: () => `○ ${words.sound.empty}`,
};

const stateOf = (deck) => (deck.state === "sounding" && deck.fading ? "fading" : deck.state);

/** Build it; `paint(sound)` and `tick(sound, show)` keep it true. */
export function decks() {
  const node = el("div", { class: "decks" });

  function paint(sound) {
    const loops = new Map(sound.tracks.map((track) => [track.track_id, track.loop]));
    draw(node, [sound.decks, sound.decks.map((deck) => loops.get(deck.track))], () => sound.decks.map((deck) => drawn(deck, loops.get(deck.track))));
  }

  function tick(sound, show) {
    for (const deck of sound.decks) {
      const place = node.querySelector(`[data-deck="${deck.deck}"]`);
      const left = timeOf(deck, show.now());
      if (!place || !left) continue;
      put(place.querySelector(".left"), left.text);
      mark(place, "data-ending", left.ending ? "yes" : null);
      const heard = place.querySelector(".gone-by");
      if (heard) heard.style.transform = `scaleX(${left.heard})`;
    }
  }
  return { node, paint, tick };
}

/** What a deck counts: `text`, how much of it was `heard` (0 to 1), whether it is `ending`. Null when empty. */
function timeOf(deck, now) {
  if (deck.state === "empty") return null;
  const whole = deck.length_s == null ? null : deck.length_s * 1000;
  if (deck.state === "armed") return { text: whole === null ? "--:--" : countDown(whole), heard: 0, ending: false };
  const passed = Math.max(0, now - Date.parse(deck.began_at)) + (deck.position_s ?? 0) * 1000;
  const heard = whole ? Math.min(1, passed / whole) : 0;
  if (deck.ends_at == null) return { text: countUp(passed), heard, ending: false };
  const rest = Math.max(0, Date.parse(deck.ends_at) - now);
  return { text: countDown(rest), heard, ending: rest <= ENDING && !deck.fading };
}

function drawn(deck, loops) {
  const state = stateOf(deck);
  const name = say(words.sound.deck, { deck: deck.deck });
  const head = el("p", { class: "head" }, el("span", { class: "name" }, name), " ", el("strong", { class: "state" }, STATES[state]()));
  if (state === "empty") return el("section", { class: "deck", "data-deck": deck.deck, "data-state": state, "aria-label": name }, head);
  const counts = deck.state === "armed" ? words.sound.length : words.sound.played;
  const label = deck.ends_at != null ? words.sound.left : loops ? words.sound.now_loop : counts;
  return el(
    "section",
    { class: "deck", "data-deck": deck.deck, "data-state": state, "data-anthem": isAnthem(deck) ? "yes" : null, "aria-label": name },
    head,
    el("p", { class: "track" }, el("span", {}, deck.title ?? deck.track), badge(deck)),
    el("p", { class: "count", role: "timer" }, el("span", { class: "left" }), " ", el("span", { class: "label" }, label)),
    deck.state === "sounding" && deck.length_s != null && el("div", { class: "line", "aria-hidden": "true" }, el("div", { class: "gone-by" })),
  );
}
