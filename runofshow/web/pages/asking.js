// What is asked again before it is done: a refusal that somebody who is sure can answer becomes a question.

import { answerTo } from "./dialogs.js";
import { say, words } from "./words.js";

/**
 * What to send after `order` was refused: the same of somebody who is sure, or, of a jump into a later session, with
 * what becomes of the rest. Null when the question was left, undefined where no answer changes the refusal.
 */
export async function answered(order, { reason, about }, picture) {
  const asked = words.questions;
  if (!(reason in asked) || order.sure) return undefined;
  const item = picture.items.find((one) => one.item_id === about);
  // with the offset of the hall, so these are its hours
  const hour = (item?.planned_start ?? item?.expected_start ?? "").slice(11, 16);
  const inWords = (phrase) => say(phrase, { title: item?.title ?? "", hour, names: (picture.people?.awaited ?? []).join("; ") });
  const isRest = reason === "rest";
  const [yes, no] = isRest ? [asked.rest_aside, asked.rest_keep] : [asked.yes, words.no];
  const answer = await answerTo(inWords(asked[reason]), inWords(asked[`${reason}_why`]), yes, no);
  if (isRest) return answer === "" ? null : { ...order, rest: answer === "yes" ? "aside" : "keep" };
  return answer === "yes" ? { ...order, sure: true } : null;
}
