"""The other faces of the console: MC, music, display and log, each a function from a snapshot to lines."""
