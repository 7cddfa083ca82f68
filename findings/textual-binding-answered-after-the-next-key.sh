#!/usr/bin/env bash
# Of two keys that come in one read of the terminal, Textual may have a screen answer the second first: a key with a
# binding goes round by a message of its own before its action runs, while one that the screen takes in `on_key` is
# heard at once. A question that binds Esc to "no" and hears letters in `on_key` so answers Esc, c with c.
#
#   keys               answered
#   escape, c          c, escape
#   c, escape          c, escape
#
# Seen with textual 8.2.8, 28 November 2026.
# What it means for us: dialogs hear all of their keys at one place, where the first one counts
# (runofshow/tui/dialogs/dialog.py).
#
# Needs python3 with venv. The package goes into a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env >/dev/null
env/bin/python -m pip install -q --disable-pip-version-check 'textual==8.2.8' 2>/dev/null

cat >keys.py <<'END'
import asyncio
import sys

from textual import events
from textual.app import App
from textual.screen import Screen

answered = []


class Question(Screen):
    BINDINGS = [("escape", "no", "No")]

    def action_no(self):
        answered.append("escape")

    def on_key(self, event):
        if event.is_printable:
            answered.append(event.key)


async def main(keys):
    console = App()
    async with console.run_test() as pilot:
        await console.push_screen(Question())
        for key in keys:
            console.post_message(events.Key(key, key if len(key) == 1 else "\x1b"))
        await pilot.pause(0.3)
    print(", ".join(answered))


asyncio.run(main(sys.argv[1:]))
END

failed=0
expect() { # expect ANSWERED KEYS...
    wanted=$1
    shift
    got=$(timeout 60 env/bin/python keys.py "$@" 2>&1 | tail -n 1) || true
    echo "$*: answered $got"
    [ "$got" = "$wanted" ] || failed=1
}
expect 'c, escape' escape c
expect 'c, escape' c escape
[ "$failed" -eq 0 ] || { echo 'CHANGED: the keys are answered in another order'; exit 1; }
echo 'as seen'
