"""The parts of the stage: each a function from a snapshot to lines."""
