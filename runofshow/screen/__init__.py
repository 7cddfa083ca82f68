"""A role's screen seen from another machine: the connection, what the server says, and what follows from it.

No terminal here: `tui/remote` draws. Time comes in as an argument, `steady` seconds of a clock nobody sets.
"""
