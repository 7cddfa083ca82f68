// The hall's display, seen by the delegates: what runs and what comes, or the names of who is honoured. No count, no
// alarm, no message.

import { draw, el, mark } from "./dom.js";
import { fit } from "./fit.js";
import { open } from "./screen.js";
import { say, words } from "./words.js";

const IDLE = 3000; // ms until the bar goes away again

const root = document.documentElement;
const main = document.getElementById("main");
const heading = el("header", { class: "heading" });
const running = el("section", { class: "running", "aria-live": "polite" });
const coming = el("footer", { class: "coming" });
main.append(heading, running, coming);

open({ paint });

// The bar is for whoever sets the projector up: it shows while the pointer moves or a key has focus in it.
let timer = 0;
function wake() {
  root.dataset.bar = "yes";
  clearTimeout(timer);
  timer = setTimeout(() => delete root.dataset.bar, IDLE);
}
for (const sign of ["pointermove", "pointerdown", "keydown"]) addEventListener(sign, wake);
addEventListener("resize", fitAll);

function paint(picture, show) {
  const { current, next, phase } = picture;
  draw(heading, [picture.show, picture.session.title, current != null], () => [
    current && picture.show.organiser && el("p", { class: "organiser" }, picture.show.organiser),
    current && el("p", { class: "show" }, picture.show.title),
    current && picture.session.title && picture.session.title !== picture.show.title && el("p", { class: "session" }, picture.session.title),
  ]);
  const names = current ? (picture.names ?? []) : [];
  mark(main, "data-names", names.length || null);
  if (!names.length) mark(running, "data-columns", (fittedFor = "") || null);
  const start = picture.floating ? null : picture.session.start;
  draw(running, [names, current, phase, current == null && picture.show, current == null && picture.session.title, start], () => {
    if (names.length) return honoured(current, names);
    if (current) return now(current);
    return [
      picture.show.organiser && el("p", { class: "organiser" }, picture.show.organiser),
      el("p", { class: "title" }, picture.show.title),
      phase !== "ended" && picture.session.title && el("p", { class: "session" }, picture.session.title),
      phase === "ended" && el("p", { class: "by" }, words.display_thanks),
      phase !== "ended" && start && el("p", { class: "by" }, say(words.display_soon, { at: show.at(start) })),
    ];
  });
  draw(coming, [phase, current && next && [next.title, next.by, next.heading]], () =>
    current && next && [el("p", { class: "label" }, words.display_next), el("p", { class: "title" }, next.title), next.by && el("p", { class: "by" }, next.by)],
  );
  fitAll();
}

function now(current) {
  const isPart = current.heading && current.heading !== current.title;
  return [
    el("p", { class: "label" }, words.display_now),
    isPart && el("p", { class: "heading-of" }, current.heading),
    el("p", { class: "title" }, current.title),
    current.by && el("p", { class: "by" }, current.by),
  ];
}

function honoured(current, names) {
  return [el("p", { class: "label" }, current.heading ?? current.title), el("ol", { class: "names" }, names.map((name) => el("li", {}, name)))];
}

let fittedFor = "";

// As large as they go, in one column or in two.
function fitNames() {
  const key = `${running.textContent}|${innerWidth}|${innerHeight}`;
  if (fittedFor === key) return;
  fittedFor = key;
  const sizes = [2, 1].map((columns) => [sizeIn(columns), columns]);
  const [size, best] = sizes.reduce((one, other) => (other[0] >= one[0] ? other : one));
  if (best !== 1) sizeIn(best);
  running.style.fontSize = `${size}px`;
}

function sizeIn(columns) {
  mark(running, "data-columns", columns);
  fit(running, 12, innerHeight * 0.1);
  return parseFloat(running.style.fontSize);
}

function fitAll() {
  if (main.dataset.names) return fitNames();
  fit(running, 16, Math.min(innerWidth * 0.085, innerHeight * 0.11));
}
