"""The door for agents: the Model Context Protocol by hand. They read what the caller may, and propose; a
person takes it or does not.

- the protocol   message.py one JSON-RPC message in and out, versions.py whose revision is spoken,
                 protocol.py what is answered to each method, offer.py what there is to ask for
- a show         show_tools.py what is read of one that runs, proposing.py what is proposed for it
- how it is found  rendezvous.py the address and the token, kept beside the record while the door is open

Nothing here knows of HTTP or of a terminal: `web` and `cli` carry the bytes.
"""
