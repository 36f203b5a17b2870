"""The embedded calendar on a real PostgreSQL: what is taken, by whom, and what can never be."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest

from smsbot.domain.booking import Appointment, BookingState, Busy, Slot
from smsbot.domain.ids import AppointmentId, ContactId, ConversationId
from smsbot.ports import Seats, SlotTaken
from smsbot.store.calendar import EmbeddedCalendar, release_expired
from smsbot.store.db import Database

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
TEN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
ALONE = Seats(capacity=1, buffer_before=0, buffer_after=0)
CLASS = Seats(capacity=6, buffer_before=0, buffer_after=0)
BUFFERED = Seats(capacity=1, buffer_before=15, buffer_after=30)
CUSTOMERS = 30
DAY = timedelta(days=1)

calendar = EmbeddedCalendar()


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """With contacts and conversations 0 to 29."""
    with psycopg.connect(database_url) as connection:
        connection.execute(
            "INSERT INTO number (id, phone, use_case, carrier_keywords, per_second, refilled_at, "
            "received_until) VALUES ('num', '+12015550100', 'local', 'default', 1, now(), now())"
        )
        connection.execute(
            "INSERT INTO contact (id, phone, created_at) SELECT 'con_' || one, "
            "'+1201555' || (1000 + one), now() FROM generate_series(0, 29) AS one"
        )
        connection.execute(
            "INSERT INTO conversation (id, contact_id, number_id, created_at, bot_since) "
            "SELECT 'cnv_' || one, 'con_' || one, 'num', now(), now() "
            "FROM generate_series(0, 29) AS one"
        )
    found = Database(database_url, size=CUSTOMERS)
    yield found
    await found.close()


def wanted(
    name: str,
    start: datetime = TEN,
    *,
    customer: int = 0,
    person: str = "ana",
    service: str = "visit",
    minutes: int = 60,
    until: datetime | None = NOW + timedelta(minutes=10),
) -> Appointment:
    return Appointment(
        id=AppointmentId(name),
        contact_id=ContactId(f"con_{customer}"),
        conversation_id=ConversationId(f"cnv_{customer}"),
        slot=Slot(service, person, start, start + timedelta(minutes=minutes)),
        state=BookingState.HELD,
        expires_at=until,
        place="at home",
    )


async def hold(
    database: Database, what: Appointment, service: Seats = ALONE, now: datetime = NOW
) -> Appointment:
    async with database.transaction() as tx:
        return await calendar.hold(tx.raw, what, service, now=now)


async def book(
    database: Database, what: Appointment, service: Seats = ALONE, now: datetime = NOW
) -> Appointment:
    async with database.transaction() as tx:
        return await calendar.book(tx.raw, what, service, now=now)


async def move(
    database: Database, old: str, what: Appointment, service: Seats = ALONE
) -> Appointment:
    async with database.transaction() as tx:
        return await calendar.move(tx.raw, AppointmentId(old), what, service, now=NOW)


async def cancel(database: Database, name: str, now: datetime = NOW) -> None:
    async with database.transaction() as tx:
        await calendar.cancel(tx.raw, AppointmentId(name), now=now)


async def busy(database: Database, now: datetime = NOW) -> list[Busy]:
    async with database.transaction() as tx:
        return list(await calendar.busy(tx.raw, TEN - DAY, TEN + DAY, now=now))


async def upcoming(database: Database, customer: int = 0, now: datetime = NOW) -> list[str]:
    async with database.transaction() as tx:
        found = await calendar.upcoming(tx.raw, ContactId(f"con_{customer}"), now=now)
        return [one.id for one in found]


def states(database: Database) -> dict[str, str]:
    with psycopg.connect(database.url) as connection:
        return dict(connection.execute("SELECT id, state FROM appointment").fetchall())


LATER = NOW + timedelta(minutes=10)
"""When a hold that was made now is over."""

# ---- holds -------------------------------------------------------------------------------------


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


# ---- booking -----------------------------------------------------------------------------------


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
    with pytest.raises(RuntimeError):
        async with database.transaction() as tx:
            await calendar.book(tx.raw, wanted("apt_1"), ALONE, now=NOW)
            raise RuntimeError
    assert states(database) == {}


# ---- times and seats ---------------------------------------------------------------------------


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


# ---- moving and cancelling ---------------------------------------------------------------------


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


# ---- looking -----------------------------------------------------------------------------------


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


# ---- several at once ---------------------------------------------------------------------------


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
    with pytest.raises(RuntimeError):
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


# ---- what the database itself refuses ----------------------------------------------------------

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
