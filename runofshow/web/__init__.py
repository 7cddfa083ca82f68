"""The hall's server: every role's screen on a phone, a tablet or a projector, without Internet.

- the server     server.py opened and closed, http_server.py and connection.py HTTP itself, network.py this
                 machine's addresses
- a request      guard.py what each passes first, routes.py where it goes, asker.py who asks; turned_away.py
                 why not
- an answer      api.py what is asked and ordered, item_form.py a row's form; entrance.py coming in and the
                 pages, qr.py a link as a picture; stream.py the live pictures
- in a browser   pages/ the scripts and sheets of every page
"""
