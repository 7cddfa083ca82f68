"""`doctor`: whether this machine is ready. Filled in by doctor.py."""
