"""What came of a show as JSON: its names are a promise as those of figures.py, where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import assert_never

from runofshow.core.alarms import Alarm
from runofshow.core.beside import Beside, Line, beside
from runofshow.core.failings import Failing
from runofshow.core.history import CueHistory, History
from runofshow.core.notices import Note
from runofshow.core.rearranged import Change, GivenTo, Rescheduled, Retimed
from runofshow.core.rearranged_lists import Absent, HandedBy, Listed, OnBehalf, PutIn, SplitOff
from runofshow.core.wire import Json, moment, seconds
from runofshow.report.reckoning.fates import Honoured
from runofshow.report.reckoning.handed_over import FormSum, HandedOver, handed_over, sums_by_form
from runofshow.report.reckoning.hands import Hand, by_role
from runofshow.report.reckoning.incidents import Incident, incidents
from runofshow.report.reckoning.ledger import Ledger, Share, ledgers
from runofshow.report.reckoning.lessons import MissedCues, SlowAnswers, Suggestion, TooShort, suggestions


def outcome_json(history: History, rehearsals: Sequence[History], tz: tzinfo) -> dict[str, Json]:
    """Where the time went, what went wrong, what was changed and handed over, how hands did, and what that
    suggests; `rehearsals` are the earlier ones, the latest first."""
    accounts, rounds = ledgers(history), handed_over(history)
    rehearsed = beside(history, rehearsals)
    return {
        "time": [_ledger(one, tz) for one in accounts],
        "incidents": [_incident(one, tz) for one in incidents(history, accounts)],
        "changes": [_change(one, tz) for one in history.changes],
        "awards": [_award(one) for one in rounds],
        "awards_by_form": [_sum(one) for one in sums_by_form(rounds)],
        "answers_by_role": [_hand(one) for one in by_role(history)],
        "rehearsals": _rehearsals(rehearsed, tz),
        "takes": [_take(line) for line in rehearsed.lines],
        "suggestions": [_suggestion(one) for one in suggestions(history, rehearsed)],
    }


def _ledger(ledger: Ledger, tz: tzinfo) -> dict[str, Json]:
    """Without an end there are no sums."""
    is_over = ledger.session.ended_at is not None
    return {
        "session_id": ledger.session.session_id,
        "lost_s": seconds(ledger.lost) if is_over else None,
        "won_back_s": seconds(ledger.won) if is_over else None,
        "late_s": seconds(ledger.late) if is_over else None,
        "shares": [_share(share, tz) for share in ledger.shares],
    }


def _share(share: Share, tz: tzinfo) -> dict[str, Json]:
    return {
        "why": share.why.value,
        "by_s": seconds(share.by),
        "item_id": None if share.item is None else share.item.row.item_id,
        "at": moment(share.at, tz),
        "causes": [note.text for note in share.causes],
    }


def _incident(incident: Incident, tz: tzinfo) -> dict[str, Json]:
    what = incident.what
    return {
        "at": moment(incident.at, tz),
        "item_id": incident.item_id,
        "what": _what(incident),
        "text": what.text if isinstance(what, Note) else what.about if isinstance(what, Failing) else None,
        "cue_id": what.cue_id if isinstance(what, CueHistory | Failing) else None,
        "lost_s": seconds(incident.lost),
        "causes": [note.text for note in incident.causes],
    }


def _what(incident: Incident) -> str:
    match incident.what:
        case Share(why):
            return why.value
        case Note():
            return "note"
        case CueHistory():
            return "cue_missed"
        case Failing(_, kind):
            return kind.value
        case Alarm(code):
            return code.value
        case _:
            assert_never(incident.what)


def _change(change: Change, tz: tzinfo) -> dict[str, Json]:
    told: dict[str, Json] = {}
    match change.what:
        case Retimed(was, now):
            told = {"was_s": seconds(was), "now_s": seconds(now)}
        case Rescheduled(start_at, until):
            told = {"start": moment(start_at, tz), "until": moment(until, tz)}
        case GivenTo(was_by, now_by) | HandedBy(was_by, now_by):
            told = {"was_by": was_by, "now_by": now_by}
        case SplitOff(was_id):
            told = {"was_id": was_id}
        case PutIn(one, was_id):
            told = {"recipient_id": one, "was_id": was_id}
        case Listed(one):
            told = {"recipient_id": one}
        case Absent(one, is_absent):
            told = {"recipient_id": one, "absent": is_absent}
        case OnBehalf(one, was_proxy, now_proxy):
            told = {"recipient_id": one, "was_by": was_proxy, "now_by": now_proxy}
        case _:
            pass
    if change.proposed_by:
        told["proposed_by"] = change.proposed_by
    return {
        "at": moment(change.at, tz),
        "by": change.by,
        "item_id": change.item_id,
        "what": str(change.what.__struct_config__.tag),
        **told,
    }


def _award(award: HandedOver) -> dict[str, Json]:
    return {
        "item_id": award.item.row.item_id,
        "given": award.was_given,
        "form": award.form,
        "level": None if award.level is None else award.level.value,
        "decision": award.decision,
        "reader": award.reader,
        "presenter": award.presenter,
        "presenter_was": award.presenter_was,
        "round_id": award.round_id,
        "batch": award.batch,
        "batches": award.batches,
        "split_from": None if award.split_from is None else award.split_from.row.item_id,
        "last_step": None if award.item.step is None else award.item.step.value,
        "planned_s": seconds(award.item.planned),
        "actual_s": seconds(award.item.actual),
        "each_s": seconds(award.each),
        "recipients": [_recipient(each) for each in award.people],
    }


def _recipient(each: Honoured) -> dict[str, Json]:
    recipient = each.one
    return {
        "recipient_id": recipient.recipient_id,
        "name": recipient.name,
        "received_by": recipient.proxy,
        "posthumous": recipient.posthumous,
        "absent": recipient.absent,
        "shown": each.shown,
        "unit": recipient.unit,
        "post": recipient.post,
        "fate": each.fate.value,
        "moved_from": None if each.moved_from is None else each.moved_from.row.item_id,
        "added": each.added,
    }


def _sum(form: FormSum) -> dict[str, Json]:
    return {"form": form.form, "given": form.given, "absent": form.absent, "not_given": form.not_given}


def _hand(hand: Hand) -> dict[str, Json]:
    worst, slowest = hand.worst, hand.answer_worst
    return {
        "role": hand.role.value,
        "cues": hand.all,
        "gone": hand.gone,
        "missed": hand.missed,
        "stood_down": hand.stood_down,
        "median_s": seconds(hand.median),
        "worst_s": None if worst is None else seconds(worst.off_by),
        "worst_cue_id": None if worst is None else worst.cue_id,
        "asked": hand.asked,
        "answered": hand.answered,
        "answer_median_s": seconds(hand.answer_median),
        "answer_worst_s": None if slowest is None else seconds(slowest.answered_in),
        "answer_worst_cue_id": None if slowest is None else slowest.cue_id,
    }


def _rehearsals(rehearsed: Beside, tz: tzinfo) -> list[Json]:
    return [
        {
            "opened_at": moment(take.opened_at, tz),
            "started_at": moment(take.started_at, tz),
            "speed": take.speed,
            "items": {
                line.item.row.item_id: seconds(line.takes[place])
                for line in rehearsed.lines
                if line.takes[place] is not None
            },
        }
        for place, take in enumerate(rehearsed.takes)
    ]


def _take(line: Line) -> dict[str, Json]:
    spread = line.spread
    likely = None if spread is None else spread.likely
    return {
        "item_id": line.item.row.item_id,
        "times_s": [[seconds(time.length) for time in each] for each in line.times],
        "own_s": [seconds(time.length) for time in line.own],
        "median_s": None if spread is None else seconds(spread.median),
        "low_s": None if likely is None else seconds(likely.low),
        "high_s": None if likely is None else seconds(likely.high),
        "moved_s": seconds(line.moved_by),
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Json]:
    match suggestion:
        case TooShort(item, takes, needed):
            return {
                "what": "too_short",
                "item_id": item.row.item_id,
                "rehearsed_s": [seconds(take) for take in takes],
                "needed_s": seconds(needed),
            }
        case MissedCues(role, cues):
            return {"what": "missed_cues", "role": role.value, "cues": [cue.cue_id for cue in cues]}
        case SlowAnswers(hand):
            return {"what": "slow_answers", "role": hand.role.value, "median_s": seconds(hand.answer_median)}
        case _:
            assert_never(suggestion)
