"""The checks of `truth` can fail: each finds what was made wrong for it, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.faults.truth import Ledger, Seat, as_told, problems

NINE = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
AT_NINE, AT_TEN = "Thu Dec 3, 9:00 AM", "Thu Dec 3, 10:00 AM"
ANN, BEN = "+12015551001", "+12015551002"
BOOKED = f"You're booked: visit, {AT_NINE} MT. We'll call you. To change it, just text us here."
MOVED = f"Moved: visit, now {AT_TEN} MT. To change it again, just text us here."
CANCELLED = f"Done: your appointment, {AT_NINE}, is off the calendar. Text us any time."
NONE_FREE = "I have no free times to offer right now. A person will text you back here, by 5 PM."


def seat(phone: str = ANN, state: str = "booked", at: datetime = NINE, number: int = 0) -> Seat:
    return Seat(phone, "marco", number, at, at + timedelta(hours=1), state, as_told(at))


GOOD = Ledger(
    seats=(seat(), seat(BEN, number=1)),
    got={ANN: [BOOKED], BEN: [BOOKED]},
    texts={ANN: 1, BEN: 1},
    carrier_sids=("SM1", "SM2"),
    our_sids=("SM2", "SM1"),
)


@pytest.mark.parametrize(
    "ledger",
    [
        GOOD,
        replace(GOOD, got={ANN: [BOOKED]}, waiting={BEN: [BOOKED]}),
        replace(
            GOOD, got={ANN: [BOOKED, CANCELLED, BOOKED], BEN: [BOOKED]}, texts={ANN: 3, BEN: 1}
        ),
        replace(
            GOOD,
            seats=(seat(at=NINE + timedelta(hours=1)), seat(state="moved"), seat(BEN, "cancelled")),
            got={ANN: [BOOKED, MOVED], BEN: [BOOKED, CANCELLED]},
            texts={ANN: 2, BEN: 2},
        ),
        replace(GOOD, seats=(), got={ANN: [NONE_FREE]}, texts={ANN: 1}, tasks=frozenset({ANN})),
    ],
)
def test_what_is_right_has_no_problems(ledger: Ledger) -> None:
    assert problems(ledger) == []


@pytest.mark.parametrize(
    ("name", "ledger"),
    [
        ("shared_seats", replace(GOOD, seats=(seat(), seat(BEN)))),
        (
            "shared_seats",
            replace(
                GOOD,
                seats=(seat(), seat(BEN, at=NINE + timedelta(minutes=30))),
                got={ANN: [BOOKED], BEN: [BOOKED.replace("9:00", "9:30")]},
            ),
        ),
        ("told_and_not_booked", replace(GOOD, seats=(seat(),))),
        ("told_and_not_booked", replace(GOOD, seats=(seat(), seat(BEN, "cancelled")))),
        ("booked_and_not_told", replace(GOOD, got={ANN: [BOOKED], BEN: ["Hello."]})),
        (
            "booked_and_not_told",
            replace(GOOD, got={ANN: [BOOKED], BEN: [BOOKED, CANCELLED]}, texts={ANN: 1, BEN: 2}),
        ),
        ("left_alone", replace(GOOD, seats=(seat(),), got={ANN: [BOOKED], BEN: [NONE_FREE]})),
        ("unanswered", replace(GOOD, seats=(seat(),), got={ANN: [BOOKED]})),
        ("holds_left", replace(GOOD, seats=(*GOOD.seats, seat(state="held", number=2)))),
        ("said_twice", replace(GOOD, got={ANN: [BOOKED, "Hello."], BEN: [BOOKED]})),
        ("said_twice", replace(GOOD, carrier_sids=("SM1", "SM2", "SM3"))),
        ("said_twice", replace(GOOD, our_sids=("SM1", "SM2", "SM3"))),
    ],
)
def test_each_check_finds_what_is_wrong(name: str, ledger: Ledger) -> None:
    found = problems(ledger)
    assert [one.partition(":")[0] for one in found] == [name]


def test_a_wrong_time_is_two_problems() -> None:
    """Told ten, and booked at nine."""
    ledger = replace(GOOD, got={ANN: [BOOKED.replace("9:00", "10:00")], BEN: [BOOKED]})
    found = sorted(one.partition(":")[0] for one in problems(ledger))
    assert found == ["booked_and_not_told", "told_and_not_booked"]
