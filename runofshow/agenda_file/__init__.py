"""The agenda file: YAML to the core's Agenda and back, and everything wrong with it in words."""
