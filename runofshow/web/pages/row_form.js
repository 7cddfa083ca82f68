// The form of a row: what it asks about an item and its cues, and the orders that its answers make. Only what was
// changed is ordered, so what another window has changed while the form stood is kept.

import { say, words } from "./words.js";

const LONG = 10000; // signs of the MC's words
const NOBODY = "";
const HANDS = ["mc", "music", "lights", "screen", "crew", "stage"];
const VOTES = ["in_favour", "against", "other"]; // with the first empty the vote is not counted
const MOST_VOTES = 100000;
const WRITTEN = ["title", "by", "start", "until", "presenter", "mc", "notes"];

/** What `whole`, an item as the console gives it for its form, says in the fields of the form. */
export function written(whole) {
  const values = Object.fromEntries(WRITTEN.map((name) => [name, (whole[name] ?? "").trim()]));
  for (const name of VOTES) values[name] = whole.vote == null ? "" : String(whole.vote[name]);
  return { ...values, minutes: minutesOf(whole.planned_s), protected: whole.protected ? "yes" : "no" };
}

/** The fields: the item's own, those of each cue, and a new cue's. `tracks` are what a music cue may play. */
export function fieldsOf(whole, was, isHeading, tracks) {
  const { forms } = words;
  const named = tracks.map((track) => [track.track_id, track.title]);
  return [
    ...itemFields(was, !isHeading),
    ...(whole.takes_vote ? VOTES.map((name, at) => ({ name, label: forms[`field_${name}`], value: was[name], type: "count", part: at > 0 })) : []),
    { name: "start", label: forms.field_start, value: was.start },
    { name: "until", label: forms.field_until, value: was.until },
    ...(whole.presenter === null ? [] : [{ name: "presenter", label: forms.field_presenter, value: was.presenter, type: "line" }]),
    { name: "protected", label: forms.field_protected, value: was.protected, choices: [["yes", words.yes], ["no", words.no]] },
    { name: "mc", label: forms.field_mc, value: was.mc, type: "long", hint: words.mc_hint, limit: LONG },
    { name: "notes", label: forms.field_notes, value: was.notes, type: "long", rows: 2, limit: LONG },
    ...whole.cues.flatMap((cue, at) => [
      { name: `cue${at}`, label: say(forms.field_cue, { number: at + 1, to: words.roles[cue.to] }), value: cue.text },
      { name: `at${at}`, label: forms.field_cue_at, value: cue.said, part: true },
      ...(cue.to === "music" && named.length ? [{ name: `track${at}`, label: forms.field_cue_track, value: cue.track ?? "", choices: [["", forms.no_track], ...named], part: true }] : []),
    ]),
    { name: "new_to", label: forms.field_new_cue, value: NOBODY, choices: [[NOBODY, forms.new_cue_nobody], ...HANDS.map((role) => [role, words.roles[role]])] },
    { name: "new_text", label: forms.field_new_text, part: true },
    { name: "new_at", label: forms.field_cue_at, value: words.at_start, part: true },
  ];
}

/** Title, person and, where it has one, length. */
export function itemFields(was, hasLength) {
  const { forms } = words;
  return [
    { name: "title", label: forms.field_title, value: was.title, type: "line" },
    { name: "by", label: forms.field_by, value: was.by, type: "line" },
    ...(hasLength ? [{ name: "minutes", label: forms.field_minutes, value: was.minutes, type: "number" }] : []),
  ];
}

/** What is wrong with the answers, in words and at which field; null when nothing is. */
export function wrong(values) {
  if (values.minutes !== undefined && secondsOf(values.minutes) === null) return [words.bad_minutes, "minutes"];
  const votes = VOTES.map((name) => values[name] ?? "");
  const bad = votes.findIndex((text) => text && !(/^[0-9]+$/.test(text) && Number(text) <= MOST_VOTES));
  if (bad >= 0 || (votes.some(Boolean) && !votes[0])) return [words.forms.bad_votes, VOTES[Math.max(bad, 0)]];
  if (values.new_to === NOBODY) return values.new_text ? [words.forms.new_cue_to, "new_to"] : null;
  return values.new_text ? null : [words.refusals.empty, "new_text"];
}

/**
 * The orders, each with what holds once it is obeyed, so that a form that is saved again after a refusal orders
 * nothing twice: [order, done] pairs. `was` and the cues of `whole` are what the form began with.
 */
export function ordersOf(whole, was, values) {
  const edit = { do: "edit", item_id: whole.item_id };
  for (const name of WRITTEN) if (values[name] !== undefined && values[name] !== was[name]) edit[name] = values[name];
  if (values.minutes !== undefined && values.minutes !== was.minutes) edit.seconds = secondsOf(values.minutes);
  if (values.protected !== was.protected) edit.protected = values.protected === "yes";
  const found = Object.keys(edit).length > 2 ? [[edit, () => Object.assign(was, values)]] : [];
  if (whole.takes_vote && VOTES.some((name) => values[name] !== undefined && values[name] !== was[name])) {
    const counted = Object.fromEntries(VOTES.filter((name) => values[name]).map((name) => [name, Number(values[name])]));
    found.push([{ do: "vote", item_id: whole.item_id, ...counted }, () => VOTES.forEach((name) => (was[name] = values[name]))]);
  }
  whole.cues.forEach((cue, at) => {
    if (cue.isOut || values[`cue${at}`] === undefined) return;
    const [text, said, track] = [values[`cue${at}`], values[`at${at}`], values[`track${at}`]];
    if (!text) return found.push([{ do: "remove_cue", cue_id: cue.cue_id }, () => (cue.isOut = true)]);
    const order = { do: "edit_cue", cue_id: cue.cue_id };
    if (text !== cue.text) order.text = text;
    if (said !== cue.said) order.at = said;
    if (track !== undefined && track !== (cue.track ?? "")) order.track_id = track;
    if (Object.keys(order).length > 2) found.push([order, () => Object.assign(cue, { text, said, track: track ?? cue.track })]);
  });
  if (values.new_to === NOBODY) return found;
  const added = { do: "add_cue", item_id: whole.item_id, to: values.new_to, text: values.new_text, at: values.new_at };
  return [...found, [added, () => {}]];
}

const minutesOf = (seconds) => String(Math.round((seconds / 60) * 100) / 100);

/** A number of minutes as it is typed, in seconds; null when it is none. */
export function secondsOf(minutes) {
  const seconds = Math.round(Number(minutes.replace(",", ".")) * 60);
  return seconds > 0 ? seconds : null;
}
