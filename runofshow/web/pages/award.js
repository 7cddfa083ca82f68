// What is handed over and who hands it over, of an award that is not on the round's own list (round.js).

import { el } from "./dom.js";
import { standingList } from "./round.js";
import { say, words } from "./words.js";

/** An award: its decision, when the names are called, the presenter and the recipients in order. */
export function award(given) {
  const people = (given.recipients ?? []).map((shown, at) => ({ place: at + 1, shown, name: shown }));
  return el(
    "div",
    { class: "award" },
    given.form && fact(words.award_form, given.form),
    given.decision && fact(words.decision, given.decision),
    given.reader && fact(words.reader, given.reader),
    el("p", { class: "called" }, given.called_before_reading ? `▲ ${words.called_before}` : `▼ ${words.called_after}`),
    given.presenter && fact(words.forms.field_presenter, given.presenter),
    people.length ? [el("h4", {}, words.recipients), standingList(people), el("p", { class: "tray" }, `▤ ${say(words.tray, { count: people.length })}`)] : el("p", { class: "quiet" }, words.no_recipients),
  );
}

function fact(name, value) {
  return el("p", { class: "fact" }, el("span", { class: "name" }, `${name}: `), el("strong", {}, value));
}
