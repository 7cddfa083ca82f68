"""How sure one may be of the end, from what shows, takes, speakers and kinds have taught.

    habits = learn(before)                  # learning.py, once for each office
    seen = outlook(habits, Known(now_s=..., start_s=..., hard_out_s=..., done=..., running=..., rest=...))
    seen.low_s, seen.mid_s, seen.high_s     # 80 % of shows end within it
    seen.chance                             # that the hard out is met

But for the last two modules, nothing here knows a state, a clock or a screen: moments are seconds of the
day, lengths are seconds. What would come of another plan is asked with another `rest`.

- known.py         what it is told, and what it answers
- kinds.py         what a kind does to its plan before anything was seen
- credibility.py   how much of what was seen is believed
- pressing.py      how chairs make up for lateness
- honoured.py      how an award's length follows how many are honoured in it
- lasting.py       how long what runs will last yet
- habits.py        what earlier shows have taught; learning.py teaches it, with bending.py
- ending.py        the end and its spread
- ranges.py        the range and the chance, corrected by earlier forecasts
- pieces.py        the leaves of a plan and of a record as pieces; of_show.py a show at one moment
"""
