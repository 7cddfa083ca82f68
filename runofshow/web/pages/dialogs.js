// Questions and short forms, in the browser's own modal dialog: focus stays in it and Escape leaves it.

import { el, put } from "./dom.js";
import { words } from "./words.js";

/** Ask; true when the answer is `yes`. `danger` makes the safe answer the first one. */
export function question(title, why, yes) {
  return new Promise((resolve) => {
    const dialog = el(
      "dialog",
      { class: "question", "aria-labelledby": "question-title" },
      el("form", { method: "dialog" }, el("h2", { id: "question-title" }, title), el("p", {}, why), el("div", { class: "row" }, el("button", { value: "no", autofocus: true }, words.no), el("button", { value: "yes", class: "danger" }, yes))),
    );
    shown(dialog, () => resolve(dialog.returnValue === "yes"));
  });
}

/**
 * A form of `fields`: {name, label, value, type, choices, presets}. `save(values)` gives a complaint in
 * words, or null when all is done and the form may go.
 */
export function form(title, fields, button, save) {
  const told = el("p", { class: "told", role: "alert" });
  const inputs = new Map();
  const rows = fields.map((field) => {
    const input = inputOf(field);
    inputs.set(field.name, input);
    const presets = (field.presets ?? []).map((text) =>
      el("button", { type: "button", onclick: () => ((input.value = text), input.focus()) }, text),
    );
    return [el("label", {}, el("span", {}, field.label), input), presets.length ? el("div", { class: "quick" }, presets) : null];
  });
  const body = el(
    "form",
    {},
    el("h2", {}, title),
    rows,
    told,
    el("div", { class: "row" }, el("button", { type: "button", onclick: () => dialog.close() }, words.cancel), el("button", { class: "main" }, button)),
  );
  const dialog = el("dialog", { class: "form" }, body);
  body.addEventListener("submit", async (event) => {
    event.preventDefault();
    put(told, words.sending);
    const complaint = await save(Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()])));
    if (complaint === null) dialog.close();
    else put(told, complaint);
  });
  shown(dialog, () => {});
}

/** A dialog of buttons: [label, act] pairs. */
export function choices(title, options) {
  const buttons = options.map(([label, act]) =>
    el("button", { type: "button", onclick: () => (dialog.close(), act()) }, label),
  );
  const dialog = el("dialog", { class: "choices", "aria-label": title }, el("h2", {}, title), el("div", { class: "column" }, buttons, el("button", { type: "button", class: "plain", onclick: () => dialog.close() }, words.close)));
  shown(dialog, () => {});
}

function inputOf({ value = "", type = "text", choices: options, name }) {
  if (options) return el("select", { name }, options.map(([key, label]) => el("option", { value: key, selected: key === value }, label)));
  if (type === "long") return Object.assign(el("textarea", { name, rows: 4 }), { value });
  return Object.assign(el("input", { name, type: "text", inputmode: type === "number" ? "decimal" : null, autocomplete: "off" }), { value });
}

function shown(dialog, done) {
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    done();
  });
  dialog.addEventListener("click", (event) => {
    // a tap on the ground around it leaves it
    if (event.target === dialog) dialog.close();
  });
  dialog.showModal();
}
