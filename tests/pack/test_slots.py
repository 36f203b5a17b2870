"""Which times are free: hours, lead time, buffers, seats, absences, and what is offered of them."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.domain.booking import Busy, Slot
from smsbot.domain.times import Grain, Window
from smsbot.pack.booking import Absence, Booking, Service
from smsbot.pack.load import load_shipped
from smsbot.pack.slots import Asked, Diary, spread, taken

DENVER = ZoneInfo("America/Denver")
BUSINESS = load_shipped().business
NOW = dt.datetime(2026, 11, 23, 17, 0, tzinfo=dt.UTC)
"""A Monday, 10:00 in Denver; Thursday is Thanksgiving."""


def service(**given: object) -> Service:
    declared = {"id": "visit", "name": {"en": "visit"}, "minutes": 60, "people": ("dana",)}
    return Service.model_validate({**declared, **given})


def booking(one: Service, **given: object) -> Booking:
    return Booking.model_validate({"services": (one,), "lead_minutes": 60, **given})


def local(day: int, hour: int, minute: int = 0, month: int = 11) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, minute, tzinfo=DENVER)


def busy(start: dt.datetime, minutes: int, **given: object) -> Busy:
    end = start + dt.timedelta(minutes=minutes)
    values = {"person": "dana", "seat": 0, "service": "other", "begins": start, **given}
    return Busy(start=start, end=end, **values)  # type: ignore[arg-type]


def starts(
    one: Service,
    *taken_by: Busy,
    asked: Asked | None = None,
    now: dt.datetime = NOW,
    **given: object,
) -> list[dt.datetime]:
    diary = Diary(booking(one, **given), BUSINESS, taken_by, now)
    return [slot.start.astimezone(DENVER) for slot in diary.free(one, asked)]


def on(day: int, found: list[dt.datetime]) -> list[str]:
    return [f"{one:%H:%M}" for one in found if one.day == day and one.month == 11]


def test_slots_stand_on_the_grid_within_the_hours_after_the_lead_time() -> None:
    found = starts(service())
    assert on(23, found)[:2] == ["11:00", "11:30"]
    assert on(23, found)[-1] == "17:00"  # an hour before closing


def test_a_holiday_and_a_sunday_have_none() -> None:
    found = starts(service())
    assert on(26, found) == []
    assert on(29, found) == []


def test_nothing_is_free_beyond_the_horizon() -> None:
    assert max(starts(service(), horizon_days=2)).date() == dt.date(2026, 11, 25)


def test_buffers_keep_their_distance_and_are_not_in_the_slot() -> None:
    one = service(buffer_before=15, buffer_after=30)
    found = starts(one, busy(local(24, 12), 60))
    assert "11:00" not in on(24, found)
    assert "10:30" in on(24, found)  # ends 11:30, away until 12:00
    assert "13:00" not in on(24, found)
    assert "13:30" in on(24, found)


def test_seats_are_shared_by_those_who_begin_together_only() -> None:
    one = service(id="class", capacity=2)
    first = busy(local(24, 12), 60, service="class")
    assert "12:00" in on(24, starts(one, first))
    assert "12:30" not in on(24, starts(one, first))
    second = busy(local(24, 12), 60, service="class", seat=1)
    assert "12:00" not in on(24, starts(one, first, second))


def test_one_service_does_not_sit_in_another_ones_class() -> None:
    other = busy(local(24, 12), 60, service="class")
    assert "12:00" not in on(24, starts(service(capacity=5), other))


def test_who_is_away_has_no_slots() -> None:
    away = Absence(person="dana", first=dt.date(2026, 11, 24), last=dt.date(2026, 11, 25))
    found = starts(service(), absences=(away,))
    assert on(24, found) == on(25, found) == []
    assert on(27, found)


def test_of_two_people_the_one_with_less_to_do_that_day_comes() -> None:
    one = service(people=("dana", "luis"))
    diary = Diary(booking(one), BUSINESS, [busy(local(24, 9), 60)], NOW)
    on_tuesday = [slot for slot in diary.free(one) if slot.start.astimezone(DENVER).day == 24]
    assert {slot.person for slot in on_tuesday} == {"luis"}


def test_a_service_may_have_hours_of_its_own() -> None:
    one = service(hours={"tue": [{"start": "19:00", "end": "21:00"}]})
    assert on(24, starts(one)) == ["19:00", "19:30", "20:00"]


def test_only_what_was_asked_for_and_nothing_that_was_ruled_out() -> None:
    morning = Window(local(24, 6), local(24, 12), Grain.PART)
    nine = Window(local(24, 9), local(24, 10), Grain.HOUR)
    found = starts(service(), asked=Asked((morning,), (nine,)))
    assert on(24, found) == ["08:00", "08:30", "10:00", "10:30", "11:00", "11:30"]
    assert len(found) == 6


def test_around_a_time_takes_an_hour_on_either_side() -> None:
    around = Window(local(24, 12), local(24, 13), Grain.HOUR, approximate=True)
    assert on(24, starts(service(), asked=Asked((around,))))[0] == "11:00"


def test_the_hour_that_a_clock_change_skips_is_no_slot() -> None:
    one = service(hours={"sun": [{"start": "01:00", "end": "05:00"}]})
    now = dt.datetime(2027, 3, 13, 18, 0, tzinfo=dt.UTC)
    found = starts(one, now=now, horizon_days=1)
    assert [f"{slot:%H:%M}" for slot in found] == ["01:00", "01:30", "03:00", "03:30", "04:00"]


START = st.integers(0, 20 * 48).map(lambda half: NOW + dt.timedelta(minutes=30 * half))
BUSY = st.builds(busy, START, st.integers(15, 240))


@given(st.lists(BUSY, max_size=8), st.integers(0, 45), st.integers(0, 45))
def test_a_free_slot_meets_nothing_that_is_taken(
    others: list[Busy], before: int, after: int
) -> None:
    one = service(buffer_before=before, buffer_after=after)
    diary = Diary(booking(one), BUSINESS, others, NOW)
    for slot in list(diary.free(one))[:60]:
        begins, ends = taken(one, slot.start)
        assert not any(begins < other.end and other.start < ends for other in others)
        assert diary.is_free(one, slot)
        moved = Slot(slot.service, slot.person, slot.start + dt.timedelta(minutes=7), slot.end)
        assert not diary.is_free(one, moved)


@pytest.mark.parametrize(("count", "days"), [(2, 2), (3, 3), (4, 4)])
def test_offers_are_on_different_days_where_there_are_such(count: int, days: int) -> None:
    one = service()
    free = Diary(booking(one), BUSINESS, [], NOW).free(one)
    offered = spread(free, count, DENVER)
    assert len({slot.start.astimezone(DENVER).date() for slot in offered}) == days
    assert offered == sorted(offered, key=lambda slot: slot.start)


def test_where_a_time_was_named_the_first_ones_stand() -> None:
    one = service()
    free = list(Diary(booking(one), BUSINESS, [], NOW).free(one))
    assert spread(free, 3, DENVER, together=True) == free[:3]
