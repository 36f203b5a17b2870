"""The embedded calendar: whose time excludes whose, moving, and giving up."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest

from smsbot.domain.booking import Appointment, BookingState, Busy
from smsbot.domain.ids import AppointmentId
from smsbot.ports import SlotTaken
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
    move,
    note,
    states,
    wanted,
)


async def test_slots_that_only_touch_are_both_free(database: Database) -> None:
    for one in range(3):
        await book(database, wanted(f"apt_{one}", TEN + timedelta(hours=one), customer=one))
    assert len(await busy(database)) == 3


async def test_buffers_are_taken_on_both_sides(database: Database) -> None:
    await book(database, wanted("apt_1"), BUFFERED)
    (taken,) = await busy(database)
    assert taken == Busy(
        "ana", 0, "visit", TEN, TEN - timedelta(minutes=15), TEN + timedelta(minutes=90)
    )
    for minutes in (-74, 89):
        with pytest.raises(SlotTaken):
            await book(database, wanted("no", TEN + timedelta(minutes=minutes), customer=1))
    await book(database, wanted("before", TEN - timedelta(minutes=75), customer=1))
    await book(database, wanted("after", TEN + timedelta(minutes=90), customer=2))


async def test_a_buffer_of_the_newcomer_counts_as_much(database: Database) -> None:
    await book(database, wanted("apt_1"))
    with pytest.raises(SlotTaken):
        await book(database, wanted("no", TEN + timedelta(minutes=74), customer=1), BUFFERED)
    await book(database, wanted("yes", TEN + timedelta(minutes=75), customer=1), BUFFERED)


async def test_a_class_takes_as_many_as_it_has_seats(database: Database) -> None:
    two = replace(CLASS, capacity=2)
    await book(database, wanted("apt_0", customer=0), two)
    await hold(database, wanted("apt_1", customer=1), two)
    with pytest.raises(SlotTaken):
        await book(database, wanted("apt_2", customer=2), two)
    await cancel(database, "apt_0")
    await book(database, wanted("apt_2", customer=2), two)
    assert [one.seat for one in await busy(database)] == [0, 1]


async def test_a_class_that_became_smaller_takes_nobody_more(database: Database) -> None:
    for one in range(3):
        await book(database, wanted(f"apt_{one}", customer=one), CLASS)
    await cancel(database, "apt_0")
    with pytest.raises(SlotTaken):
        await book(database, wanted("apt_3", customer=3), replace(CLASS, capacity=2))


@pytest.mark.parametrize(
    "other",
    [
        wanted("no", customer=1, service="class"),
        wanted("no", TEN + timedelta(minutes=30), customer=1),
        wanted("no", TEN - timedelta(minutes=30), customer=1, service="class"),
    ],
    ids=["another service", "another beginning", "both"],
)
async def test_seats_are_shared_by_one_service_at_one_beginning_only(
    database: Database, other: Appointment
) -> None:
    await book(database, wanted("apt_1"), CLASS)
    with pytest.raises(SlotTaken):
        await book(database, other, CLASS)


async def test_a_class_and_an_appointment_alone_exclude_each_other(database: Database) -> None:
    await book(database, wanted("class", service="class"), CLASS)
    with pytest.raises(SlotTaken):
        await book(database, wanted("alone", customer=1), ALONE)
    await book(database, wanted("alone", TEN + timedelta(hours=1), customer=1), ALONE)
    with pytest.raises(SlotTaken):
        await book(
            database,
            wanted("class 2", TEN + timedelta(minutes=30), customer=2, service="class"),
            CLASS,
        )


async def test_another_person_is_free(database: Database) -> None:
    await book(database, wanted("apt_1"))
    await book(database, wanted("apt_2", customer=1, person="ben"))
    assert [one.person for one in await busy(database)] == ["ana", "ben"]


async def test_the_zone_of_a_moment_means_nothing(database: Database) -> None:
    """The hour that New York has twice in the night of November 1, 2026 is two hours here."""
    zone = ZoneInfo("America/New_York")
    first = datetime(2026, 11, 1, 1, 0, tzinfo=zone)
    second = first.replace(fold=1)
    booked = await book(database, wanted("apt_1", first.astimezone(UTC)))
    await book(database, wanted("apt_2", second.astimezone(UTC), customer=1))
    assert booked.slot.start == datetime(2026, 11, 1, 5, 0, tzinfo=UTC)
    with psycopg.connect(database.url, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f"ALTER DATABASE {name} SET timezone = 'America/New_York'")
    elsewhere = Database(database.url)
    again = await book(elsewhere, wanted("apt_1", first.astimezone(UTC)))
    await elsewhere.close()
    assert again == booked
    assert again.slot.start.tzinfo is UTC


async def test_moving_books_the_new_and_gives_up_the_old(database: Database) -> None:
    await book(database, wanted("old"))
    moved = await move(database, "old", wanted("new", TEN + DAY))
    assert moved.state is BookingState.BOOKED
    assert states(database) == {"old": "moved", "new": "booked"}
    assert await move(database, "old", wanted("new", TEN + DAY)) == moved
    with psycopg.connect(database.url) as connection:
        row = connection.execute("SELECT moved_to FROM appointment WHERE id = 'old'").fetchone()
    assert row == ("new",)
    await book(database, wanted("next", customer=1))


async def test_a_note_goes_along_with_a_move(database: Database) -> None:
    await book(database, replace(wanted("old"), note="two dogs"))
    await note(database, "old", "gate code 4455")
    moved = await move(database, "old", wanted("new", TEN + DAY))
    assert moved.note == "two dogs\ngate code 4455"
    last = await move(database, "new", replace(wanted("last", TEN + 2 * DAY), note="key: mat"))
    assert last.note == "two dogs\ngate code 4455\nkey: mat"


async def test_a_note_is_for_what_is_booked(database: Database) -> None:
    await book(database, wanted("old"))
    await cancel(database, "old")
    with pytest.raises(SlotTaken):
        await note(database, "old", "gate code 4455")


async def test_a_move_that_is_refused_changes_nothing(database: Database) -> None:
    await book(database, wanted("old"))
    await book(database, wanted("theirs", TEN + DAY, customer=1))
    async with database.transaction() as tx:  # and the caller commits in spite of it
        with pytest.raises(SlotTaken):
            await calendar.move(
                tx.raw, AppointmentId("old"), wanted("new", TEN + DAY), ALONE, now=NOW
            )
    assert states(database) == {"old": "booked", "theirs": "booked"}


async def test_moving_into_ones_own_old_time(database: Database) -> None:
    await book(database, wanted("old"), BUFFERED)
    await move(database, "old", wanted("new", TEN + timedelta(minutes=30)), BUFFERED)
    (taken,) = await busy(database)
    assert taken.begins == TEN + timedelta(minutes=30)


async def test_moving_to_a_slot_that_is_held_for_it(database: Database) -> None:
    await book(database, wanted("old"))
    await hold(database, wanted("new", TEN + DAY))
    await move(database, "old", wanted("new", TEN + DAY))
    assert states(database) == {"old": "moved", "new": "booked"}


async def test_only_what_stands_can_be_moved(database: Database) -> None:
    await book(database, wanted("old"))
    await cancel(database, "old")
    with pytest.raises(SlotTaken, match="cannot be moved"):
        await move(database, "old", wanted("new", TEN + DAY))
    with pytest.raises(LookupError):
        await move(database, "none", wanted("new", TEN + DAY))
    await book(database, wanted("theirs", customer=1))
    with pytest.raises(LookupError):
        await move(database, "theirs", wanted("new", TEN + DAY))
    with pytest.raises(ValueError, match="itself"):
        await move(database, "new", wanted("new", TEN + DAY))
    assert states(database) == {"old": "cancelled", "theirs": "booked"}


@pytest.mark.parametrize("make", [hold, book])
async def test_cancelling_gives_the_slot_back(database: Database, make: object) -> None:
    await (hold if make is hold else book)(database, wanted("apt_1"))
    await cancel(database, "apt_1")
    await cancel(database, "apt_1")
    await cancel(database, "never was")
    assert states(database) == {"apt_1": "cancelled"}
    assert await busy(database) == []
    await book(database, wanted("apt_2", customer=1))


async def test_cancelling_changes_no_story_that_is_over(database: Database) -> None:
    await book(database, wanted("old"))
    await move(database, "old", wanted("new", TEN + DAY))
    await cancel(database, "old")
    await hold(database, wanted("over", customer=1))
    await cancel(database, "over", now=LATER)
    assert states(database) == {"old": "moved", "new": "booked", "over": "expired"}
