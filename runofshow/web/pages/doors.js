// Who is connected and each role's join code, asked for when somebody wants to know.

import { el } from "./dom.js";
import { countUp } from "./formats.js";
import { say, words } from "./words.js";

/** A drawer that lists the roles; it asks the server each time it is opened. */
export function hallDoors() {
  const list = el("ul", { class: "doors" });
  const drawer = el("details", { class: "drawer" }, el("summary", {}, `⚯ ${words.doors}`), el("div", { class: "panel" }, list));
  drawer.addEventListener("toggle", () => drawer.open && load());

  async function load(change) {
    try {
      const told = await fetch("/api/roles", change && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(change) });
      if (!told.ok) throw new Error(String(told.status));
      list.replaceChildren(...(await told.json()).roles.map(door));
    } catch {
      list.replaceChildren(el("li", {}, words.refused_no_answer));
    }
  }

  function door({ role, code, link, guests }) {
    return el(
      "li",
      {},
      el("p", {}, el("strong", {}, words.roles[role]), " ", el("code", {}, code), " ", el("button", { type: "button", onclick: () => load({ do: "renew", role }) }, words.doors_renew)),
      el("p", { class: "quiet link" }, link),
      guests.map((guest) =>
        el(
          "p",
          { class: "guest" },
          `${guest.screens ? "●" : "○"} ${guest.address} · ${say(words.doors_seen, { count: countUp(guest.seen_s * 1000) })}${guest.delay_s == null ? "" : ` · ${Math.round(guest.delay_s * 1000)} ms`} `,
          el("button", { type: "button", onclick: () => load({ do: "throw_out", guest: guest.id }) }, words.doors_out),
        ),
      ),
    );
  }
  return drawer;
}
