"""The whole way from what a file says to the draft of an agenda."""

from __future__ import annotations

from runofshow.core.value import replace
from runofshow.documents.document import Document
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.draft import Draft
from runofshow.documents.finding.facts import head_of, noticed
from runofshow.texts import Language


def draft_of(document: Document, *, choice: int | None = None, language: Language = Language.VI) -> Draft:
    """Everything that was found. `choice` takes the n-th programme, from 0; places are said in `language`."""
    draft = head_of(document, None)
    doubts = (*document.doubts, Doubt.of(DoubtCode.NO_PROGRAMME))
    return replace(draft, doubts=(*doubts, *noticed(document, draft)))
