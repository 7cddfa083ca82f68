// One connection of Companion to one console.

import { InstanceBase, InstanceStatus } from "@companion-module/base";

import { actions } from "./actions.js";
import { feedbacks } from "./feedbacks.js";
import { follow } from "./hall.js";
import { answers } from "./picture.js";
import { presets } from "./presets.js";
import { definitions, values } from "./variables.js";
import { wordsIn } from "./words.js";

const LOOK = 250; // ms between two looks at the clock: a count changes in the second in which it does on the console
const MEANT = 3000; // ms in which the same button again means it, and a refusal is shown
const ASKS = ["anthem", "protected", "early", "awaited", "far_start", "long_over", "unplayed", "sounding"]; // refused until it is sure

export const UpgradeScripts = [];

export default class Runofshow extends InstanceBase {
  #hall = null;
  #picture = null;
  #clock = { at: 0, heard: 0, speed: 1 };
  #asking = null; // {asked}: the order that was asked back
  #refusal = { text: "", until: 0 };
  #shown = {};
  #ticker = null;
  #words = wordsIn("vi");

  async init(config, _isFirst, secrets) {
    await this.configUpdated(config, secrets);
    this.#ticker = setInterval(() => this.#look(), LOOK);
  }

  async destroy() {
    clearInterval(this.#ticker);
    this.#hall?.close();
    this.#hall = null;
  }

  async configUpdated(config, secrets) {
    this.#hall?.close();
    this.#hall = null;
    this.#words = wordsIn(config.lang);
    this.#forget();
    this.#define();
    if (!config.host || !secrets?.key) return this.updateStatus(InstanceStatus.BadConfig, this.#words.config[config.host ? "key" : "host"]);
    this.updateStatus(InstanceStatus.Connecting);
    const hall = follow({ host: config.host, port: config.port ?? 8765 }, secrets.key, {
      picture: (picture) => this.#hall === hall && this.#take(picture),
      beat: (beat) => this.#hall === hall && this.#pin(beat.now),
      lost: (error) => this.#hall === hall && this.#lose(InstanceStatus.ConnectionFailure, error.message),
      wrongKey: () => this.#hall === hall && this.#lose(InstanceStatus.AuthenticationFailure, this.#words.wrong_key),
    });
    this.#hall = hall;
  }

  getConfigFields() {
    const { config } = this.#words;
    return [
      { type: "textinput", id: "host", label: config.host, width: 8, default: "127.0.0.1" },
      { type: "number", id: "port", label: config.port, width: 4, default: 8765, min: 1, max: 65535 },
      { type: "secret-text", id: "key", label: config.key, width: 12, default: "" },
      { type: "dropdown", id: "lang", label: config.lang, width: 12, default: "vi", choices: [{ id: "vi", label: "Tiếng Việt" }, { id: "en", label: "English" }] },
    ];
  }

  #define() {
    const tie = {
      words: this.#words,
      picture: () => this.#picture,
      now: () => this.#now(),
      isLost: () => this.#picture === null,
      asking: () => this.#asking,
      refusal: () => this.#refusal.text,
      answers: (role) => answers(this.#picture, role),
      order: (order, isSeen) => this.#order(order, isSeen),
    };
    this.setActionDefinitions(actions(tie));
    this.setFeedbackDefinitions(feedbacks(tie));
    this.setVariableDefinitions(definitions(this.#words));
    this.setPresetDefinitions(...presets(this.#words, this.label));
    this.#shown = {};
    this.#showAll();
  }

  #take(picture) {
    const isBack = this.#picture === null;
    this.#picture = picture;
    if (isBack || picture.now !== this.#clock.text) this.#pin(picture.now, picture.speed);
    if (isBack) this.updateStatus(InstanceStatus.Ok);
    this.#showAll();
  }

  #pin(text, speed = this.#clock.speed) {
    this.#clock = { text, at: Date.parse(text), heard: performance.now(), speed };
  }

  /** The show's own moment: a rehearsal may run faster than the wall. */
  #now() {
    return this.#clock.at + (performance.now() - this.#clock.heard) * this.#clock.speed;
  }

  #lose(status, message) {
    this.updateStatus(status, message);
    this.#forget();
    this.#showAll();
  }

  #forget() {
    this.#picture = null;
    this.#asking = null;
    this.#refusal = { text: "", until: 0 };
  }

  async #order(order, isSeen) {
    const asked = JSON.stringify(order);
    const isMeant = this.#asking?.asked === asked;
    this.#asking = null;
    const seen = isSeen && this.#picture !== null ? { seq: this.#picture.seq } : {};
    const answer = this.#hall === null ? { ok: false, reason: "lost" } : await this.#hall.ask({ ...order, ...seen, ...(isMeant ? { sure: true } : {}) });
    const until = performance.now() + MEANT;
    if (answer.ok) this.#refusal = { text: "", until: 0 };
    else if (!isMeant && ASKS.includes(answer.reason)) this.#asking = { asked };
    if (!answer.ok) {
      this.#refusal = { text: this.#said(answer), until };
      this.log("info", `${order.do}: ${answer.reason} ${answer.about ?? ""}`.trim());
    }
    this.#showAll();
  }

  #said({ reason }) {
    if (this.#asking !== null) return this.#words.asks;
    if (reason === "lost" || reason === "no_answer") return this.#words.no_answer;
    return `${this.#words.refused}: ${this.#words.reasons[reason] ?? reason}`;
  }

  #look() {
    const now = performance.now();
    const isOver = this.#refusal.text && now > this.#refusal.until;
    if (isOver) {
      this.#asking = null;
      this.#refusal = { text: "", until: 0 };
    }
    if (this.#show() || isOver) this.checkAllFeedbacks();
  }

  /** Tell Companion what is another. What moves by the clock alone moves with a whole second of the count. */
  #show() {
    const now = values(this.#picture, this.#now(), this.#refusal.text, this.#words);
    const news = Object.fromEntries(Object.entries(now).filter(([name, value]) => this.#shown[name] !== value));
    this.#shown = now;
    if (Object.keys(news).length === 0) return false;
    this.setVariableValues(news);
    return true;
  }

  #showAll() {
    this.#show();
    this.checkAllFeedbacks();
  }
}
