"""A program that speaks in lines, as `python -m` begins it: it echoes, falls, or says too much."""

from __future__ import annotations

import os
import sys

match sys.argv[1]:
    case "echo":
        print(f"here {os.getpid()}", flush=True)
        for line in sys.stdin:
            print(line.rstrip(), flush=True)
    case "fall":
        print("here", flush=True)
        print("warming up\nthe driver is gone\n", file=sys.stderr)
        os.abort()
    case "shout":
        print("x" * 100_000, flush=True)
        sys.stdin.read()
