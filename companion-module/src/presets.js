// Buttons that are ready to be dragged onto a page.

import { AMBER, BLACK, BLUE, GREEN, on, RED, WHITE } from "./colours.js";

/** The sections and the buttons, with texts in `words`. `label` is what this connection is called in variables. */
export function presets(words, label) {
  const text = (name) => `$(${label}:${name})`;
  const lit = (feedbackId, bgcolor, options = {}) => ({ feedbackId, options, style: on(bgcolor) });
  const button = (name, shown, actionId, options, feedbacks, size = "auto") => ({
    type: "simple",
    name,
    style: { text: shown, size, color: WHITE, bgcolor: BLACK },
    steps: [{ down: actionId ? [{ actionId, options }] : [], up: [] }],
    feedbacks: [...feedbacks, lit("lost", RED)],
  });
  const asks = lit("asks", AMBER);
  const acts = words.actions;
  const buttons = {
    go: button(acts.go, `GO\\n${text("next_call")}`, "go", {}, [lit("next_is_cue", BLUE), asks]),
    advance: button(acts.advance, `${acts.advance}\\n${text("next")}`, "advance", {}, [asks]),
    standby: button(acts.standby, acts.standby, "standby", {}, []),
    hold: button(acts.hold_resume, acts.hold_resume, "hold_resume", {}, [lit("held", AMBER)]),
    more: button(`${acts.add_time} +1'`, "+1'", "add_time", { seconds: 60 }, [], "44"),
    less: button(`${acts.add_time} -1'`, "-1'", "add_time", { seconds: -60 }, [], "44"),
    undo: button(acts.undo, acts.undo, "undo", {}, []),
    count: button(words.variables.count, `${text("count")}\\n${text("current")}`, null, {}, [lit("soon", AMBER), lit("overrun", RED), lit("held", AMBER)]),
    end: button(words.variables.expected_end, `${text("expected_end")}\\n${text("lateness")}`, null, {}, [lit("late_show", AMBER)]),
    unanswered: button(words.variables.unanswered, text("unanswered"), null, {}, [lit("unanswered", AMBER, { late: false })]),
    ack: button(acts.ack, acts.ack, "ack", { role: "any" }, [lit("unanswered", AMBER, { late: false }), lit("light_standby", AMBER), lit("light_ready", BLUE), lit("light_go", GREEN)]),
    deck: button(words.options.deck, `${text("deck_a")}\\n${text("deck_b")}`, null, {}, [lit("armed", BLUE, { deck: "any" }), lit("sounding", GREEN, { deck: "any" })]),
    fade: button(acts.fade, acts.fade, "fade", {}, [lit("sounding", GREEN, { deck: "any" })]),
    panic: button(acts.panic, acts.panic, "panic", {}, [lit("sounding", RED, { deck: "any" }), asks]),
  };
  const sections = [
    { id: "calling", name: words.sections.calling, definitions: ["go", "advance", "standby", "hold", "more", "less", "undo", "ack"] },
    { id: "sound", name: words.sections.sound, definitions: ["deck", "fade", "panic"] },
    { id: "looks", name: words.sections.looks, definitions: ["count", "end", "unanswered"] },
  ];
  return [sections, buttons];
}
