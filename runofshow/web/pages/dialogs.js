// Questions and short forms, in the browser's own modal dialog: focus stays in it and Escape leaves it.

import { el, put } from "./dom.js";
import { words } from "./words.js";

/** Ask; true when the answer is `yes`. */
export const question = async (title, why, yes) => (await answerTo(title, why, yes, words.no)) === "yes";

/** Ask; gives "yes" or "no", and "" when the question is left. The safe answer is the first one. */
export function answerTo(title, why, yes, no) {
  return new Promise((resolve) => {
    const dialog = el(
      "dialog",
      { class: "question", "aria-labelledby": "question-title" },
      el("form", { method: "dialog" }, el("h2", { id: "question-title" }, title), el("p", {}, why), el("div", { class: "row" }, el("button", { value: "no", autofocus: true }, no), el("button", { value: "yes", class: "danger" }, yes))),
    );
    shown(dialog, () => resolve(dialog.returnValue));
  });
}

/**
 * A form of `fields`: {name, label, value, type, choices, presets, rows, limit, hint, part}. `save(values)` gives a
 * complaint in words, or that and the name of its field, or null when all is done and the form may go. While it is
 * being saved no second press counts.
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
    const hint = field.hint ? el("small", {}, field.hint) : null;
    return [el("label", { class: field.part ? "part" : null }, el("span", {}, field.label.trim()), input, hint), presets.length ? el("div", { class: "quick" }, presets) : null];
  });
  const body = el(
    "form",
    {},
    el("h2", {}, title),
    rows,
    el(
      "div",
      { class: "foot" },
      told,
      el("div", { class: "row" }, el("button", { type: "button", onclick: () => dialog.close() }, words.forms.cancel), el("button", { class: "main" }, button)),
    ),
  );
  const dialog = el("dialog", { class: "form" }, body);
  let isSaving = false;
  body.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isSaving) return;
    isSaving = true;
    put(told, words.sending);
    const values = Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()]));
    const complaint = await Promise.resolve(save(values)).finally(() => (isSaving = false));
    if (complaint === null) return dialog.close();
    const [said, at] = [complaint].flat();
    put(told, `✗ ${said}`);
    inputs.get(at)?.focus();
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

/** A picture from the server, with what it says in letters below. */
export function picture(title, source, text) {
  const image = el("img", { class: "code", src: source, alt: text });
  const dialog = el("dialog", { class: "picture", "aria-label": title }, el("h2", {}, title), image, el("p", { class: "link" }, text), el("div", { class: "column" }, el("button", { type: "button", onclick: () => dialog.close() }, words.close)));
  shown(dialog, () => {});
}

function inputOf({ value = "", type = "text", choices: options, name, rows = 5, limit = 500 }) {
  if (options) return el("select", { name }, options.map(([key, label]) => el("option", { value: key, selected: key === value }, label)));
  if (type === "line") return oneLine(Object.assign(el("textarea", { name, rows: 2, maxlength: limit }), { value }));
  if (type === "long") return Object.assign(el("textarea", { name, rows, maxlength: limit }), { value });
  return Object.assign(el("input", { name, type: "text", inputmode: { number: "decimal", count: "numeric" }[type] ?? null, autocomplete: "off" }), { value });
}

// A line of text that is seen whole, however long a name with its titles is; Enter is the form's.
function oneLine(area) {
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    area.form.requestSubmit();
  });
  area.addEventListener("input", () => {
    if (area.value.includes("\n")) area.value = area.value.replace(/\s*\n\s*/g, " ");
  });
  return area;
}

const ONE_TAP = 500; // ms within which the second click of a double one still means what stood there before
let changedAt = -ONE_TAP;

// Of two fast taps the second would choose what has just come under the finger, or been uncovered there.
addEventListener(
  "click",
  (event) => {
    if (event.detail < 2 || performance.now() - changedAt > ONE_TAP) return;
    event.preventDefault();
    event.stopPropagation();
  },
  { capture: true },
);

function shown(dialog, done) {
  changedAt = performance.now();
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    changedAt = performance.now();
    dialog.remove();
    done();
  });
  dialog.addEventListener("click", (event) => {
    // a tap on the ground around it leaves it
    if (event.target === dialog) dialog.close();
  });
  dialog.showModal();
}
