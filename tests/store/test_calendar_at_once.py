"""The embedded calendar: several customers at once, and what the database itself refuses."""

import asyncio
from datetime import timedelta

import psycopg
import pytest

from smsbot.domain.booking import Appointment
from smsbot.domain.ids import AppointmentId
from smsbot.ports import SlotTaken
from smsbot.store.db import Database
from tests.store.support import (
    ALONE,
    CLASS,
    CUSTOMERS,
    DAY,
    LATER,
    NOW,
    TEN,
    book,
    busy,
    calendar,
    hold,
    states,
    wanted,
)


async def test_of_two_at_once_one_wins_and_the_other_is_told(database: Database) -> None:
    """The first has written and not committed when the second comes."""
    async with database.transaction() as first:
        await calendar.book(first.raw, wanted("apt_1"), ALONE, now=NOW)
        second = asyncio.create_task(book(database, wanted("apt_2", customer=1)))
        await asyncio.sleep(0.2)
        assert not second.done()
    with pytest.raises(SlotTaken):
        await second
    assert states(database) == {"apt_1": "booked"}


async def test_who_waited_for_one_that_rolled_back_gets_the_slot(database: Database) -> None:
    with pytest.raises(RuntimeError):  # noqa: PT012 - it is about the block
        async with database.transaction() as first:
            await calendar.book(first.raw, wanted("apt_1"), ALONE, now=NOW)
            second = asyncio.create_task(book(database, wanted("apt_2", customer=1)))
            await asyncio.sleep(0.2)
            raise RuntimeError
    await second
    assert states(database) == {"apt_2": "booked"}


async def test_thirty_customers_at_once_for_six_seats(database: Database) -> None:
    outcomes = await asyncio.gather(
        *(
            (book if one % 2 else hold)(database, wanted(f"apt_{one}", customer=one), CLASS)
            for one in range(CUSTOMERS)
        ),
        return_exceptions=True,
    )
    assert sum(isinstance(one, Appointment) for one in outcomes) == 6
    assert sum(isinstance(one, SlotTaken) for one in outcomes) == CUSTOMERS - 6
    assert sorted(one.seat for one in await busy(database)) == [0, 1, 2, 3, 4, 5]


async def test_classes_and_single_appointments_at_once_never_overlap(database: Database) -> None:
    kinds = (("class", CLASS), ("visit", ALONE))
    outcomes = await asyncio.gather(
        *(
            book(
                database,
                wanted(
                    f"apt_{one}",
                    TEN + timedelta(minutes=15 * (one % 5)),
                    customer=one,
                    service=kinds[one % 2][0],
                ),
                kinds[one % 2][1],
            )
            for one in range(CUSTOMERS)
        ),
        return_exceptions=True,
    )
    assert all(isinstance(one, Appointment | SlotTaken) for one in outcomes)
    taken = await busy(database)
    assert taken
    for one in taken:
        for other in taken:
            together = (one.service, one.begins) == (other.service, other.begins)
            assert together or one.end <= other.start or other.end <= one.start


async def test_persons_swapped_at_once_do_not_deadlock(database: Database) -> None:
    """Every customer moves from one person to the other, all at the same moment, with a hold that
    is over at each person."""
    persons = ("ana", "ben")
    for one in range(20):
        hour = TEN + timedelta(hours=one // 2)
        await book(database, wanted(f"old_{one}", hour, customer=one, person=persons[one % 2]))
    for one in range(20, 30):
        hour = TEN + timedelta(hours=one)
        await hold(database, wanted(f"over_{one}", hour, customer=one, person=persons[one % 2]))

    async def swap(one: int) -> Appointment:
        what = wanted(
            f"new_{one}",
            TEN + timedelta(hours=10 + one // 2),
            customer=one,
            person=persons[1 - one % 2],
        )
        async with database.transaction() as tx:
            return await calendar.move(tx.raw, AppointmentId(f"old_{one}"), what, ALONE, now=LATER)

    await asyncio.gather(*(swap(one) for one in range(20)))
    found = list(states(database).values())
    assert (found.count("booked"), found.count("moved"), found.count("expired")) == (20, 20, 10)


RAW = (
    "INSERT INTO appointment (id, contact_id, conversation_id, service, person, seat, during, "
    "starts_at, ends_at, state, expires_at, created_at) VALUES (%(id)s, 'con_9', 'cnv_9', 'visit', "
    "%(person)s, %(seat)s, tstzrange(%(start)s, %(end)s), %(start)s, %(end)s, %(state)s, "
    "%(expires_at)s, now())"
)


def raw(database: Database, **changed: object) -> None:
    """Write past the calendar, onto the slot at ten."""
    values = {"id": "raw", "person": "ana", "seat": 0, "start": TEN, "end": TEN + DAY}
    with psycopg.connect(database.url) as connection:
        connection.execute(RAW, {**values, "state": "booked", "expires_at": None, **changed})


async def test_the_database_lets_nobody_into_a_taken_seat(database: Database) -> None:
    await hold(database, wanted("apt_1"))
    with pytest.raises(psycopg.errors.ExclusionViolation):
        raw(database)
    raw(database, id="another seat", seat=1)
    raw(database, id="another person", person="ben")
    raw(database, id="not live", state="cancelled")


async def test_a_seat_taken_past_the_check_is_slot_taken(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await book(database, wanted("apt_1"))
    monkeypatch.setattr(
        "smsbot.store.calendar_sql.IN_THE_WAY", "SELECT 0 AS seat, true AS joins WHERE false"
    )
    with pytest.raises(SlotTaken):
        await book(database, wanted("apt_2", customer=1))
    assert states(database) == {"apt_1": "booked"}


@pytest.mark.parametrize(
    "wrong",
    [{"seat": -1}, {"state": "held"}, {"state": "lost"}, {"end": TEN}, {"state": "moved"}],
    ids=str,
)
async def test_the_database_refuses_what_makes_no_sense(
    database: Database, wrong: dict[str, object]
) -> None:
    with pytest.raises(psycopg.errors.CheckViolation):
        raw(database, **wrong)
