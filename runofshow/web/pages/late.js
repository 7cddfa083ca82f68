// Who has not answered for long, and who is here: the console says it, so that every window says the same.

import { countUp } from "./formats.js";
import { say, words } from "./words.js";

/** The answers that are late, the worst first: `id`, `tone` (late, overdue) and `text` as it is at `now`. */
export function lateAnswers(picture, now) {
  const late = (picture.waiting ?? []).filter((one) => one.is_late).sort((a, b) => b.is_overdue - a.is_overdue);
  return late.map((one) => {
    if (one.what === "person") return { id: one.id, tone: "late", text: missingSpeaker(one, picture) };
    const count = countUp(now - Date.parse(one.since));
    const said = say(one.is_lost ? words.unanswered_lost : words.unanswered, { who: words.roles[one.to], count });
    return { id: one.id, tone: one.is_overdue ? "overdue" : "late", text: `${one.is_lost ? "✗" : "◐"} ${said} · ${aboutOf(one, picture)}` };
  });
}

function missingSpeaker(one, picture) {
  const speaker = picture.people?.speakers.find((other) => other.person_id === one.id);
  return `○ ${say(words.people.warning, { number: speaker?.number ?? "" })} · ${speaker?.name ?? ""}`;
}

function aboutOf(one, picture) {
  if (one.what === "message") return `✉ ${picture.messages.find((other) => other.id === one.id)?.text ?? ""}`;
  const cue = picture.cues.find((other) => other.cue_id === one.id);
  return cue ? `${cue.number} ${cue.text}` : "";
}

/** `3 máy`, or that nobody can be connected. */
export const machines = ({ presence }) => (presence == null ? words.no_server : say(words.machines, { count: presence.machines }));
