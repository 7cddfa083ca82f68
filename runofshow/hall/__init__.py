"""The hall's side of the show, whichever way it is asked: who is let in, what they ask, and how fast.

- coming in    access.py by cookies and codes, token.py for programs, guests.py who came in and is still here,
               guesses.py how fast codes are tried; kept_doors.py all of it on the disk
- an order     door.py where each from outside comes in, pace.py how fast they come, reading.py a stranger's
               values made a command, sound_news.py what a player tells, seat.py the one machine that plays
- a picture    told.py what each role's screens are told next, second.py where else they find the show

What a role may ask is no rule of the door: it stands at the commands (core/commands.py) and in core/roles.py.
Nothing here knows of HTTP.
"""
