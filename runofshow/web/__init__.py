"""The hall's server: every role's screen on a phone, a tablet or a projector, without Internet."""
