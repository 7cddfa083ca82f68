// Who is connected, when each was last seen, and each role's way in: code, link and QR code. It asks the server
// while it is open, and no longer.

import { picture, question } from "./dialogs.js";
import { draw, el, put } from "./dom.js";
import { countUp } from "./formats.js";
import { reach } from "./reaching.js";
import { say, words } from "./words.js";

const EVERY = 2000;

/** A drawer that lists the roles; `paint(said)` has how many machines are here. */
export function hallDoors() {
  const list = el("ul", { class: "doors" });
  const told = el("p", { class: "quiet", role: "status" });
  const count = el("span");
  const drawer = el("details", { class: "drawer" }, el("summary", {}, `⚯ ${words.doors} · `, count), el("div", { class: "panel" }, told, list));
  let timer = 0;
  drawer.addEventListener("toggle", () => {
    clearInterval(timer);
    if (!drawer.open) return;
    load();
    timer = setInterval(load, EVERY);
  });

  async function load(change) {
    try {
      const answer = await fetch(reach("/api/roles", { as: "caller" }), change && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(change) });
      if (!answer.ok) throw new Error(String(answer.status));
      paint((await answer.json()).roles);
      put(told, "");
    } catch {
      put(told, words.refused_no_answer);
    }
  }

  // Only what changed is drawn anew: a button must not go away under a thumb.
  function paint(roles) {
    draw(list, roles.map(({ role, code, link, guests }) => [role, code, link, guests.map((guest) => guest.id)]), () => roles.map(door));
    for (const guest of roles.flatMap((role) => role.guests)) {
      const node = list.querySelector(`[data-guest="${guest.id}"] .seen`);
      if (node) put(node, seenOf(guest));
    }
  }

  function door({ role, code, link, guests }) {
    const name = words.roles[role];
    return el(
      "li",
      { "data-role": role },
      el("p", {}, el("strong", {}, name), " ", el("code", {}, code)),
      el("p", { class: "quiet link" }, link),
      el(
        "div",
        { class: "quick" },
        button(words.doors_qr, () => picture(`${name} · ${code}`, reach("/api/qr", { as: "caller", role, code }), link), `qr ${role}`),
        button(words.doors_renew, () => sure(say(words.doors_ask_renew, { who: name }), words.doors_ask_renew_why, words.doors_renew, { do: "renew", role }), `new ${role}`),
      ),
      guests.map((guest) =>
        el(
          "p",
          { class: "guest", "data-guest": guest.id },
          el("span", { class: "seen" }),
          " ",
          button(words.doors_out, () => sure(say(words.doors_ask_out, { who: name }), guest.address, words.doors_out, { do: "throw_out", guest: guest.id }), `out ${guest.id}`),
        ),
      ),
    );
  }

  async function sure(title, why, yes, change) {
    if (await question(title, why, yes)) load(change);
  }
  return { node: drawer, paint: (said) => put(count, said) };
}

function button(text, act, key) {
  return el("button", { type: "button", "data-key": key, onclick: act }, text);
}

function seenOf(guest) {
  const told = guest.is_here && guest.delay_s != null ? `${Math.round(guest.delay_s * 1000)} ms` : say(words.doors_seen, { count: countUp(guest.seen_s * 1000) });
  return `${guest.is_here ? "●" : "✗"} ${guest.address} · ${told}`;
}
