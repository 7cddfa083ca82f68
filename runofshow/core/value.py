"""What a value is changed by: a frozen Struct is never written to, `replace` gives another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # the same in use; of this one the type check knows which fields there are and what they take
    from dataclasses import replace as replace
else:
    from msgspec.structs import replace as replace

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
