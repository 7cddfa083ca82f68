// The player as the caller has it: what the decks do, silence in reach, every recording behind one button, and what
// cannot be played, with a way to load it again.

import { decks } from "./decks.js";
import { choices } from "./dialogs.js";
import { draw, el, mark, put } from "./dom.js";
import { whyNot } from "./machine.js";
import { named, silencing, soundOrders } from "./sounding.js";
import { words } from "./words.js";

/**
 * Build it. `seen()` gives the newest picture, `tell(text, isBad)` shows what came of an order. `send` and `arm`
 * are for the orders of sound that are given elsewhere on the page.
 */
export function soundBooth({ seen, tell }) {
  let clock = null;
  const orders = soundOrders({ seen, tell });
  const shown = decks();
  const silence = silencing(orders, () => clock);
  const byHand = el("button", { type: "button", "data-key": "by hand", onclick: choose }, el("span", { class: "sign", "aria-hidden": "true" }, "♪"), el("span", { class: "name" }, words.play_by_hand));
  const pad = el("fieldset", { class: "controls pad sound-pad" }, byHand, silence.buttons);
  const failed = el("ul", { class: "failed" });
  const none = el("p", { class: "quiet" }, words.sound.by_hand);
  const desk = el("div", { class: "desk" }, pad, shown.node, failed);
  const node = el("section", { class: "booth", "aria-label": words.roles.music }, desk, none);

  function paint(picture, show) {
    clock = show;
    const { sound } = picture;
    const hasPlayer = sound?.player != null;
    mark(desk, "hidden", !hasPlayer);
    mark(none, "hidden", hasPlayer);
    // where nothing is to be played, nobody misses a player
    mark(node, "hidden", !sound?.tracks.some((track) => track.file != null));
    if (!hasPlayer) return;
    shown.paint(sound);
    paintFailed(picture);
    tick(picture, show);
  }

  function paintFailed({ sound, cues }) {
    const broken = sound.tracks.filter((track) => track.failure != null);
    draw(failed, broken, () =>
      broken.map((track) => {
        const cue = cues.find((one) => sound.coming.includes(one.cue_id) && one.track === track.track_id);
        return el("li", {}, el("span", {}, `✗ ${named(track)}: ${whyNot(track.failure)} `, el("span", { class: "quiet" }, track.file)), cue && el("button", { type: "button", "data-key": `arm ${track.track_id}`, onclick: () => orders.arm(cue) }, `↻ ${words.arm}`));
      }),
    );
  }

  function tick(picture, show) {
    clock = show;
    if (picture.sound?.player == null) return;
    shown.tick(picture.sound, show);
    silence.tick();
  }

  function choose() {
    const playable = seen().sound.tracks.filter((track) => track.file != null);
    choices(words.sound.tracks, playable.map((track) => [track.failure ? `✗ ${named(track)}: ${whyNot(track.failure)}` : `▶ ${named(track)}`, () => orders.play(track)]));
  }

  return { node, paint, tick, send: orders.send, arm: orders.arm, reach: (isThere) => mark(pad, "disabled", !isThere) };
}
