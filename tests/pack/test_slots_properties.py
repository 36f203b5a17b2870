"""What holds of any week, any service and anybody's diary."""

import datetime as dt
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from smsbot.domain.booking import Busy, Slot
from smsbot.pack.booking import Absence, Booking, Service
from smsbot.pack.hours import intervals
from smsbot.pack.models import Business
from smsbot.pack.slots import Diary, spread, taken
from smsbot.pack.week import DAYS

from .diaries import booking, service
from .weeks import business

START = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)
"""Three days before the clocks go forward."""
QUARTER = dt.timedelta(minutes=15)
PEOPLE = ("ana", "ben")
Drawn = tuple[Diary, Service, Booking, list[Busy], dt.datetime]


@st.composite
def weeks(draw: st.DrawFn) -> Business:
    hours = {}
    for day in DAYS:
        edges = sorted(draw(st.lists(st.integers(0, 95), max_size=4, unique=True)))
        pairs = zip(edges[::2], edges[1::2], strict=False)
        hours[day] = [(_clock(one), _clock(other)) for one, other in pairs]
    holidays = draw(st.sets(st.sampled_from(["2026-03-07", "2026-03-09"])))
    zone = draw(st.sampled_from(["America/Denver", "Australia/Lord_Howe", "UTC"]))
    return business(hours, zone=zone, holidays=tuple(holidays))


def _clock(quarter: int) -> str:
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"


services = st.builds(
    lambda minutes, before, after, capacity, people: service(
        minutes=minutes,
        buffer_before=before,
        buffer_after=after,
        capacity=capacity,
        people=people,
    ),
    st.sampled_from([15, 30, 45, 60, 90, 240]),
    st.sampled_from([0, 15, 30]),
    st.sampled_from([0, 15, 30]),
    st.integers(1, 3),
    st.sampled_from([("ana",), PEOPLE]),
)


@st.composite
def diaries(draw: st.DrawFn) -> Drawn:
    one = draw(services)
    away = draw(st.sets(st.sampled_from(PEOPLE)))
    day = dt.date(2026, 3, 6)
    declared = booking(
        one,
        lead_minutes=draw(st.sampled_from([0, 90, 1440])),
        horizon_days=draw(st.integers(1, 6)),
        step=draw(st.sampled_from([15, 30, 60])),
        absences=tuple(Absence(person=who, first=day, last=day) for who in away),
    )
    taken_up = draw(st.lists(_busy(one), max_size=6))
    now = START + draw(st.integers(0, 300)) * QUARTER
    return Diary(declared, draw(weeks()), taken_up, now), one, declared, taken_up, now


def _busy(one: Service) -> st.SearchStrategy[Busy]:
    def made(quarter: int, person: str, seat: int, same: bool) -> Busy:
        begins = START + quarter * QUARTER
        return Busy(person, seat, one.id if same else "other", begins, *taken(one, begins))

    return st.builds(
        made, st.integers(0, 600), st.sampled_from(PEOPLE), st.integers(0, 2), st.booleans()
    )


def _meets(one: Service, slot: Slot, other: Busy) -> bool:
    begins, ends = taken(one, slot.start)
    return other.person == slot.person and begins < other.end and other.start < ends


@given(diaries())
@settings(max_examples=150, deadline=None)
def test_a_free_slot_never_overlaps_what_is_busy_but_in_its_own_class(drawn: Drawn) -> None:
    diary, one, _, taken_up, _ = drawn
    for slot in islice(diary.free(one), 200):
        there = [other for other in taken_up if _meets(one, slot, other)]
        assert all((o.service, o.begins) == (one.id, slot.start) for o in there)
        assert len({other.seat for other in there}) < one.capacity


@given(diaries())
@settings(max_examples=100, deadline=None)
def test_what_is_offered_is_free_and_only_that(drawn: Drawn) -> None:
    diary, one, _, _, now = drawn
    offered = list(islice(diary.free(one), 40))
    assert all(diary.is_free(one, slot) for slot in offered)
    if len(offered) < 40:
        by_time = {slot.start for slot in offered}
        length = dt.timedelta(minutes=one.minutes)
        for quarter in range(0, 1000, 7):
            start = now + quarter * QUARTER
            asked = [Slot(one.id, who, start, start + length) for who in one.people]
            assert any(diary.is_free(one, slot) for slot in asked) == (start in by_time)


@given(diaries(), weeks())
@settings(max_examples=100, deadline=None)
def test_slots_come_in_order_in_the_hours_and_in_time(drawn: Drawn, week: Business) -> None:
    _, one, declared, taken_up, now = drawn
    found = list(islice(Diary(declared, week, taken_up, now).free(one), 200))
    starts = [slot.start for slot in found]
    assert starts == sorted(set(starts))
    today = now.astimezone(week.zone).date()
    for slot in found:
        day = slot.start.astimezone(week.zone).date()
        assert slot.start >= now + dt.timedelta(minutes=declared.lead_minutes)
        assert (day - today).days <= declared.horizon_days
        assert any(
            opens <= slot.start and slot.end <= shuts for opens, shuts in intervals(week, day)
        )
        assert not any(
            a.person == slot.person and a.first <= day <= a.last for a in declared.absences
        )


@given(diaries(), st.integers(1, 4), st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_spread_keeps_to_its_count_and_to_the_order(
    drawn: Drawn, count: int, together: bool
) -> None:
    diary, one, _, _, _ = drawn
    free = list(islice(diary.free(one), 400))
    chosen = spread(iter(free), count, dt.UTC, together=together)
    assert len(chosen) == min(count, len(free))
    assert chosen == sorted(chosen, key=lambda slot: slot.start)
    assert len({slot.start for slot in chosen}) == len(chosen)
    assert set(chosen) <= set(free)
    days = {slot.start.date() for slot in free}
    if not together:
        assert len({slot.start.date() for slot in chosen}) == min(count, len(days))
