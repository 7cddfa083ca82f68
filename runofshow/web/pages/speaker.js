// The speaker's light: one count, as large as the screen, and what is said to the speaker.

import { count, toSpeaker } from "./count.js";
import { draw, el, mark, put } from "./dom.js";
import { fit } from "./fit.js";
import { saidTo } from "./known.js";
import { open, phaseWord } from "./screen.js";
import { words } from "./words.js";

const main = document.getElementById("main");
const digits = el("p", { class: "digits", role: "timer" });
const label = el("p", { class: "label" });
const item = el("p", { class: "item" });
const said = saidTo("speaker", fitMessage);
main.append(said.node, el("div", { class: "light" }, digits, label), item);

let told = "";
const show = open({ paint, tick });
addEventListener("resize", () => fitMessage());

function paint(picture) {
  const current = picture.current;
  draw(item, [current?.number, current?.title, picture.phase], () => (current ? `${current.number} ${current.title}` : words[phaseWord(picture)]));
  // the room for the words is measured with the message in its place
  mark(main, "data-said", said.paint(picture) ? "yes" : "no");
  fitMessage();
}

function tick(picture, show) {
  const counted = count(picture, show.now());
  mark(main, "data-tone", counted?.tone ?? "none");
  put(digits, counted?.text ?? "–:––");
  digits.style.setProperty("--signs", counted?.frame.length ?? 4);
  const name = counted ? toSpeaker(counted) : "";
  put(label, name);
  if (name !== told && told !== "" && !["soft", "calm"].includes(counted?.tone)) show.announce(name);
  told = name;
}

function fitMessage() {
  const text = said.node.querySelector(".text");
  if (text) fit(text, 20, innerHeight / 3);
}
