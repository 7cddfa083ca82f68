"""Where the agendas are that come with the program, with their sounds and the schema of the file.

They have one home, the folder `agendas/` of the project; a wheel carries that folder as `runofshow/samples/`
(`[tool.hatch.build.targets.wheel.force-include]` of pyproject.toml).
"""

from __future__ import annotations

from pathlib import Path

import runofshow

PRACTICE = "ninh-hoa-2020.yaml"
"""A whole conference with its music, to practise on."""


def samples() -> Path:
    """The folder of the agendas that come with the program. It may be read-only: nothing is written there."""
    package = Path(runofshow.__file__).resolve().parent
    packed = package / "samples"
    return packed if packed.is_dir() else package.parent / "agendas"
