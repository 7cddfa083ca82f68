"""Several halls on one show, tied together over an MQTT broker that is there already.

The broker is a pipe and no more: what is true is the sequence of the main hall's record. Whatever it loses,
sends twice or brings late is seen by the number of an entry and its term, and asked for again.

- address.py  where the broker is and by what right one comes in, from what was typed
- topics.py   what each thing is called there: the one spelling of the tree
- link.py     one connection, from its opening to its end
- trouble.py  why there is none
- broker.py   the connection that is kept: opened anew where it is gone, and nothing is said while it is
- probe.py    what a broker does and what it does not, tried on the spot

The library that speaks MQTT is an extra (`mqtt`), imported by link.py when a connection is opened.
"""
