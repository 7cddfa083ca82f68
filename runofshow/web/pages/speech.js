// Where whoever reads a text aloud should be by now. A passage begins so long after the reading began: time is subtracted.

import { el, mark, put } from "./dom.js";
import { say, words } from "./words.js";

/** A quiet line of its own; `paint(told, now)` says the speech's place in it, and `paintWords` that of the MC's own words. */
export function speechLine() {
  const node = el("p", { class: "speech-line" });
  const write = (text) => {
    put(node, text);
    mark(node, "hidden", text ? null : "");
  };
  return { node, paint: (told, now) => write(ofSpeech(told, now)), paintWords: (told, now) => write(ofWords(told, now)) };
}

function ofSpeech(told, now) {
  if (told == null) return "";
  if (isOver(told, now)) return words.speech_over;
  const { page, head } = passage(told, now);
  const where = say(words.speech_page, { page, pages: `${told.pages_reckoned ? "~" : ""}${told.pages}` });
  return `${words.by_speech}: ${where} · ${percent(told, now)} % · “${head}”`;
}

// Once they have been said they say nothing.
function ofWords(told, now) {
  if (told == null || isOver(told, now)) return "";
  return `${words.by_mc_speech}: ${percent(told, now)} % · “${passage(told, now).head}”`;
}

const read = (told, now) => ((told.stopped_at == null ? now : Date.parse(told.stopped_at)) - Date.parse(told.began_at)) / 1000;
const isOver = (told, now) => read(told, now) >= told.whole_s;
// in fives, not to catch the eye
const percent = (told, now) => Math.max(0, Math.trunc((20 * read(told, now)) / told.whole_s) * 5);
const passage = (told, now) => told.passages[Math.max(0, told.passages.filter((one) => one.from_s <= read(told, now)).length - 1)];
