"""The embedded calendar on a real PostgreSQL: holds, booking, and looking."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from smsbot.domain.booking import Appointment, BookingState
from smsbot.ports import SlotTaken
from smsbot.store.calendar import release_expired
from smsbot.store.db import Database
from tests.store.support import (
    ALONE,
    BUFFERED,
    CLASS,
    DAY,
    LATER,
    NOW,
    TEN,
    book,
    busy,
    calendar,
    cancel,
    hold,
    states,
    upcoming,
    wanted,
)


async def test_a_hold_keeps_the_slot_from_others(database: Database) -> None:
    held = await hold(database, wanted("apt_1"))
    assert held == wanted("apt_1")
    assert held.slot.start.tzinfo is UTC
    with pytest.raises(SlotTaken):
        await hold(database, wanted("apt_2", customer=1))
    with pytest.raises(SlotTaken):
        await book(database, wanted("apt_2", customer=1))
    assert states(database) == {"apt_1": "held"}


async def test_the_same_hold_again_is_the_same_hold(database: Database) -> None:
    first = await hold(database, wanted("apt_1"))
    again = await hold(database, wanted("apt_1", until=NOW + timedelta(hours=1)))
    assert again == first
    assert len(await busy(database)) == 1


async def test_a_hold_lets_go_of_the_contacts_other_holds_and_of_nobody_elses(
    database: Database,
) -> None:
    await book(database, wanted("booked", TEN + timedelta(hours=5)))
    await hold(database, wanted("first"))
    await hold(database, wanted("other", TEN + timedelta(hours=2), customer=1))
    await hold(database, wanted("second", person="ben"))
    assert states(database) == {
        "booked": "booked",
        "first": "cancelled",
        "other": "held",
        "second": "held",
    }
    await book(database, wanted("freed", customer=2))


async def test_a_contacts_own_hold_is_not_in_its_way(database: Database) -> None:
    await hold(database, wanted("first"))
    await hold(database, wanted("second", TEN + timedelta(minutes=30)))
    await book(database, wanted("third", TEN + timedelta(minutes=45)))
    assert states(database) == {"first": "cancelled", "second": "cancelled", "third": "booked"}


async def test_a_refused_hold_lets_go_of_nothing_even_where_the_caller_commits(
    database: Database,
) -> None:
    await hold(database, wanted("mine", person="ben"))
    await book(database, wanted("theirs", customer=1))
    async with database.transaction() as tx:
        with pytest.raises(SlotTaken):
            await calendar.hold(tx.raw, wanted("new"), ALONE, now=NOW)
    assert states(database)["mine"] == "held"


async def test_a_hold_that_is_over_is_in_nobodys_way(database: Database) -> None:
    await hold(database, wanted("over"))
    just_before = LATER - timedelta(microseconds=1)
    with pytest.raises(SlotTaken):
        await book(database, wanted("new", customer=1), now=just_before)
    assert len(await busy(database, just_before)) == 1
    assert await busy(database, LATER) == []
    await book(database, wanted("new", customer=1), now=LATER)
    assert states(database) == {"over": "expired", "new": "booked"}


async def test_a_hold_needs_an_expiry(database: Database) -> None:
    with pytest.raises(ValueError, match="no expiry"):
        await hold(database, wanted("apt_1", until=None))


async def test_a_hold_that_is_over_is_made_anew_by_the_same_id(database: Database) -> None:
    await hold(database, wanted("apt_1"))
    anew = await hold(database, wanted("apt_1", until=LATER + timedelta(minutes=10)), now=LATER)
    assert anew.state is BookingState.HELD
    assert anew.expires_at == LATER + timedelta(minutes=10)


async def test_the_sweep_releases_what_is_over_and_waits_for_nobody(database: Database) -> None:
    await hold(database, wanted("over"))
    await hold(database, wanted("locked", customer=1, person="ben"))
    await hold(database, wanted("live", customer=2, person="cy", until=NOW + DAY))
    await book(database, wanted("booked", customer=3, person="dee"))
    async with database.transaction() as other:
        await other.driver_row("SELECT * FROM appointment WHERE id = 'locked' FOR UPDATE", {})
        async with database.transaction() as tx:
            assert await release_expired(tx.raw, LATER) == 1
    async with database.transaction() as tx:
        assert await release_expired(tx.raw, LATER) == 1
        assert await release_expired(tx.raw, LATER) == 0
    assert states(database) == {
        "over": "expired",
        "locked": "expired",
        "live": "held",
        "booked": "booked",
    }


async def test_booking_without_a_hold(database: Database) -> None:
    booked = await book(database, wanted("apt_1"))
    assert booked == replace(wanted("apt_1"), state=BookingState.BOOKED, expires_at=None)
    assert await book(database, wanted("apt_1")) == booked
    assert await hold(database, wanted("apt_1")) == booked
    with pytest.raises(SlotTaken):
        await book(database, wanted("apt_2", customer=1))


async def test_a_hold_becomes_an_appointment(database: Database) -> None:
    await hold(database, wanted("apt_1"))
    booked = await book(database, replace(wanted("apt_1"), place="at the shop"))
    assert (booked.state, booked.expires_at) == (BookingState.BOOKED, None)
    assert booked.place == "at the shop"
    assert states(database) == {"apt_1": "booked"}


async def test_a_live_hold_keeps_its_seat_whatever_became_of_the_service(
    database: Database,
) -> None:
    for one in range(3):
        await hold(database, wanted(f"apt_{one}", customer=one), CLASS)
    await book(database, wanted("apt_2", customer=2), ALONE)
    assert [one.seat for one in await busy(database)] == [0, 1, 2]


@pytest.mark.parametrize("swept", [True, False])
async def test_a_hold_that_is_over_is_booked_where_the_slot_is_free(
    database: Database, swept: bool
) -> None:
    await hold(database, wanted("apt_1"))
    if swept:
        async with database.transaction() as tx:
            await release_expired(tx.raw, LATER)
    assert (await book(database, wanted("apt_1"), now=LATER)).state is BookingState.BOOKED


async def test_a_hold_that_is_over_is_refused_where_the_slot_is_not(database: Database) -> None:
    await hold(database, wanted("apt_1"))
    await book(database, wanted("apt_2", customer=1), now=LATER)
    with pytest.raises(SlotTaken):
        await book(database, wanted("apt_1"), now=LATER)
    assert states(database) == {"apt_1": "expired", "apt_2": "booked"}


async def test_what_was_given_up_does_not_come_back(database: Database) -> None:
    await book(database, wanted("apt_1"))
    await cancel(database, "apt_1")
    with pytest.raises(SlotTaken, match="given up"):
        await book(database, wanted("apt_1"))
    with pytest.raises(SlotTaken, match="given up"):
        await hold(database, wanted("apt_1"))


@pytest.mark.parametrize(
    "other", [wanted("apt_1", TEN + DAY), wanted("apt_1", customer=1), wanted("apt_1", person="b")]
)
async def test_an_id_is_one_slot_of_one_contact(database: Database, other: Appointment) -> None:
    await hold(database, wanted("apt_1"))
    with pytest.raises(ValueError, match="another"):
        await book(database, other)


async def test_a_rollback_takes_everything_along(database: Database) -> None:
    with pytest.raises(RuntimeError):  # noqa: PT012 - it is about the block
        async with database.transaction() as tx:
            await calendar.book(tx.raw, wanted("apt_1"), ALONE, now=NOW)
            raise RuntimeError
    assert states(database) == {}


async def test_busy_is_what_touches_the_window(database: Database) -> None:
    await book(database, wanted("apt_1"), BUFFERED)
    edges = TEN - timedelta(minutes=15), TEN + timedelta(minutes=90)
    second = timedelta(seconds=1)
    async with database.transaction() as tx:
        assert not await calendar.busy(tx.raw, edges[0] - DAY, edges[0], now=NOW)
        assert await calendar.busy(tx.raw, edges[0] - DAY, edges[0] + second, now=NOW)
        assert await calendar.busy(tx.raw, edges[1] - second, edges[1] + DAY, now=NOW)
        assert not await calendar.busy(tx.raw, edges[1], edges[1] + DAY, now=NOW)


async def test_upcoming_is_what_is_not_over_in_order(database: Database) -> None:
    await book(database, wanted("late", TEN + DAY))
    await book(database, wanted("early"))
    await book(database, wanted("cancelled", TEN + 2 * DAY))
    await cancel(database, "cancelled")
    await hold(database, wanted("held", TEN + timedelta(hours=3)))
    await book(database, wanted("theirs", TEN + timedelta(hours=5), customer=1))
    assert await upcoming(database) == ["early", "held", "late"]
    assert await upcoming(database, now=LATER) == ["early", "late"]
    assert await upcoming(database, now=TEN + timedelta(minutes=59)) == ["early", "late"]
    assert await upcoming(database, now=TEN + timedelta(minutes=60)) == ["late"]
