// What a button shows of the show. Each is true or false; the colours are those of the console.

import { AMBER, BLUE, GREEN, GREY, on, RED } from "./colours.js";
import { at, decks, waiting } from "./picture.js";

/** The feedbacks; `tie` has `picture()`, `now()`, `isLost()`, `asking()`, `refusal()` and `words`. */
export function feedbacks(tie) {
  const { words } = tie;
  const feedback = (name, bgcolor, holds, options = []) => [
    name,
    { type: "boolean", name: words.feedbacks[name], defaultStyle: on(bgcolor), options, callback: ({ options: chosen }) => holds(tie.picture(), chosen) },
  ];
  const deck = { type: "dropdown", id: "deck", label: words.options.deck, default: "any", choices: ["any", "A", "B"].map((id) => ({ id, label: id === "any" ? words.options.any : id })) };
  const late = { type: "checkbox", id: "late", label: words.options.late, default: true };
  const tone = (name) => (picture) => at(picture?.count, tie.now())?.tone === name;
  const light = (...states) => (picture) => states.includes(at(picture?.light, tie.now())?.state);
  return Object.fromEntries([
    feedback("running", GREEN, (picture) => picture?.phase === "running"),
    feedback("held", AMBER, (picture) => picture?.phase === "held"),
    feedback("before", BLUE, (picture) => picture?.phase === "before"),
    feedback("ended", GREY, (picture) => picture?.phase === "ended"),
    feedback("soon", AMBER, tone("soon")),
    feedback("overrun", RED, tone("over")),
    feedback("late_show", AMBER, (picture) => (picture?.over_under_s ?? 0) >= 60),
    feedback("next_is_cue", BLUE, (picture) => picture?.next_call?.what === "cue"),
    feedback("light_standby", AMBER, light("standby", "due")),
    feedback("light_ready", BLUE, light("ready")),
    feedback("light_go", GREEN, light("go")),
    feedback("unanswered", AMBER, (picture, chosen) => waiting(picture, chosen.late).length > 0, [late]),
    feedback("armed", BLUE, (picture, chosen) => decks(picture, "armed", chosen.deck).length > 0, [deck]),
    feedback("sounding", GREEN, (picture, chosen) => decks(picture, "sounding", chosen.deck).length > 0, [deck]),
    feedback("alarm", RED, (picture) => (picture?.alarms ?? []).length > 0),
    feedback("asks", AMBER, () => tie.asking() !== null),
    feedback("refused", RED, () => tie.refusal() !== ""),
    feedback("lost", RED, () => tie.isLost()),
  ]);
}
