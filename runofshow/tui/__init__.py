"""The console: a Textual app that draws snapshots and asks the engine. It never reckons time.

- windows      window.py what the console and the role screens share; app.py the console, board.py what it
               shows, hall.py the server as it sees it; remote/ a role's screen in another terminal
- the first    first/ what a double click opens, before any show
- keys         reads.py what a terminal sends at once, vietnamese_keys.py the letter that was meant,
               presses.py a held key; keys.py the one table, faces.py where they are heard; command_palette.py
- the caller   caller.py what a key asks for, asking.py what more it needs, music_desk.py and sound_desk.py
               the player, round_desk.py award rounds, scanning.py cards, newer_desk.py a mended agenda file,
               proposal_desk.py what agents propose, duty_desk.py what is owed, inbox.py messages
- faces        caller_face.py the stage, where its panels/ stand; other_faces.py F3 to F6, role_faces.py those
               of roles, which have the views/ of the role screens
- dialogs      dialogs/ over the board; fields.py, vietnamese_fields.py, sheets.py the forms, row_form.py and
               lost_row.py a row's
- awards       panels/award.py the panel on key a, honoured.py who is honoured, in every window
- people       looked_for.py who is looked for, in every window; people_desk.py the list on key p
- drawing      canvas.py, lines.py, pen.py, answers.py the pen at a moment, colours.py, band.py, formats.py
               counts and hours, diacritics.py; lamps.py and cue_marks.py a cue, track_marks.py a recording,
               timecode.py the code that comes in
- large        panels/big_count.py the count, big_digits.py its font, code_letters.py a join code
"""

from __future__ import annotations

import os

# Before anything imports textual: with the kitty key protocol some terminals hand Vietnamese keyboards'
# replacements over as single keys without their text.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
