"""How one machine is tied to another over HTTP: a screen to its hall, and a show to the gear around it.

A screen's `connection` comes in, follows the live picture and comes back for ever; `reading` makes it a view,
and `counting` says what time makes of that. No terminal here: `tui/remote` draws it. Time comes in as an
argument, `steady` seconds of a clock nobody sets.
"""
