"""A program that ends with the run of tests that started it, though that is killed or timed out.

Its number and its signals are its own, as if it were started alone: this file as a script asks the system to
kill it with its parent, and then becomes it. Where the system does not know that, it is started alone.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Sequence

PR_SET_PDEATHSIG = 1
"""From linux/prctl.h: the signal that comes when the thread ends that started us."""


def tied(argv: Sequence[str]) -> list[str]:
    """`argv`, to be started in place of it by the thread that outlives it."""
    if sys.platform != "linux":
        return list(argv)
    return [sys.executable, "-I", "-S", __file__, str(os.getpid()), *argv]


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    # the run may have ended before we asked
    if os.getppid() == int(sys.argv[1]):
        os.execvp(sys.argv[2], sys.argv[2:])
