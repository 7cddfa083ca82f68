#!/usr/bin/env bash
# A Textual screen that is dismissed twice before its first dismissal is carried out takes the screen beneath it
# along: each `dismiss()` sends a pop of whatever is on top by then, and no error is raised. A form whose Enter
# comes twice in one read of the terminal so ends with its console gone.
#
#   stack before          Screen, Board, Form
#   two dismissals        Screen
#   one dismissal         Screen, Board
#
# Seen with textual 8.2.8, 28 November 2026.
# What it means for us: a dialog answers once (runofshow/tui/dialogs/dialog.py), and a board that is gone comes back.
#
# Needs python3 with venv. The package goes into a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env >/dev/null
env/bin/python -m pip install -q --disable-pip-version-check 'textual==8.2.8' 2>/dev/null

cat >show.py <<'END'
import asyncio
import sys

from textual.app import App
from textual.screen import ModalScreen, Screen


class Board(Screen):
    pass


class Form(ModalScreen):
    BINDINGS = [("enter", "save", "Save")]

    def action_save(self):
        self.dismiss(True)


class Console(App):
    pass


async def stack_after(presses):
    console = Console()
    async with console.run_test() as pilot:
        await console.push_screen(Board())
        await console.push_screen(Form())
        form = console.screen
        for _ in range(presses):
            form.action_save()  # as keys do that lie in one read
        await pilot.pause(0.3)
        return ", ".join(type(screen).__name__ for screen in console.screen_stack)


print(asyncio.run(stack_after(int(sys.argv[1]))))
END

failed=0
expect() { # expect PRESSES STACK
    got=$(timeout 60 env/bin/python show.py "$1" 2>&1 | tail -n 1) || true
    echo "$1 dismissal(s): $got"
    [ "$got" = "$2" ] || failed=1
}
expect 1 'Screen, Board'
expect 2 'Screen'
[ "$failed" -eq 0 ] || { echo 'CHANGED: the stack is another one'; exit 1; }
echo 'as seen'
