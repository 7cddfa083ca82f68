// The stage manager's console for a phone: the count, what GO will do, and every order.

import { amending } from "./amending.js";
import { count } from "./count.js";
import { isAsked, isOver, isReady, phaseOf, shapeOf, whatOf } from "./cues.js";
import { choices, form, question } from "./dialogs.js";
import { draw, el, mark, put } from "./dom.js";
import { countUp } from "./formats.js";
import { hallDoors } from "./doors.js";
import { lateAnswers, machines } from "./late.js";
import { rows, voteOf } from "./order.js";
import { ask } from "./orders.js";
import { peopleLine, peopleView } from "./people.js";
import { proposalsView } from "./proposals.js";
import { roundFacts, roundLine, stepAfter } from "./round.js";
import { open, phaseWord } from "./screen.js";
import { soundBooth } from "./booth.js";
import { speechLine } from "./speech.js";
import { timecodeLine } from "./timecode.js";
import { timesLine } from "./times.js";
import { waysView } from "./ways.js";
import { say, words } from "./words.js";

const GUARD = 700; // two presses of GO within it are one, as on the console
const ALARMS_SHOWN = 2; // as on a low console
const LATE_SHOWN = 2; // so that the count and the cues stay in sight; the others are counted
const HEARD = 600000; // ms a message stays in sight
const WRITE_TO = ["speaker", "mc", "music", "lights", "screen", "crew", "stage"];
const READY = [words.forms.ready_five, words.forms.ready_one, words.forms.ready_conclude, words.ready_wait, words.ready_come];

const main = document.getElementById("main");
const hand = document.getElementById("hand");

const alarms = el("section", { class: "alarms", role: "alert", "aria-label": words.alarms });
const late = el("section", { class: "late", role: "status", "aria-label": words.late_answers });
const digits = el("p", { class: "digits", role: "timer" });
const label = el("p", { class: "label" });
const current = el("div", { class: "item" });
const times = el("p", { class: "times-line" });
const speech = speechLine();
const timecode = timecodeLine();
const cueList = el("ol", { class: "cues" });
const heard = el("section", { class: "heard", role: "status", "aria-label": words.messages });
const booth = soundBooth({ seen: () => picture, tell });
const people = peopleView((text) => tell(`${words.refused}: ${text}`, true), { saysWaits: false });
const ways = waysView((what) => order(what));
const proposals = proposalsView((what) => order(what));
const list = el("ol", { class: "order", "aria-label": words.order });
const doors = hallDoors();
main.append(
  alarms,
  late,
  el("section", { class: "top" }, el("div", { class: "counted" }, digits, label), current, times, speech.node, timecode.node),
  heard,
  ways.node,
  proposals.node,
  booth.node,
  el("section", { class: "all" }, el("h2", {}, words.cues), cueList),
  people.node,
  el("section", { class: "all" }, el("h2", {}, words.order), list),
  doors.node,
);

const told = el("p", { class: "told", role: "status" });
const goWord = el("strong", { class: "go-word" });
const goWhat = el("span", { class: "go-what" });
const goState = el("span", { class: "go-state" });
const go = el("button", { type: "button", class: "go", onclick: onGo }, goWord, goWhat, goState);
const hold = el("button", { type: "button", onclick: () => soon({ do: picture.phase === "held" ? "resume" : "hold" }) });
const undo = button(words.undo, "↶", () => order({ do: "undo" }, (answer) => say(words.done_undo, { call: words.calls[answer.undone] })));
const writing = button(words.write, "✉", () => write("speaker"));
const noting = button(words.note, "✎", takeNote);
const afterTheEnd = [undo, writing, noting];
const buttons = el(
  "div",
  { class: "pad" },
  button(words.standby, "◐", () => order({ do: "standby" })),
  hold,
  button(words.more, "+1'", () => add(60), words.more_short),
  button(words.less, "−1'", () => add(-60), words.less_short),
  undo,
  button(words.redo, "↷", () => order({ do: "redo" }, (answer) => say(words.done_redo, { call: words.calls[answer.redone] }))),
  button(words.back, "⏮︎", () => order({ do: "back" })),
  button(words.advance, "⏭︎", onAdvance),
  writing,
  noting,
  button(words.end, "■", onEnd),
);
hand.append(told, go, buttons);

let picture = null;
let pressedAt = -Infinity;
const onRow = amending({ seen: () => picture, order, tell, callCue });
open({ paint, tick, reach: booth.reach });

function tell(text, isBad = false) {
  put(told, text);
  mark(told, "data-refused", isBad ? "yes" : null);
}

function button(name, sign, act, shown = name) {
  return el("button", { type: "button", onclick: act, "aria-label": name }, el("span", { class: "sign", "aria-hidden": "true" }, sign), el("span", { class: "name" }, shown));
}

// Every call says which picture it was made on, so that none skips an item that was never seen.
function order(what, said = "") {
  return booth.send(what, said, picture.seq);
}

// What cannot skip an item may be tapped again before the picture shows the tap before.
function soon(what) {
  return booth.send(what, "");
}

function add(seconds) {
  soon({ do: "add_time", seconds, item_id: picture.current?.item_id ?? null });
}

function onGo() {
  const at = performance.now();
  if (at - pressedAt < GUARD || !picture || picture.phase === "ended") return;
  if (!picture.next_call) return onEnd();
  pressedAt = at;
  order({ do: "go" });
}

function onAdvance() {
  if (picture.next == null && picture.phase !== "ended") onEnd();
  else order({ do: "advance" });
}

async function onEnd() {
  if (await question(words.ask_end, words.ask_end_why, words.yes_end)) order({ do: "end" });
}

function paint(next, show) {
  picture = next;
  draw(alarms, picture.alarms, alarmsUp);
  draw(current, [picture.current?.item_id, picture.current?.title, picture.current?.by, picture.current?.vote, picture.current?.added_s, picture.next, picture.phase, roundFacts(nearRound()), peopleLine(picture, show)], () => head(show));
  people.paint(picture.people ?? null, show);
  ways.paint(picture, show);
  proposals.paint(picture, show);
  draw(times, [picture.over_under_s, picture.slack_s, picture.session, picture.outlook, picture.phase], () => timesLine(picture, show));
  timecode.paint(picture.timecode, show);
  const near = cuesNear();
  draw(cueList, near, () => (near.length ? near.map((one) => cue(one, show)) : el("li", { class: "quiet" }, words.no_cues)));
  paintHeard(show);
  paintLate(show);
  doors.paint(machines(picture));
  booth.paint(picture, show);
  draw(list, [picture.items, picture.next?.item_id], () => rows(picture.items ?? [], show, picture.next?.item_id, onRow));
  paintGo(show);
  for (const one of buttons.children) mark(one, "disabled", picture.phase === "ended" && !afterTheEnd.includes(one));
  const held = picture.phase === "held";
  draw(hold, held, () => [el("span", { class: "sign", "aria-hidden": "true" }, held ? "▶︎" : "⏸︎"), el("span", { class: "name" }, held ? words.resume : words.hold)]);
}

function alarmsUp() {
  const up = [...(picture.alarms ?? [])].sort((one, other) => Date.parse(other.since) - Date.parse(one.since));
  const stepped = up.some((alarm) => alarm.code === "clock_stepped");
  const canBePutAway = up.some((alarm) => alarm.code !== "journal");
  return [
    up.slice(0, ALARMS_SHOWN).map(alarmUp),
    up.length > ALARMS_SHOWN && el("details", { open: alarms.querySelector("details")?.open ?? false }, el("summary", {}, `${words.alarms} · +${up.length - ALARMS_SHOWN}`), up.slice(ALARMS_SHOWN).map(alarmUp)),
    stepped && el("button", { type: "button", "data-key": "correct", onclick: () => order({ do: "correct_clock" }) }, words.correct_clock),
    canBePutAway && el("button", { type: "button", "data-key": "seen", onclick: () => order({ do: "dismiss" }) }, words.alarms_seen),
  ];
}

const alarmUp = (alarm) => el("p", {}, `✗ ${inWords(alarm)}`);

function inWords(alarm) {
  const phrase = words.alarm[alarm.code];
  // of a track its title: the file and what is wrong with it stand beside the decks
  const detail = alarm.code.startsWith("track_") ? alarm.detail.split(" · ")[0] : alarm.detail;
  const about = [detail, words.alarm.causes[alarm.cause] ?? alarm.cause].filter(Boolean);
  return [say(phrase, { by: countUp(Math.abs(alarm.by_s) * 1000) }), about.join(" · ")].join(" ");
}

function paintLate(show) {
  const found = lateAnswers(picture, show.now());
  const waits = found.slice(0, LATE_SHOWN);
  draw(late, [waits.map(({ id, tone }) => [id, tone]), found.length], () => waits.map((one) => el("p", { "data-late": one.id, "data-tone": one.tone })));
  waits.forEach((one, at) => {
    const more = at === waits.length - 1 && found.length > waits.length ? ` · +${found.length - waits.length}` : "";
    put(late.children[at], one.text + more);
  });
}

function paintHeard(show) {
  const told = messagesHeard(show);
  const known = acknowledged(show);
  draw(heard, [told, known], () => [told.map((one) => message(one, show)), known.map((one) => answer(one, show))]);
}

function tick(next, show) {
  picture = next;
  paintHeard(show);
  paintLate(show);
  booth.tick(picture, show);
  speech.paint(picture.speech, show.now());
  const counted = count(picture, show.now());
  put(digits, counted?.text ?? "–:––");
  put(label, counted?.label ?? words[phaseWord(picture)]);
  mark(digits.parentElement, "data-tone", counted?.tone ?? "calm");
  paintGo(show);
  for (const node of cueList.querySelectorAll("[data-waits]")) {
    const cue = picture.cues.find((one) => one.cue_id === node.dataset.waits);
    if (cue) put(node, cueState(cue, show));
  }
}

function paintGo(show) {
  const call = picture.next_call;
  mark(go, "aria-disabled", picture.phase === "ended" ? "true" : null);
  let [word, what, state, tone] = [words.go_end, "", "", "end"];
  if (picture.phase === "ended") [word, tone] = [words.go_over, "over"];
  else if (call?.what === "cue") {
    const cue = picture.cues.find((one) => one.cue_id === call.id);
    if (cue) [word, what, state, tone] = [`▶ ${say(words.go_cue, { who: words.roles[cue.to] })}`, `${cue.number} ${cue.text}${markOf(cue)}`, cueState(cue, show), toneOf(cue)];
  } else if (call?.what === "item") {
    const item = picture.items.find((one) => one.item_id === call.id);
    const phrase = picture.phase === "before" ? words.go_first : words.go_item;
    if (item) [word, what, state, tone] = [`▶ ${say(phrase, { number: item.session ? `${item.number} · ${item.session}` : item.number })}`, item.title, item.by ?? "", "item"];
  } else if (call?.what === "end") {
    const item = picture.items.find((one) => one.item_id === call.id);
    if (item) [word, what, tone] = [`▶ ${say(words.go_end_item, { number: item.number })}`, item.title, "item"];
  } else if (call?.what === "session") [word, tone] = [`▶ ${say(words.go_session, { title: call.id })}`, "item"];
  put(goWord, word);
  put(goWhat, what);
  put(goState, picture.phase === "held" ? `❚❚ ${words.count.held}` : state);
  mark(go, "data-tone", tone);
}

// Green is what the player has armed, or a hand has answered.
function toneOf(cue) {
  if (isReady(cue)) return "ready";
  return cue.by_machine && cue.phase !== "later" ? cue.lamp : "cue";
}

function markOf(cue) {
  const item = { anthem_without_words: words.without_words, anthem_with_words: words.with_words }[cue.mark];
  return item ? ` · ${item}` : "";
}

function cueState(cue, show) {
  const who = words.roles[cue.to];
  if (cue.by_machine) return `${shapeOf(cue)} ${phaseOf(cue, show)}`;
  if (isReady(cue)) return `● ${say(words.answered, { who })}`;
  const waits = (picture.waiting ?? []).find((one) => one.id === cue.cue_id);
  if (waits) return `◐ ${say(words.unanswered, { who, count: countUp(show.now() - Date.parse(waits.since)) })}`;
  if (isAsked(cue) && !picture.answering.includes(cue.to)) return `◐ ${cue.phase === "due" ? words.due_by_voice : words.by_voice}`;
  return `${shapeOf(cue)} ${phaseOf(cue, show)}`;
}

// The cues of the running item and of the next: what can still be called or asked about, and then what is over.
function cuesNear() {
  const ids = [picture.current?.item_id, picture.next?.item_id];
  const near = (picture.cues ?? []).filter((cue) => ids.includes(cue.item_id) || isAsked(cue));
  return [...near.filter((cue) => !isOver(cue)), ...near.filter(isOver)];
}

// Only what it still takes: a hand that answers by voice or radio is ticked off here.
function callCue(one) {
  const options = [];
  if (one.phase === "later") options.push([`◐ ${words.standby}`, () => order({ do: "standby", cue_id: one.cue_id })]);
  if (one.phase !== "gone") options.push([`▶ ${words.go}`, () => order({ do: "go", cue_id: one.cue_id })]);
  if (one.by_machine && one.do === "play" && !isOver(one) && !one.armed) options.push([`↻ ${words.arm}`, () => booth.arm(one)]);
  if (!one.by_machine && !isOver(one) && one.acked_at == null) options.push([`● ${say(words.answered, { who: words.roles[one.to] })}`, () => order({ do: "ack", cue_id: one.cue_id })]);
  options.push([`✉ ${words.forms.field_to} ${words.roles[one.to]}`, () => write(one.to)]);
  choices(`${one.number} ${one.text}`, options);
}

function cue(one, show) {
  const act = () => callCue(one);
  return el(
    "li",
    { class: "cue", "data-phase": one.phase, "data-lamp": one.lamp, "aria-current": picture.next_call?.id === one.cue_id ? "step" : null },
    el(
      "button",
      { type: "button", class: "inside", "data-key": one.cue_id, onclick: act },
      el("span", { class: "shape", "aria-hidden": "true" }, shapeOf(one)),
      el("span", { class: "number" }, one.number),
      el("span", { class: "body" }, el("span", { class: "who" }, words.roles[one.to]), " ", whatOf(one)),
      el("span", { class: "phase", "data-waits": one.cue_id }, cueState(one, show)),
    ),
  );
}

function head(show) {
  const { current: running, next } = picture;
  return [
    el("p", { class: "now" }, el("span", { class: "label" }, running ? words.now : words[phaseWord(picture)]), " ", running && [el("span", { class: "number" }, running.number), " ", el("strong", {}, running.title)]),
    running?.by && el("p", { class: "by" }, running.by),
    running?.vote && el("p", { class: "vote" }, voteOf(running)),
    el("p", { class: "next" }, el("span", { class: "label" }, words.next), " ", next ? [`${next.number} ${next.title}`, next.by && el("span", { class: "next-by" }, ` · ${next.by}`), ` · ${show.at(next.expected_start)}`] : words.nothing_next),
    peopleLine(picture, show) && el("p", { class: "people-line" }, peopleLine(picture, show)),
    roundLine(nearRound(), show),
    toStep(picture.round?.running),
  ];
}

// Of a round that is far nothing stands in the way of what runs.
function nearRound() {
  const { round, next } = picture;
  return round?.running || (next && round?.next?.item_id === next.item_id) ? round : null;
}

// A batch goes through its steps beside its cues; behind the last GO calls what comes next.
function toStep(batch) {
  const step = batch && stepAfter(batch);
  return step && el("button", { type: "button", class: "step", "data-key": `step ${step}`, onclick: () => order({ do: "step", step }) }, `▸ ${say(words.award.to_step, { step: words.award[`step_${step}`] })}`);
}

// What the hands wrote and nobody has answered, the newest first; what is ten minutes old is past.
function messagesHeard(show) {
  const messages = picture.messages ?? [];
  const isAnswered = (one) => messages.some((other) => other.to === one.by && other.by === "caller" && other.at > one.at);
  return messages
    .filter((one) => one.to === "caller" && show.now() - Date.parse(one.at) < HEARD && !isAnswered(one))
    .slice(-3)
    .reverse();
}

// What others have acknowledged; who answered in words is heard by these.
function acknowledged(show) {
  const messages = picture.messages ?? [];
  const inWords = (one) => messages.some((other) => other.by === one.answered_by && other.at === one.answered_at);
  return messages
    .filter((one) => one.answered_at != null && one.answered_by !== "caller" && one.to !== "caller" && !inWords(one))
    .filter((one) => show.now() - Date.parse(one.answered_at) < HEARD)
    .slice(-2)
    .reverse();
}

function answer(one, show) {
  const who = words.roles[one.answered_by] ?? one.answered_by;
  return el("p", { class: "known", "data-known": one.id }, el("strong", {}, `✓ ${say(words.message_known, { who })} · ${show.at(one.answered_at)}: `), one.text);
}

function message(one, show) {
  return el(
    "button",
    { type: "button", class: "message", "data-message": one.id, onclick: () => write(one.by) },
    el("strong", {}, `✉ ${say(words.message_from, { who: words.roles[one.by] ?? one.by })} · ${show.at(one.at)}: `),
    one.text,
  );
}

function write(to) {
  const fields = [
    { name: "to", label: words.forms.field_to, value: to, choices: WRITE_TO.map((role) => [role, words.roles[role]]) },
    { name: "text", label: words.forms.field_text, presets: READY },
  ];
  form(words.message, fields, words.forms.send, (values) => ask({ do: "message", to: values.to, text: values.text }));
}

function takeNote() {
  const fields = [
    { name: "text", label: words.forms.field_text, type: "long" },
    { name: "kind", label: words.forms.field_note_kind, value: "note", choices: Object.entries(words.forms.note_kinds) },
  ];
  form(words.forms.note_title, fields, words.forms.save, (values) => ask({ do: "note", text: values.text, kind: values.kind }));
}
