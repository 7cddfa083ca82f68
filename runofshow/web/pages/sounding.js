// What is asked of the player: fade, stop, all off, load again, a track by hand, the next music cue; and the
// question before the anthem is silenced. No order is refused for a picture nobody had seen: who wants
// silence wants it now.

import { answered } from "./asking.js";
import { badge } from "./cues.js";
import { question } from "./dialogs.js";
import { draw, el, mark, put } from "./dom.js";
import { countDown } from "./formats.js";
import { whyNot } from "./machine.js";
import { asked } from "./orders.js";
import { say, words } from "./words.js";

const AGAIN = 3000; // ms within which a second panic is hard

/**
 * The orders of a page. `seen()` gives its newest picture, `tell(text, isBad)` shows what came of them.
 * `send(order, said, seq)` tells `said` (or what that makes of the answer) when it was obeyed, asks first where it is refused until somebody is sure,
 * and gives whether it was obeyed.
 */
export function soundOrders({ seen, tell }) {
  let panicked = -Infinity; // when one was obeyed, by this page's steady clock

  async function send(order, said, seq) {
    tell(words.sending);
    let answer = {};
    const refusal = await asked(order, seq, (given) => (answer = given));
    if (refusal === null) {
      tell(typeof said === "function" ? said(answer) : said);
      return true;
    }
    if (refusal.reason !== "anthem" && refusal.reason in words.questions) {
      tell("");
      const again = await answered(order, refusal, seen());
      // with the same number: no call made while the question stands is answered by it
      if (again) return send(again, said, seq);
      if (again === null) return false;
    }
    if (refusal.reason !== "anthem" || order.sure) {
      tell(`${words.refused}: ${refusal.said}`, true);
      return false;
    }
    tell("");
    // a GO names the cue that was refused: it calls no other
    const named = order.do === "go" ? { ...order, cue_id: refusal.about || order.cue_id } : order;
    return (await question(words.sound.ask_anthem, whyAsked(named, seen()), words.yes_silence)) && send({ ...named, sure: true }, said);
  }

  const ifHeard = (said) => (seen().sound.decks.some((deck) => deck.state === "sounding") ? said : words.refusals.nothing_sounds);

  const isAgain = (show) => {
    const last = seen().sound?.calls.at(-1);
    const isSoft = last?.do === "panic" && !last.hard && show.now() - Date.parse(last.at) <= AGAIN;
    return isSoft || performance.now() - panicked <= AGAIN;
  };

  async function panic(show) {
    const hard = isAgain(show);
    const isObeyed = await send({ do: "panic", hard }, hard ? words.sound.done_panic_hard : words.done_panic);
    if (isObeyed) panicked = hard ? -Infinity : performance.now();
  }

  return {
    send,
    isAgain,
    panic,
    fade: () => send({ do: "fade" }, ifHeard(words.sound.done_fade)),
    stop: () => send({ do: "stop" }, ifHeard(words.sound.done_stop)),
    arm: (cue) => send({ do: "arm", cue_id: cue.cue_id }, say(words.sound.done_arm, { title: cue.track_title ?? cue.text })),
    play: (track) => send({ do: "play", track_id: track.track_id }, say(words.sound.done_play, { title: named(track) })),
  };
}

function whyAsked(order, picture) {
  switch (order.do) {
    case "go":
      return say(words.sound.ask_anthem_go, { title: picture.cues.find((cue) => cue.cue_id === order.cue_id)?.text ?? "" });
    case "play":
      return say(words.sound.ask_anthem_play, { title: named(picture.sound.tracks.find((track) => track.track_id === order.track_id)) });
    case "redo":
      return words.sound.ask_anthem_undo;
    default:
      return words.sound[`ask_anthem_${order.do}`];
  }
}

/** Its title, with what must not be confused about it. */
export function named(track) {
  const said = { anthem_without_words: words.without_words, anthem_with_words: words.with_words }[track.mark];
  return said ? `${track.title} [${said}]` : track.title;
}

/** The buttons for silence. `tick(show)` keeps true what the next panic does. */
export function silencing(orders, show) {
  const said = el("span", { class: "name" }, words.panic);
  const button = (sign, name, act, attributes = {}) => el("button", { type: "button", onclick: act, ...attributes }, el("span", { class: "sign", "aria-hidden": "true" }, sign), typeof name === "string" ? el("span", { class: "name" }, name) : name);
  const panic = button("✕", said, () => orders.panic(show()), { class: "panic" });
  const buttons = [button("▽", words.fade_out, orders.fade, { class: "fade" }), button("■", words.stop_music, orders.stop, { class: "stop" }), panic];
  return {
    buttons,
    tick() {
      const again = orders.isAgain(show());
      put(said, again ? words.panic_again : words.panic);
      mark(panic, "data-again", again ? "yes" : null);
    },
  };
}

/** A button for each recording, to play it by hand, in `place`. */
export function trackButtons(place, sound, play) {
  const heard = sound.decks.filter((deck) => deck.state === "sounding").map((deck) => deck.track);
  draw(place, [sound.tracks, heard], () =>
    sound.tracks.length ? sound.tracks.map((track) => el("li", {}, trackButton(track, heard.includes(track.track_id), () => play(track)))) : el("li", { class: "quiet" }, words.sound.no_tracks),
  );
}

/** One of them. */
export function trackButton(track, isHeard, act) {
  const failure = track.file == null ? !track.live && words.sound.why_not.no_file : track.failure && whyNot(track.failure);
  const length = track.live ? words.sound.live : track.loop ? words.sound.now_loop : track.length_s == null ? "" : countDown(track.length_s * 1000);
  return el(
    "button",
    { type: "button", class: "track-button", "data-key": `track ${track.track_id}`, disabled: track.file == null, "data-heard": isHeard ? "yes" : null, onclick: act },
    el("span", { class: "name" }, isHeard && "▶ ", track.title, badge(track)),
    failure ? el("span", { class: "why" }, `✗ ${failure}`) : el("span", { class: "length" }, length),
  );
}
