"""runofshow: the run-of-show console for formal conferences."""

__version__ = "0.1.0"
