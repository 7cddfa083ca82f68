// What the stage manager may do to one row of the running order: its order, its words, its cues, its start.

import { isOver, shapeOf } from "./cues.js";
import { choices, form } from "./dialogs.js";
import { ask, asked } from "./orders.js";
import { reach } from "./reaching.js";
import { fieldsOf, itemFields, ordersOf, secondsOf, written, wrong } from "./row_form.js";
import { say, words } from "./words.js";

/**
 * What to do with `item` of the newest picture, which `seen()` gives. `order(what)` sends an order and tells what
 * came of it; `callCue(cue)` asks what to do with a cue.
 */
export function amending({ seen, order, tell, callCue }) {
  function onRow(item) {
    const id = item.item_id;
    const { items, cues } = seen();
    const isHeading = items.some((one) => one.parent_id === id);
    const own = (cues ?? []).filter((cue) => cue.item_id === id && !(isOver(cue) && cue.phase === "gone"));
    const options = [];
    if (["upcoming", "aside"].includes(item.state)) options.push([words.jump, () => order({ do: "jump", item_id: id })]);
    // what the plan does not have is taken out; what it has is skipped, and stays on the paper
    if (item.state === "upcoming" && item.planned_start == null && !isHeading) options.push([words.remove, () => order({ do: "remove", item_id: id })]);
    else if (item.state === "upcoming") options.push([words.skip, () => order({ do: "skip", item_id: id })]);
    if (["skipped", "aside"].includes(item.state)) options.push([words.unskip, () => order({ do: "unskip", item_id: id })]);
    if (item.state === "upcoming") options.push([words.move_up, () => move(id, -1)], [words.move_down, () => move(id, 1)]);
    if (item.actual_start && !isHeading) options.push([words.backdate, () => backdate(item)]);
    if (own.length) options.push([words.cues_of, () => choices(`${item.number} ${item.title}`, own.map((cue) => [`${shapeOf(cue)} ${words.roles[cue.to]}: ${cue.text}`, () => callCue(cue)]))]);
    options.push([words.edit, () => edit(item, isHeading)], [words.insert, () => insert(item)]);
    choices(`${item.number} ${item.title}`, options);
  }

  // One place up or down on its own level; at the end of a session, into the next one to its head, or back behind the last.
  // From where it is now: somebody else may have moved it since the choice was offered.
  function move(id, by) {
    const { items } = seen();
    const item = items.find((one) => one.item_id === id);
    if (!item) return tell(words.refusals.unknown_item);
    const beside = (id) => items.filter((one) => one.session_id === id && (one.parent_id ?? null) === (item.parent_id ?? null));
    const level = beside(item.session_id);
    const at = level.indexOf(item);
    const to = { do: "move", item_id: id };
    if (level[at + by]) return order({ ...to, before: (by < 0 ? level[at - 1] : level[at + 2])?.item_id ?? null });
    const sessions = [...new Set(items.map((one) => one.session_id))];
    const session = sessions[sessions.indexOf(item.session_id) + by];
    if (item.parent_id || session === undefined) return tell(words.refusals.bad_place);
    return order(by < 0 ? { ...to, before: null, session } : { ...to, before: beside(session)[0].item_id });
  }

  function backdate(item) {
    const field = { name: "minutes", label: words.field_earlier, value: "1", type: "number", presets: ["1", "2", "5"] };
    form(`${words.backdate} · ${item.number}`, [field], words.forms.save, ({ minutes }) => {
      const seconds = secondsOf(minutes);
      return seconds === null ? words.bad_minutes : ask({ do: "backdate", item_id: item.item_id, seconds }, seen().seq);
    });
  }

  // The words are asked for when they are wanted: every picture would carry them all else.
  async function edit(item, isHeading) {
    tell(words.sending);
    let whole = await wordsOf(item.item_id);
    if (whole === null) return tell(words.not_loaded);
    tell("");
    let was = written(whole);
    const tracks = (seen().sound?.tracks ?? []).filter((track) => track.file != null);
    const opened = seen().items;
    let isLost = false;

    async function save(values) {
      const complaint = wrong(values);
      if (complaint !== null) return complaint;
      if (!isLost && !seen().items.some((one) => one.item_id === item.item_id)) {
        isLost = true;
        return words.lost_row;
      }
      if (isLost && whole.item_id === item.item_id) {
        let id = null;
        const again = { do: "insert", ...placeOf(item, opened, seen().items), title: values.title, by: values.by || null, kind: item.kind, seconds: secondsOf(values.minutes) };
        const refusal = await asked(again, undefined, (answer) => (id = answer.item_id));
        if (refusal !== null) return refusal.said;
        whole = await wordsOf(id);
        if (whole === null) return words.not_loaded;
        was = written(whole);
        // its kind brought cues of its own
        whole.cues = [];
      }
      for (const [one, done] of ordersOf(whole, was, values)) {
        const refusal = await ask(one);
        if (refusal !== null) return refusal;
        done();
      }
      return null;
    }

    form(say(words.forms.edit_title, { number: item.number }), fieldsOf(whole, was, isHeading, tracks), words.forms.save, save);
  }

  function insert(item) {
    const { forms } = words;
    const called = item.session ? `${item.number} · ${item.session}` : item.number;
    const places = [["after", say(forms.place_after, { number: called })], ["before", say(forms.place_before, { number: called })]];
    const fields = [
      ...itemFields({ title: "", by: "", minutes: "5" }, true),
      { name: "kind", label: forms.field_kind, value: "other", choices: Object.entries(words.kinds) },
      { name: "place", label: forms.field_place, value: "after", choices: places },
    ];
    form(say(forms.insert_title, { number: item.number }), fields, words.insert_button, (values) => {
      const seconds = secondsOf(values.minutes);
      if (seconds === null) return [words.bad_minutes, "minutes"];
      return ask({ do: "insert", [values.place]: item.item_id, title: values.title, by: values.by || null, kind: values.kind, seconds }, seen().seq);
    });
  }

  return onRow;
}

async function wordsOf(itemId) {
  try {
    const told = await fetch(reach("/api/item", { as: "caller", lang: document.documentElement.lang, id: itemId }));
    return told.ok ? await told.json() : null;
  } catch {
    return null;
  }
}

// Beside what stood next to it when its form was opened, and is still there.
function placeOf(item, opened, now) {
  const still = new Set(now.map((one) => one.item_id));
  const level = opened.filter((one) => (one.parent_id ?? null) === (item.parent_id ?? null) && one.session === item.session).map((one) => one.item_id);
  const at = level.indexOf(item.item_id);
  const above = level.slice(0, at).findLast((id) => still.has(id));
  return above ? { after: above } : { before: level.slice(at).find((id) => still.has(id)) ?? null };
}
