"""The show as values and rules: standard library only, no clock, no I/O, no words of any language."""
