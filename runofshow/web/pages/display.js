// The hall's display, seen by the delegates: what runs and what comes. No count, no alarm, no message.

import { draw, el } from "./dom.js";
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
  const start = picture.floating ? null : picture.session.start;
  draw(running, [current, phase, current == null && picture.show, current == null && picture.session.title, start], () => {
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

function fitAll() {
  fit(running, 16, Math.min(innerWidth * 0.085, innerHeight * 0.11));
}
