// A stand-in of Companion for tests: loads the module from its base library, keeps what it is told, and obeys lines on
// standard input. Each line is JSON and is answered by one line: {"do": "config", "config", "secrets"}, {"do": "press", "action", "options"}
// or {"do": "look"}. It is started with the folder of the module, in which the base library was installed.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const { validateManifest } = createRequire(`${folder}/package.json`)("@companion-module/base/manifest");
validateManifest(JSON.parse(await readFile(`${folder}/companion/manifest.json`, "utf8")), false);
const { default: Module, UpgradeScripts } = await import(pathToFileURL(`${folder}/src/main.js`));

const told = { status: [], variables: {}, log: [] };
let actions = {};
let feedbacks = {};
let presets = [];
let defined = {};
globalThis.COMPANION_LOGGER = (_source, level, message) => told.log.push(`${level} ${message}`);

const context = {
  _isInstanceContext: true,
  id: "1",
  label: "runofshow",
  upgradeScripts: UpgradeScripts,
  sharedUdpSocketHandlers: new Map(),
  saveConfig() {},
  updateStatus: (status, message) => told.status.push([status, message]),
  setActionDefinitions: (given) => (actions = given),
  setFeedbackDefinitions: (given) => (feedbacks = given),
  setVariableDefinitions: (given) => (defined = given),
  setPresetDefinitions: (sections, given) => (presets = [sections, given]),
  setVariableValues: (values) => {
    for (const name of Object.keys(values)) if (!(name in defined)) throw new Error(`a variable that is not defined: ${name}`);
    Object.assign(told.variables, values);
  },
  getVariableValue: (name) => told.variables[name],
  checkFeedbacks() {},
  checkAllFeedbacks() {},
  checkFeedbacksById() {},
};

const defaults = (definition) => Object.fromEntries(definition.options.map(({ id, default: usual }) => [id, usual]));

/** Every feedback with its usual options, as buttons would have it now. */
function lights() {
  return Object.fromEntries(Object.entries(feedbacks).map(([id, definition]) => [id, definition.callback({ feedbackId: id, options: defaults(definition) }, {})]));
}

/** What the presets name and the module does not have. */
function astray() {
  const [sections, buttons] = presets;
  const named = sections.flatMap((section) => section.definitions);
  const steps = Object.values(buttons).flatMap((button) => button.steps.flatMap((step) => step.down.map((one) => one.actionId)));
  const lit = Object.values(buttons).flatMap((button) => button.feedbacks.map((one) => one.feedbackId));
  const texts = Object.values(buttons).flatMap((button) => [...button.style.text.matchAll(/\$\(runofshow:(\w+)\)/g)].map(([, name]) => name));
  return [
    ...named.filter((id) => !(id in buttons)),
    ...Object.keys(buttons).filter((id) => !named.includes(id)),
    ...steps.filter((id) => !(id in actions)),
    ...lit.filter((id) => !(id in feedbacks)),
    ...texts.filter((id) => !(id in defined)),
  ];
}

const instance = new Module(context);
let isBegun = false;
const does = {
  async config({ config, secrets }) {
    if (isBegun) await instance.configUpdated(config, secrets);
    else await instance.init(config, true, secrets);
    isBegun = true;
    return { fields: instance.getConfigFields().map(({ id, type }) => [id, type]) };
  },
  async press({ action, options }) {
    await actions[action].callback({ actionId: action, options: { ...defaults(actions[action]), ...options } }, {});
    return {};
  },
  look: async () => ({}),
};

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  const answer = await does[order.do](order);
  process.stdout.write(`${JSON.stringify({ ...answer, ...told, lights: lights(), astray: astray(), actions: Object.keys(actions) })}\n`);
}
await instance.destroy();
