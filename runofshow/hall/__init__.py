"""The hall's side of the show, whichever way it is asked: who is let in, what they ask, and how fast.

`door` is where every order from outside comes in, `reading` makes a stranger's values a command, and
`sound_news` reads what a player tells. `guests` is who came in and whether they are here; `access` knows them
by their cookies and codes, which `kept_doors` keeps on the disk, and programs by their `token`; `guesses` and
`pace` bound how fast codes are tried and orders come; `seat` is the one machine that plays. `told` says what
each role's screens are told next. What a role may ask is no rule of the door: it stands at the commands, in
core. Nothing here knows of HTTP.
"""
