import datetime as dt
from itertools import count, islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smsbot.pack.hours import add_business_minutes, is_open, next_opening
from smsbot.pack.models import Business
from smsbot.pack.week import DAYS

from .weeks import ALWAYS, JUNIPER, NEVER, business, denver

QUARTER = dt.timedelta(minutes=15)


# ---- open or not ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23T07:59:59", False),
        ("2026-11-23T08:00", True),
        ("2026-11-23T17:59:59", True),
        ("2026-11-23T18:00", False),
        ("2026-11-28T12:59", True),
        ("2026-11-28T13:00", False),
        ("2026-11-29T12:00", False),
        ("2026-11-26T12:00", False),
        ("2026-11-27T12:00", True),
    ],
)
def test_open_from_the_start_to_before_the_end(at: str, expected: bool) -> None:
    assert is_open(JUNIPER, denver(at)) is expected


def test_the_zone_of_the_business_counts_not_that_of_the_moment() -> None:
    assert is_open(JUNIPER, dt.datetime(2026, 11, 23, 15, 30, tzinfo=dt.UTC))
    assert not is_open(JUNIPER, dt.datetime(2026, 11, 23, 8, 30, tzinfo=dt.UTC))
    assert is_open(JUNIPER, dt.datetime(2026, 11, 24, 0, 30, tzinfo=ZoneInfo("Europe/Paris")))


def test_midnight_as_an_end_is_the_end_of_that_day() -> None:
    late = business({"mon": [("20:00", "00:00")]})
    assert is_open(late, denver("2026-11-23T23:59"))
    assert not is_open(late, denver("2026-11-24T00:00"))
    assert is_open(ALWAYS, denver("2026-11-24T00:00"))


# ---- the next opening ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-23T07:00", "2026-11-23T08:00"),
        ("2026-11-23T08:00", "2026-11-23T08:00"),
        ("2026-11-23T11:11", "2026-11-23T11:11"),
        ("2026-11-23T18:00", "2026-11-24T08:00"),
        ("2026-11-25T22:00", "2026-11-27T08:00"),
        ("2026-11-28T13:00", "2026-11-30T08:00"),
    ],
)
def test_the_next_opening(at: str, opens: str) -> None:
    found = next_opening(JUNIPER, denver(at))
    assert found == denver(opens)
    assert found is not None
    assert found.tzinfo is dt.UTC


def test_the_next_opening_past_a_row_of_holidays() -> None:
    mondays = [(dt.date(2026, 11, 30) + dt.timedelta(days=7 * n)).isoformat() for n in range(60)]
    rare = business({"mon": [("09:00", "10:00")]}, holidays=tuple(mondays))
    assert next_opening(rare, denver("2026-11-24T12:00")) == denver("2028-01-24T09:00")


def test_a_business_that_is_never_open_has_no_next_opening() -> None:
    now = denver("2026-11-23T12:00")
    assert next_opening(NEVER, now) is None
    assert not is_open(NEVER, now)


# ---- open minutes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "minutes", "due"),
    [
        ("2026-11-23T09:00", 30, "2026-11-23T09:30"),
        ("2026-11-23T17:50", 30, "2026-11-24T08:20"),
        ("2026-11-23T17:50", 10, "2026-11-23T18:00"),
        ("2026-11-23T22:00", 60, "2026-11-24T09:00"),
        ("2026-11-25T17:30", 60, "2026-11-27T08:30"),
        ("2026-11-28T12:30", 60, "2026-11-30T08:30"),
        ("2026-11-23T22:00", 0, "2026-11-24T08:00"),
        ("2026-11-23T08:00", 6000, "2026-12-07T10:00"),
    ],
)
def test_open_minutes(at: str, minutes: int, due: str) -> None:
    assert add_business_minutes(JUNIPER, denver(at), minutes) == denver(due)


def test_a_business_that_is_never_open_counts_by_the_clock() -> None:
    now = denver("2026-11-23T12:00")
    assert add_business_minutes(NEVER, now, 45) == now + dt.timedelta(minutes=45)


def test_one_that_never_closes_counts_by_the_clock_too() -> None:
    now = denver("2026-03-07T12:00")
    passed = add_business_minutes(ALWAYS, now, 3 * 24 * 60) - now.astimezone(dt.UTC)
    assert passed == dt.timedelta(days=3)


# ---- clock changes: 2026-03-08 02:00 is 03:00, 2026-11-01 02:00 is 01:00 again -------------------


def test_an_opening_before_the_clocks_go_forward_is_an_hour_shorter() -> None:
    night = business({"sun": [("01:00", "04:00")]})
    at = denver("2026-03-08T00:00")
    assert add_business_minutes(night, at, 120) == denver("2026-03-08T04:00")
    assert add_business_minutes(night, at, 121) == denver("2026-03-15T01:01")


def test_an_opening_while_the_clocks_go_back_is_an_hour_longer() -> None:
    night = business({"sun": [("01:00", "04:00")]})
    at = denver("2026-11-01T00:00")
    assert add_business_minutes(night, at, 240) == denver("2026-11-01T04:00")
    second_half_past_one = denver("2026-11-01T01:30").replace(fold=1)
    assert is_open(night, second_half_past_one)


def test_an_end_that_comes_twice_is_the_second_one() -> None:
    night = business({"sun": [("00:00", "01:30")]})
    closes = denver("2026-11-01T01:30").replace(fold=1).astimezone(dt.UTC)
    assert add_business_minutes(night, denver("2026-11-01T00:00"), 150) == closes
    assert not is_open(night, closes)


def test_an_hour_that_is_skipped_is_no_opening() -> None:
    gone = business({"sun": [("02:00", "03:00")]})
    assert next_opening(gone, denver("2026-03-07T12:00")) == denver("2026-03-15T02:00")


def test_eight_in_the_morning_stays_eight_over_a_clock_change() -> None:
    assert next_opening(JUNIPER, denver("2026-03-07T14:00")) == denver("2026-03-09T08:00")
    assert next_opening(JUNIPER, denver("2026-10-31T14:00")) == denver("2026-11-02T08:00")
    assert next_opening(JUNIPER, denver("2026-10-31T14:00")) == dt.datetime(
        2026, 11, 2, 15, 0, tzinfo=dt.UTC
    )


# ---- properties ----------------------------------------------------------------------------------

ZONES = ("America/Denver", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata", "UTC")


@st.composite
def weeks(draw: st.DrawFn) -> Business:
    """Any week of spans on the quarter hour, with some holidays around the moments drawn."""
    hours = {}
    for day in DAYS:
        edges = draw(st.lists(st.integers(0, 95), max_size=4, unique=True).map(sorted))
        pairs = zip(edges[::2], edges[1::2], strict=False)
        hours[day] = [(_clock(start), _clock(end)) for start, end in pairs]
    offsets = draw(st.sets(st.integers(-3, 20), max_size=6))
    days = [(dt.date(2026, 3, 6) + dt.timedelta(days=n)).isoformat() for n in offsets]
    return business(hours, zone=draw(st.sampled_from(ZONES)), holidays=tuple(days))


def _clock(quarter: int) -> str:
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"


moments = st.integers(0, 7 * 96).map(
    lambda quarters: dt.datetime(2026, 3, 5, tzinfo=dt.UTC) + quarters * QUARTER
)


def _on_the_wall(week: Business, at: dt.datetime) -> bool:
    """What the wall clock says, for days without a clock change."""
    local = at.astimezone(week.zone)
    if local.date() in {holiday.date for holiday in week.holidays}:
        return False
    spans = week.hours[DAYS[local.weekday()]]
    return any(span.start <= local.time() < span.end for span in spans)


@given(weeks(), moments)
@settings(max_examples=200, deadline=None)
def test_open_is_what_the_wall_clock_says(week: Business, at: dt.datetime) -> None:
    noon = at.astimezone(week.zone).replace(hour=12)
    around = {(noon + dt.timedelta(days=n)).utcoffset() for n in (-1, 0, 1)}
    if len(around) == 1:
        assert is_open(week, at) is _on_the_wall(week, at)


@given(weeks(), moments)
@settings(max_examples=100, deadline=None)
def test_the_next_opening_is_open_and_the_first(week: Business, at: dt.datetime) -> None:
    opens = next_opening(week, at)
    quarters = (at + n * QUARTER for n in count())
    if opens is None:
        assert not any(is_open(week, quarter) for quarter in islice(quarters, 28 * 96))
        return
    assert is_open(week, opens)
    before = islice(quarters, int((opens - at) / QUARTER))
    assert not any(is_open(week, quarter) for quarter in before)


@given(weeks(), moments, st.integers(1, 100))
@settings(max_examples=100, deadline=None)
def test_so_many_open_minutes_lie_between(week: Business, at: dt.datetime, quarters: int) -> None:
    due = add_business_minutes(week, at, quarters * 15)
    between = [at + n * QUARTER for n in range(int((due - at) / QUARTER))]
    if next_opening(week, at) is None:
        assert due == at + quarters * QUARTER
    else:
        assert sum(is_open(week, quarter) for quarter in between) == quarters
