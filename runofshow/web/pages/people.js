// Who is looked for before they go on stage: the next speakers, the leaders, the chair panel. Whoever looks for them
// ticks in it, one large button each; the MC reads it.

import { draw, el } from "./dom.js";
import { asked } from "./orders.js";
import { standing } from "./round.js";
import { say, words } from "./words.js";

const SHAPES = { here: "✓", unseen: "○", missing: "✗" };
const WORDS = { here: "person_here", unseen: "person_unseen", missing: "person_missing" };

/** `○ chờ đồng chí … · dự kiến đến 8:10`; empty where the next item waits for nobody. */
export function waitsLine(people, show) {
  if (!people?.awaited?.length) return "";
  const until = people.waits_until ? say(words.people.waits_until, { at: show.at(people.waits_until) }) : words.people.no_hour;
  return `○ ${say(words.people.waits_for, { names: people.awaited.join("; ") })} · ${until}`;
}

/** The same, else whether who speaks next is there: what whoever reads has to know in one line. */
export function peopleLine({ people, next }, show) {
  const waits = waitsLine(people, show);
  const speaker = people?.speakers.find((one) => one.item_id === next?.item_id);
  if (waits || !speaker) return waits;
  const state = standing(speaker);
  return `${SHAPES[state]} ${words.people[{ here: "person_here", unseen: "speaker_unseen", missing: "speaker_missing" }[state]]}`;
}

/**
 * The lists as `node`, each row a button; `tell(text)` is told why a tick was not taken. `saysWaits`: for whom the next
 * item waits stands above them. `paint(people, show)` keeps them true.
 */
export function peopleView(tell, { saysWaits = true } = {}) {
  const node = el("section", { class: "looked-for wings", hidden: true, "aria-label": words.people.people_title });

  async function tick(one, here) {
    const refusal = await asked({ do: "see", person: one.person_id, here });
    // that somebody else has said so meanwhile is no mistake
    if (refusal !== null && refusal.reason !== "empty") tell(`${one.name} · ${refusal.said}`);
  }

  function row(one, facts) {
    const state = standing(one);
    const said = [facts, words.people[WORDS[state]]].filter(Boolean).join(" · ");
    const inside = [el("span", { class: "of" }, el("span", { class: "place", "aria-hidden": "true" }, SHAPES[state]), el("span", { class: "who" }, el("strong", { class: "name" }, one.name), el("span", { class: "fact" }, said)))];
    return el(
      "li",
      { class: "person", "data-state": state, "data-due": one.is_missing === true },
      el("button", { type: "button", class: "inside", "data-key": one.person_id, "aria-pressed": String(state === "here"), onclick: () => tick(one, one.here === true ? null : true) }, inside),
      el(
        "button",
        { type: "button", class: "missing", "data-key": `-${one.person_id}`, "aria-pressed": String(state === "missing"), "aria-label": `${words.people.person_missing}: ${one.name}`, onclick: () => tick(one, one.here === false ? null : false) },
        SHAPES.missing,
      ),
    );
  }

  function list(title, rows) {
    return rows.length > 0 && [el("h2", {}, title), el("ul", { class: "people" }, rows)];
  }

  function leaderFacts(one, show) {
    const at = one.arrives_at ? say(words.people.arrives, { at: show.at(one.arrives_at) }) : words.people.no_hour;
    const goes = one.leaves_at && say(words.people.leaves, { at: show.at(one.leaves_at) });
    const held = one.item_id && say(words.people.held_item, { number: one.number });
    return (one.here === true ? [goes] : [at, held, goes]).filter(Boolean).join(" · ");
  }

  function paint(people, show) {
    node.hidden = !people;
    if (!people) return;
    draw(node, people, () => {
      const { speakers = [], leaders = [], panel } = people;
      const waits = saysWaits && waitsLine(people, show);
      return [
        waits && el("p", { class: "waits-for" }, waits),
        list(words.people.next_speakers, speakers.map((one) => row(one, [one.expected_start && show.at(one.expected_start), `${one.number} ${one.title}`].filter(Boolean).join(" · ")))),
        list(words.people.leaders, leaders.map((one) => row(one, leaderFacts(one, show)))),
        panel && list(`${words.people.chair_panel} · ${panel.number} ${panel.title}`, panel.seats.map((one) => row(one, ""))),
      ];
    });
  }
  return { node, paint };
}
