"""Why an order is not obeyed. A refusal changes nothing; the screen says it in words."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Reason(StrEnum):
    NOT_STARTED = "not_started"
    ALREADY_STARTED = "already_started"
    ENDED = "ended"
    LAST_ITEM = "last_item"
    """Nothing comes next; only `end` goes on from here, and it is asked about."""
    GUARD = "guard"
    """A second press within the guard time is the first one."""
    STALE = "stale"
    """The sender had not seen the newest state."""
    UNKNOWN_ITEM = "unknown_item"
    UNKNOWN_CUE = "unknown_cue"
    UNKNOWN_MESSAGE = "unknown_message"
    UNKNOWN_RECIPIENT = "unknown_recipient"
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_PROPOSAL = "unknown_proposal"
    NOT_A_BATCH = "not_a_batch"
    """Nobody is honoured in it."""
    NO_STEP = "no_step"
    """The batch has no such step."""
    NO_LATER_BATCH = "no_later_batch"
    """It is the last of its round that is to come."""
    IS_HEADING = "is_heading"
    ITEM_DONE = "item_done"
    ITEM_RUNNING = "item_running"
    ITEM_SKIPPED = "item_skipped"
    ITEM_ASIDE = "item_aside"
    ITEM_UPCOMING = "item_upcoming"
    """It has not begun."""
    NOT_SKIPPED = "not_skipped"
    SESSION_OVER = "session_over"
    """It was laid aside, and the hall sits in a later session: only a jump takes it up."""
    REST = "rest"
    """The jump leaves a session of which something is still to come: what becomes of that must be said."""
    EARLY = "early"
    """It would begin long before its fixed start or its session's."""
    AWAITED = "awaited"
    """It would begin without a leader for whom it waits."""
    FAR_START = "far_start"
    """The show would begin far from the hour of its plan."""
    LONG_OVER = "long_over"
    """The item that would run again ended long ago: a break or a whole session lies between."""
    UNPLAYED = "unplayed"
    """The music of the rite that would be left has not been played."""
    SOUNDING = "sounding"
    """The music of the rite that would be left sounds."""
    PROTECTED = "protected"
    ALREADY_HELD = "already_held"
    NOT_HELD = "not_held"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_TO_REDO = "nothing_to_redo"
    NO_ITEM_BEFORE = "no_item_before"
    NO_CUE = "no_cue"
    """There is no cue left to stand by."""
    CUE_OVER = "cue_over"
    ALREADY_ANSWERED = "already_answered"
    NO_STEPPED_CLOCK = "no_stepped_clock"
    """No alarm says by how much the clock would have to be put right."""
    BAD_PLACE = "bad_place"
    BAD_CUE = "bad_cue"
    """A cue is for one of the hands, and only the music's names a track."""
    NOT_INSERTED = "not_inserted"
    """It stands in the plan: it can be skipped and not taken out."""
    BAD_FOLLOW = "bad_follow"
    """A cue follows a track of its own item that another cue plays, and never itself in a circle."""
    BAD_LENGTH = "bad_length"
    """A length below zero, beyond a day, or a start before what came before it."""
    BELOW_LEAST = "below_least"
    """Shorter than it is allowed to be when the show is late."""
    ABOVE_MOST = "above_most"
    """Longer than it is allowed to be when the show is early."""
    MUST_STAY = "must_stay"
    """Nobody has said that it may be left out."""
    PROMISED = "promised"
    """A leader acts in it, or was promised to be there."""
    BAD_KIND = "bad_kind"
    NOT_A_VOTE = "not_a_vote"
    """Nothing is voted on in it."""
    NOT_READ = "not_read"
    """The delegates' display shows no messages: everybody in the hall would read them."""
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    """As many proposals as a person can look at wait already."""
    CHANGED_SINCE = "changed_since"
    """A person has changed what an agent's proposal would change."""
    ANTHEM = "anthem"
    """The anthem sounds; it is silenced only when whoever asks is sure."""
    UNKNOWN_TRACK = "unknown_track"
    NO_TRACK = "no_track"
    """The cue plays no track, or nobody has handed in its file."""
    PLAYER_TAKEN = "player_taken"
    """Another player has the place, and is playing."""
    NO_PLAYER = "no_player"
    WRONG_CODE = "wrong_code"
    """A card's code was misread or mistyped: its check says so."""
    OLD_TERM = "old_term"
    """Another console has called the show in a later term."""
    ALREADY_KEPT = "already_kept"
    """What another console wrote stands in the record."""
    NOT_ALLOWED = "not_allowed"
    """The role may not ask this."""
    FOLLOWING = "following"
    """Another console calls the show, and this one follows it."""


ASKED = frozenset(
    {
        Reason.ANTHEM,
        Reason.PROTECTED,
        Reason.EARLY,
        Reason.AWAITED,
        Reason.FAR_START,
        Reason.LONG_OVER,
        Reason.UNPLAYED,
        Reason.SOUNDING,
    }
)
"""Refused only until whoever asks is sure; those of them that know no `sure` stay refused."""


class Refused(Struct, frozen=True):
    reason: Reason
    about: str = ""
    """The id it is about, where there is one."""


class Rest(StrEnum):
    """What becomes of the rest of a session that a jump leaves: laid aside, or still to come behind it."""

    ASIDE = "aside"
    KEEP = "keep"
