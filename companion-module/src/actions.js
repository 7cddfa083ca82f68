// What a press orders. Each says which picture it saw, so that a show which has moved on refuses it.

const ROLES = ["caller", "mc", "music", "lights", "screen", "crew", "speaker", "stage"];

/** The actions; `tie` has `picture()`, `answers(role)`, `order(order, {seen})` and `words`. */
export function actions(tie) {
  const { words } = tie;
  const action = (name, options, callback) => [name, { name: words.actions[name], options, callback }];
  const plain = (name, order, seen = true) => action(name, [], () => tie.order(order, seen));
  const role = (id, of) => ({ type: "dropdown", id, label: words.options[id], default: of[0], choices: of.map((one) => ({ id: one, label: one === "any" ? words.options.any : words.roles[one] })) });
  return Object.fromEntries([
    plain("go", { do: "go" }),
    plain("advance", { do: "advance" }),
    plain("standby", { do: "standby" }),
    plain("start", { do: "start" }),
    plain("undo", { do: "undo" }),
    plain("redo", { do: "redo" }),
    plain("back", { do: "back" }),
    plain("fade", { do: "fade" }, false),
    plain("stop", { do: "stop" }, false),
    plain("panic", { do: "panic" }, false),
    plain("dismiss", { do: "dismiss" }, false),
    action("hold_resume", [], () => tie.order({ do: tie.picture()?.phase === "held" ? "resume" : "hold" }, true)),
    action("add_time", [{ type: "number", id: "seconds", label: words.options.seconds, default: 60, min: -3600, max: 3600 }], ({ options }) => tie.order({ do: "add_time", seconds: Number(options.seconds) }, false)),
    action("ack", [role("role", ["any", ...ROLES])], async ({ options }) => {
      for (const answer of tie.answers(options.role)) await tie.order(answer, false);
    }),
    action("message", [role("to", ROLES), { type: "textinput", id: "text", label: words.options.text, default: "" }], ({ options }) => tie.order({ do: "message", to: options.to, text: String(options.text) }, false)),
  ]);
}
