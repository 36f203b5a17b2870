"""The visible tables are complete: what may happen has a line, and no line is for nothing."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from smsbot.domain.draft import DraftKind
from smsbot.domain.guard import Action
from smsbot.domain.remedy import Remedy
from smsbot.pipeline.carrier_words import ANSWERED, carrier_answers
from smsbot.pipeline.effects import EFFECTS, SETTLED
from smsbot.pipeline.remedies import REMEDIES, next_pacific_midnight
from smsbot.store.outbox import PRIORITY


def test_every_guard_action_has_an_effect_and_a_settlement() -> None:
    assert set(EFFECTS) == set(Action)
    assert set(SETTLED) == set(Action)


def test_only_a_passed_text_is_left_for_a_turn() -> None:
    assert [action for action, how in SETTLED.items() if how is None] == [Action.PASS]


def test_every_remedy_has_a_line() -> None:
    assert set(REMEDIES) == set(Remedy)


def test_every_kind_of_draft_has_a_priority() -> None:
    assert set(PRIORITY) == set(DraftKind)
    assert PRIORITY[DraftKind.REPLY] < PRIORITY[DraftKind.WORKFLOW]


@pytest.mark.parametrize(
    ("mode", "body", "said_so", "answered"),
    [
        ("default", "STOP", None, True),
        ("default", " stop ", None, True),
        ("default", "stop please", None, False),
        ("default", "opt out", None, False),
        ("default", "YES", None, True),
        ("advanced", "STOP", None, False),
        ("advanced", "ALTO", "STOP", True),
        ("toll_free", "STOP", None, True),
        ("toll_free", "CANCEL", None, False),
        ("toll_free", "YES", None, False),
        ("none", "STOP", None, False),
    ],
)
def test_we_confirm_only_what_the_carrier_has_not(
    mode: str, body: str, said_so: str | None, answered: bool
) -> None:
    assert carrier_answers(mode, body, said_so) is answered


def test_the_modes_are_those_that_a_number_may_declare() -> None:
    assert set(ANSWERED) == {"default", "advanced", "toll_free", "none"}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-23 15:00", "2026-11-24 00:00"),
        ("2026-11-23 23:59", "2026-11-24 00:00"),
        ("2026-11-01 00:30", "2026-11-02 00:00"),  # a day of 25 hours
        ("2027-03-13 23:00", "2027-03-14 00:00"),
    ],
)
def test_the_daily_cap_is_lifted_at_pacific_midnight(now: str, expected: str) -> None:
    zone = ZoneInfo("America/Los_Angeles")
    moment = datetime.fromisoformat(now).replace(tzinfo=zone).astimezone(UTC)
    found = next_pacific_midnight(moment)
    assert found == datetime.fromisoformat(expected).replace(tzinfo=zone)
    assert found.tzinfo is UTC
