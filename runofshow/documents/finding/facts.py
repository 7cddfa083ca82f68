"""What the document says of the conference beside its programme."""

from __future__ import annotations

from runofshow.documents.document import Document
from runofshow.documents.doubt import Doubt
from runofshow.documents.draft import Draft
from runofshow.documents.finding.programme import Programme


def head_of(document: Document, programme: Programme | None) -> Draft:
    """A draft without items: title, organiser, venue, dates, delegates, deadlines, duties, facts."""
    return Draft(title=document.name if programme is not None else None)


def noticed(document: Document, draft: Draft) -> tuple[Doubt, ...]:
    """What a careful reader asks of the whole: a clip ordered but not placed, two names of one event."""
    return ()
