"""`python -m runofshow`."""

from __future__ import annotations

import sys

from runofshow.cli import main

sys.exit(main(sys.argv[1:]))
