"""runofshow: the run-of-show console for formal conferences."""

__version__ = "1.0.0"
