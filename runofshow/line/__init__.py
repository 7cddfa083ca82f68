"""How one machine is tied to another over HTTP: a screen to its hall, and a show to the gear around it.

- a screen     connection.py comes in, follows the live picture and comes back for ever; address.py where the
               hall is, standing.py how it stands, reading.py JSON made a view, counting.py what time makes of
               it, server_clock.py
- its orders   asking.py, answer.py; played_here.py the player beside it
- any machine  reaching.py one request, finding.py where a host is

No terminal here: tui/remote/ draws it. Time comes in as an argument, `steady` seconds of a clock nobody sets.
"""
