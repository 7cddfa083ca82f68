"""Where the programme stands in a document."""

from __future__ import annotations

from msgspec import Struct

from runofshow.documents.document import Block, Line


class Programme(Struct, frozen=True, kw_only=True):
    """One programme of a document: its heading, and the blocks that say it."""

    part: int
    """Index of the document's part."""
    first: int
    last: int
    """Indices of its first block and of the one past its last in that part."""
    heading: Line | None = None
    """«3. Chương trình Hội nghị»; None for a table or list that has none."""
    blocks: tuple[Block, ...] = ()
    """What stands from the first block to the last, the heading left out."""
