"""A Document as a Draft: where the programme stands among the rest, and what it says."""
