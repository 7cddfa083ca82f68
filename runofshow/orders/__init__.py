"""Orders from outside, whichever way they come: how they are read, and how fast they may come.

`reading` makes a stranger's values a command, `sound_news` reads what a player tells; `guesses` slows who
tries codes and tokens, `pace` who asks too much. Nothing here knows how the order came or answers it.
"""
