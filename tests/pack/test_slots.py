import datetime as dt

from smsbot.domain.times import Grain
from smsbot.pack.booking import Absence
from smsbot.pack.slots import Asked, Diary, spread
from smsbot.pack.week import Span

from .diaries import MONDAY, WEEK, at, booking, busy, said, service, starts, window
from .weeks import ALWAYS, DENVER, business, denver

# ---- hours ---------------------------------------------------------------------------------------


def test_slots_lie_within_the_spans_of_the_day() -> None:
    found = starts(service())
    monday = [one for one in found if one.startswith("23")]
    hours = ("08", "09", "10", "11", "13", "14", "15", "16")
    assert monday == [f"23 {hour}:00" for hour in hours]
    assert {one[:2] for one in found} == {"23", "24", "25", "30"}


def test_a_visit_that_does_not_fit_into_a_span_is_not_cut() -> None:
    assert starts(service(minutes=180), day="23") == [
        *("23 08:00", "23 09:00", "23 13:00", "23 14:00")
    ]
    assert starts(service(minutes=241)) == []


def test_a_services_own_hours_replace_the_businesss() -> None:
    own = {"sun": (Span(start=dt.time(10), end=dt.time(12)),)}
    assert starts(service(hours=own)) == ["29 10:00", "29 11:00"]


def test_a_holiday_is_closed_for_every_service() -> None:
    closed = business({"mon": [("08:00", "10:00")]}, holidays=(MONDAY,))
    assert starts(service(), week=closed) == ["30 08:00", "30 09:00"]
    own = {"mon": (Span(start=dt.time(18), end=dt.time(19)),)}
    assert starts(service(hours=own), week=closed) == ["30 18:00"]


def test_slots_begin_on_the_grid_counted_from_the_opening() -> None:
    half = business({"mon": [("08:15", "10:00")]})
    assert starts(service(minutes=30), week=half, step=30, day="23") == [
        *("23 08:15", "23 08:45", "23 09:15")
    ]


# ---- how soon, how far ---------------------------------------------------------------------------


def test_the_lead_time_is_kept_to_the_minute() -> None:
    soon = starts(service(), now=f"{MONDAY}T12:00", lead_minutes=120, day="23")
    assert soon == ["23 14:00", "23 15:00", "23 16:00"]
    late = starts(service(), now=f"{MONDAY}T12:01", lead_minutes=120, day="23")
    assert late == ["23 15:00", "23 16:00"]


def test_the_horizon_is_counted_in_days_of_the_business() -> None:
    one = service(minutes=240)
    assert starts(one, horizon_days=1) == ["23 08:00", "23 13:00", "24 08:00", "24 13:00"]
    evening = starts(one, now=f"{MONDAY}T23:30", horizon_days=1)
    assert evening == ["24 08:00", "24 13:00"]


# ---- who is busy ---------------------------------------------------------------------------------


def test_what_is_booked_is_not_free_and_what_touches_it_is() -> None:
    one = service()
    found = starts(one, busy=[busy(one, f"{MONDAY}T09:00")], day="23")
    assert found[:3] == ["23 08:00", "23 10:00", "23 11:00"]


def test_buffers_are_kept_on_both_sides_by_both() -> None:
    one = service(buffer_before=15, buffer_after=30)
    found = starts(one, busy=[busy(one, f"{MONDAY}T10:00")], step=15, day="23")
    assert "23 08:15" in found
    assert "23 08:30" not in found
    assert "23 11:30" not in found
    assert found[found.index("23 08:15") + 1] == "23 13:00"


def test_a_buffer_may_lie_outside_of_the_hours() -> None:
    assert "23 08:00" in starts(service(buffer_before=60, buffer_after=60), day="23")
    assert "23 16:00" in starts(service(buffer_before=60, buffer_after=60), day="23")


def test_another_service_of_the_same_person_is_in_the_way() -> None:
    other = service(id="call", minutes=30)
    found = starts(service(), busy=[busy(other, f"{MONDAY}T09:30")], day="23")
    assert found[:2] == ["23 08:00", "23 10:00"]


def test_somebody_else_comes_while_one_is_busy_or_away() -> None:
    one = service(people=("ana", "ben"))
    diary = Diary(booking(one), WEEK, [busy(one, f"{MONDAY}T08:00")], denver(f"{MONDAY}T00:00"))
    assert next(diary.free(one)).person == "ben"
    day = dt.date(2026, 11, 23)
    away = booking(one, absences=(Absence(person="ana", first=day, last=day),))
    who = {
        said(slot.start)[:2]: slot.person
        for slot in Diary(away, WEEK, [], denver(MONDAY)).free(one)
    }
    assert who["23"] == "ben"
    assert who["24"] == "ana"


def test_who_has_less_to_do_that_day_comes() -> None:
    one = service(people=("ana", "ben"))
    taken_up = [busy(one, f"{MONDAY}T15:00"), busy(one, f"{MONDAY}T16:00")]
    diary = Diary(booking(one), WEEK, taken_up, denver(MONDAY))
    assert next(diary.free(one)).person == "ben"


def test_with_everybody_away_nothing_is_free() -> None:
    away = Absence(person="ana", first=dt.date(2026, 11, 23), last=dt.date(2026, 11, 30))
    assert starts(service(), absences=(away,)) == []


# ---- seats ---------------------------------------------------------------------------------------


def test_a_class_has_room_until_its_seats_are_taken() -> None:
    one = service(capacity=2)
    first = busy(one, f"{MONDAY}T09:00")
    assert "23 09:00" in starts(one, busy=[first])
    assert "23 09:00" not in starts(one, busy=[first, busy(one, f"{MONDAY}T09:00", seat=1)])


def test_seats_are_shared_only_by_who_begins_together() -> None:
    one = service(capacity=2, minutes=120)
    found = starts(one, busy=[busy(one, f"{MONDAY}T09:00")], day="23")
    assert found == ["23 09:00", "23 13:00", "23 14:00", "23 15:00"]
    other = service(id="other", capacity=2, minutes=120)
    assert "23 09:00" not in starts(one, busy=[busy(other, f"{MONDAY}T09:00")])


def test_a_class_that_has_begun_to_fill_is_filled_before_another_is_opened() -> None:
    one = service(capacity=6, people=("ana", "ben"))
    half_full = [busy(one, f"{MONDAY}T08:00", seat=seat, person="ben") for seat in range(3)]
    diary = Diary(booking(one), WEEK, half_full, denver(MONDAY))
    first, second = [slot for _, slot in zip(range(2), diary.free(one), strict=False)]
    assert (first.person, said(first.start)) == ("ben", "23 08:00")
    assert second.person == "ana"


# ---- what the customer asked for -----------------------------------------------------------------


def test_a_slot_begins_within_what_was_asked() -> None:
    asked = Asked((window(f"{MONDAY}T09:00", f"{MONDAY}T11:00"),))
    assert starts(service(), asked=asked) == ["23 09:00", "23 10:00"]


def test_around_a_time_is_an_hour_on_both_sides() -> None:
    asked = Asked((window(f"{MONDAY}T10:00", f"{MONDAY}T10:01", ish=True),))
    assert starts(service(), asked=asked) == ["23 09:00", "23 10:00", "23 11:00"]


def test_a_window_without_an_end_and_what_is_ruled_out() -> None:
    asked = Asked(
        (window("2026-11-24T15:00", None, Grain.NOW),),
        (window("2026-11-25T00:00", "2026-11-26T00:00", Grain.DAY),),
    )
    assert starts(service(), asked=asked)[:3] == ["24 15:00", "24 16:00", "30 08:00"]


# ---- is exactly this one free --------------------------------------------------------------------


def test_only_what_could_be_offered_is_free() -> None:
    one = service()
    diary = Diary(booking(one), WEEK, [busy(one, f"{MONDAY}T10:00")], denver(f"{MONDAY}T08:30"))
    assert diary.is_free(one, at(one, f"{MONDAY}T09:00"))
    for other in (
        at(one, f"{MONDAY}T10:00"),
        at(one, f"{MONDAY}T09:30"),
        at(one, f"{MONDAY}T08:00"),
        at(one, f"{MONDAY}T12:00"),
        at(one, f"{MONDAY}T09:00", person="ben"),
        at(one, f"{MONDAY}T09:00", minutes=30),
        at(service(id="other"), f"{MONDAY}T09:00"),
        at(one, "2026-12-07T09:00"),
    ):
        assert not diary.is_free(one, other), other


def test_an_offer_is_not_too_late_because_the_customer_thought_about_it() -> None:
    one = service()
    diary = Diary(booking(one, lead_minutes=60), WEEK, [], denver(f"{MONDAY}T09:20"))
    slot = at(one, f"{MONDAY}T10:00")
    assert not diary.is_free(one, slot)
    assert diary.is_free(one, slot, offered_at=denver(f"{MONDAY}T09:00"))
    begun = Diary(booking(one, lead_minutes=60), WEEK, [], denver(f"{MONDAY}T10:01"))
    assert not begun.is_free(one, slot, offered_at=denver(f"{MONDAY}T09:00"))


# ---- which of them to offer ----------------------------------------------------------------------


def test_offers_are_on_different_days_in_mornings_and_afternoons() -> None:
    one = service()
    free = Diary(booking(one), WEEK, [], denver(MONDAY)).free(one)
    assert [said(slot.start) for slot in spread(free, 3, DENVER)] == [
        *("23 08:00", "24 13:00", "25 08:00")
    ]


def test_offers_of_one_day_are_in_its_different_parts() -> None:
    one = service()
    free = list(Diary(booking(one, horizon_days=1), WEEK, [], denver("2026-11-25T00:00")).free(one))
    assert [said(slot.start) for slot in spread(free, 3, DENVER)] == [
        *("25 08:00", "25 09:00", "25 13:00")
    ]
    together = spread(free, 3, DENVER, together=True)
    assert [said(slot.start) for slot in together] == ["25 08:00", "25 09:00", "25 10:00"]


# ---- clock changes -------------------------------------------------------------------------------


def test_eight_stays_eight_when_the_clocks_change() -> None:
    weekly = business({"sat": [("08:00", "09:00")], "sun": [("08:00", "09:00")]})
    spring = starts(service(), now="2026-03-06T12:00", week=weekly, horizon_days=2)
    autumn = starts(service(), now="2026-10-30T12:00", week=weekly, horizon_days=2)
    assert spring == ["07 08:00", "08 08:00"]
    assert autumn == ["31 08:00", "01 08:00"]


def test_an_hour_that_is_skipped_has_no_slot() -> None:
    night = {"sun": (Span(start=dt.time(1), end=dt.time(5)),)}
    found = starts(service(hours=night), now="2027-03-13T11:00", horizon_days=1)
    assert found == ["14 01:00", "14 03:00", "14 04:00"]


def test_a_day_of_23_hours_has_one_slot_less_and_one_of_25_one_more() -> None:
    spring = starts(service(), now="2026-03-08T00:00", week=ALWAYS, day="08")
    autumn = starts(service(), now="2026-11-01T00:00", week=ALWAYS, day="01")
    assert (len(spring), len(autumn)) == (23, 25)
