"""`python -m runofshow`, and the command `runofshow` of whoever has installed it."""

from __future__ import annotations

import gc
import sys

# what is loaded at the start stays to the end: looking through it for garbage is a tenth of the start
gc.disable()

from runofshow.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
