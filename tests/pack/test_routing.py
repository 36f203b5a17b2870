"""Queues by hours, over the shipped business: Mon-Fri 8-18, Sat 9-13, Denver."""

from datetime import datetime, timedelta

import pytest

from smsbot.pack.models import Pack
from smsbot.pack.routing import choose_queue, due_time


def _at(pack: Pack, text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=pack.business.zone)


@pytest.mark.parametrize(
    ("reason", "at", "queue", "there"),
    [
        ("question", "2026-11-24 10:00", "support", True),
        ("pricing", "2026-11-24 10:00", "sales", True),
        ("question", "2026-11-24 22:00", "morning", False),
        ("question", "2026-11-26 10:00", "morning", False),  # Thanksgiving
        ("legal", "2026-11-24 02:14", "on-call", True),
        ("legal", "2026-11-24 10:00", "on-call", True),
    ],
)
def test_the_queue_by_reason_and_hour(
    shipped: Pack, reason: str, at: str, queue: str, there: bool
) -> None:
    found, open_now = choose_queue(shipped.business, reason, _at(shipped, at))
    assert (found.id, open_now) == (queue, there)


def test_a_declared_queue_goes_before_the_routing(shipped: Pack) -> None:
    at = _at(shipped, "2026-11-24 10:00")
    assert choose_queue(shipped.business, "legal", at, queue="sales")[0].id == "sales"


def test_what_is_only_to_be_looked_at_stays_in_its_queue_at_night(shipped: Pack) -> None:
    at = _at(shipped, "2026-11-24 22:00")
    queue, there = choose_queue(shipped.business, "question", at, waits=False)
    assert (queue.id, there) == ("support", False)


def test_on_call_is_due_by_the_clock_and_all_else_by_opening_hours(shipped: Pack) -> None:
    night = _at(shipped, "2026-11-24 02:14")
    on_call, _ = choose_queue(shipped.business, "legal", night)
    morning, _ = choose_queue(shipped.business, "question", night)
    assert due_time(shipped.business, on_call, night) == night + timedelta(minutes=5)
    assert due_time(shipped.business, morning, night) == _at(shipped, "2026-11-24 09:00")
