// Every phrase of the pages, in the language of the page. They are written in texts/pages/.
import en from "./words.en.js";
import vi from "./words.vi.js";

export const words = document.documentElement.lang === "en" ? en : vi;

/** `phrase` with each {name} filled in from `facts`. */
export function say(phrase, facts) {
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? String(facts[name]) : whole));
}
