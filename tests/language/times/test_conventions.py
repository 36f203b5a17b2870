"""docs/times.md, rule by rule: said on Monday, November 23, 2026, at 10:15 in Denver."""

import pytest

from tests.language.times.support import excluded, only, times

CLOCKS = {
    "3pm": "11-23 15:00 hour",
    "at 3": "11-23 15:00 hour",
    "at 9": "11-24 09:00 hour",
    "today at 8": "11-23 20:00 hour",
    "tonight at 8": "11-23 20:00 hour",
    "6 in the morning": "11-24 06:00 hour",
    "3:15": "11-23 15:15 minute",
    "1430": "11-23 14:30 minute",
    "at 430": "11-23 16:30 minute",
    "half past 3": "11-23 15:30 minute",
    "quarter to 5": "11-23 16:45 minute",
    "ten thirty": "11-23 10:30 minute",
    "3 o'clock": "11-23 15:00 hour",
    "noon": "11-23 12:00 minute",
    "midnight friday": "11-28 00:00 minute",
    "in 20 minutes": "11-23 10:35 minute",
    "in 2 hours": "11-23 12:15 minute",
    "in half an hour": "11-23 10:45 minute",
    "asap": "11-23 10:15 now",
}
PARTS = {
    "early morning tomorrow": "11-24 06:00 part",
    "tomorrow morning": "11-24 06:00 part",
    "first thing tomorrow": "11-24 08:00 part",
    "late morning tomorrow": "11-24 10:00 part",
    "lunchtime tomorrow": "11-24 12:00 part",
    "tomorrow afternoon": "11-24 12:00 part",
    "late afternoon tomorrow": "11-24 15:00 part",
    "tomorrow evening": "11-24 17:00 part",
    "after work tomorrow": "11-24 17:00 part",
    "tonight": "11-23 18:00 part",
    "tomorrow night": "11-24 20:00 part",
    "eod tomorrow": "11-24 16:00 part",
    "mon am": "11-30 06:00 part",
}
DAYS = {
    "monday": "11-30 00:00 day",
    "this monday": "11-23 00:00 day",
    "friday": "11-27 00:00 day",
    "next friday": "12-04 00:00 day",
    "friday next week": "12-04 00:00 day",
    "a week from friday": "12-04 00:00 day",
    "friday week": "12-04 00:00 day",
    "last friday": "11-20 00:00 day",
    "this weekend": "11-28 00:00 weekend",
    "next weekend": "12-05 00:00 weekend",
    "next week": "11-30 00:00 week",
    "early next week": "11-30 00:00 week",
    "midweek": "11-25 00:00 day",
    "later this week": "11-24 00:00 week",
    "end of the week": "11-26 00:00 week",
    "in 2 days": "11-25 00:00 day",
    "in a week": "11-30 00:00 day",
    "in a couple weeks": "12-07 00:00 week",
    "the 5th": "12-05 00:00 day",
    "dec 5": "12-05 00:00 day",
    "5th of december": "12-05 00:00 day",
    "12/5": "12-05 00:00 day",
    "25/12": "12-25 00:00 day",
    "12-5-26": "12-05 00:00 day",
    "2026-12-05": "12-05 00:00 day",
    "december": "12-01 00:00 month",
    "mid december": "12-11 00:00 month",
    "late december": "12-21 00:00 month",
    "yesterday": "11-22 00:00 day",
    "two days ago": "11-21 00:00 day",
    "the friday after thanksgiving": "11-27 00:00 day",
    "last friday of the month": "11-27 00:00 day",
}
SPELLINGS = {
    "tmrw": "11-24 00:00 day",
    "2moro": "11-24 00:00 day",
    "tomorow": "11-24 00:00 day",
    "tommorow": "11-24 00:00 day",
    "thrusday": "11-26 00:00 day",
    "wensday": "11-25 00:00 day",
    "tues.": "11-24 00:00 day",
    "sat": "11-28 00:00 day",
    "thurs @ 3 p.m.": "11-26 15:00 hour",
    "FRIDAY AT 3": "11-27 15:00 hour",
    "\uff13pm": "11-23 15:00 hour",
}
SPANISH = {
    "mañana": "11-24 00:00 day",
    "mañana por la mañana": "11-24 06:00 part",
    "pasado mañana": "11-25 00:00 day",
    "el lunes": "11-30 00:00 day",
    "el próximo martes": "12-01 00:00 day",
    "a las 3": "11-23 15:00 hour",
    "a las 8 de la noche": "11-23 20:00 hour",
    "después de las 5": "11-23 17:00 hour",
    "la semana que viene": "11-30 00:00 week",
    "esta noche": "11-23 18:00 part",
    "en 2 horas": "11-23 12:15 minute",
    "martes 24 a las 4 y media": "11-24 16:30 minute",
}


@pytest.mark.parametrize(
    ("text", "window"), [*{**CLOCKS, **PARTS, **DAYS, **SPELLINGS, **SPANISH}.items()]
)
def test_one_window(text: str, window: str) -> None:
    assert times(text) == [window]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("3pm", "11-23 16:00"),
        ("3:15", "11-23 15:16"),
        ("tomorrow morning", "11-24 12:00"),
        ("friday", "11-28 00:00"),
        ("end of the week", "11-28 00:00"),
        ("early next week", "12-02 00:00"),
        ("late december", "01-01 00:00"),
        ("2-4", "11-23 16:00"),
        ("11-1pm", "11-23 13:00"),
        ("9-5 tomorrow", "11-24 17:00"),
        ("9am-noon", "11-24 12:00"),
        ("8-10pm", "11-23 22:00"),
        ("between 2 and 4 tomorrow", "11-24 16:00"),
        ("dec 5-8", "12-09 00:00"),
        ("monday through wednesday", "12-03 00:00"),
        ("after 3 tomorrow", "11-25 00:00"),
        ("friday after 2 but before 5", "11-27 17:00"),
    ],
)
def test_where_it_ends(text: str, end: str) -> None:
    found = only(text).end
    assert found is not None
    assert f"{found:%m-%d %H:%M}" == end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("before noon tomorrow", "11-24 00:00", "11-24 12:00"),
        ("before noon", "11-23 10:15", "11-23 12:00"),
        ("by friday", "11-23 10:15", "11-28 00:00"),
        ("by 5 tomorrow", "11-23 10:15", "11-24 17:00"),
        ("until 3", "11-23 10:15", "11-23 15:00"),
        ("by end of day", "11-23 10:15", "11-23 17:00"),
        ("within 2 hours", "11-23 10:15", "11-23 12:15"),
        ("since saturday", "11-21 00:00", "11-23 10:15"),
        ("after dec 5", "12-06 00:00", None),
        ("not until thursday", "11-26 00:00", None),
        ("not before 10 tomorrow", "11-24 10:00", "11-25 00:00"),
    ],
)
def test_bounds(text: str, start: str, end: str | None) -> None:
    window = only(text)
    assert f"{window.start:%m-%d %H:%M}" == start
    assert (window.end and f"{window.end:%m-%d %H:%M}") == end


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("3 or 4 on friday", ["11-27 15:00 hour", "11-27 16:00 hour"]),
        ("3 or 4pm", ["11-23 15:00 hour", "11-23 16:00 hour"]),
        ("tuesday or thursday", ["11-24 00:00 day", "11-26 00:00 day"]),
        ("tues or thurs at 3", ["11-24 15:00 hour", "11-26 15:00 hour"]),
        ("monday morning or tuesday after 2", ["11-30 06:00 part", "11-24 14:00 hour"]),
        ("monday or wednesday next week", ["11-30 00:00 day", "12-02 00:00 day"]),
        ("the 5th, 6th or 7th of december", [f"12-0{day} 00:00 day" for day in (5, 6, 7)]),
        ("dec 9 or 10, afternoon", ["12-09 12:00 part", "12-10 12:00 part"]),
        ("tomorrow or the day after", ["11-24 00:00 day", "11-25 00:00 day"]),
        ("i came yesterday, can i come friday", ["11-27 00:00 day", "11-22 00:00 day"]),
    ],
)
def test_alternatives_in_the_order_said_and_the_past_last(text: str, windows: list[str]) -> None:
    assert times(text) == windows


@pytest.mark.parametrize(
    "text",
    ["at 3 on thursday", "thursday, maybe at 3", "thursday works. 3pm?", "can we do 3, thursday"],
)
def test_a_day_and_a_time_belong_together_wherever_they_stand(text: str) -> None:
    assert times(text) == ["11-26 15:00 hour"]


@pytest.mark.parametrize(
    ("text", "windows", "out"),
    [
        ("not monday", [], ["11-30 00:00 day"]),
        ("can't do fridays", [], ["11-27 00:00 day"]),
        ("anything but tuesday", [], ["11-24 00:00 day"]),
        ("monday won't work, tuesday?", ["11-24 00:00 day"], ["11-30 00:00 day"]),
        ("9 is too early", [], ["11-24 09:00 hour"]),
        ("not mon or tues", [], ["11-30 00:00 day", "11-24 00:00 day"]),
        ("can't you come today?", ["11-23 00:00 day"], []),
        ("don't forget tomorrow", ["11-24 00:00 day"], []),
    ],
)
def test_what_is_ruled_out_is_no_window(text: str, windows: list[str], out: list[str]) -> None:
    assert times(text) == windows
    assert excluded(text) == out


@pytest.mark.parametrize(
    "text",
    ["move it from tuesday to thursday", "change my wed appt to thursday", "push tues to thursday"],
)
def test_where_an_appointment_moves_to_is_the_time(text: str) -> None:
    assert times(text) == ["11-26 00:00 day"]


def test_the_words_and_where_they_stand() -> None:
    text = "hi \U0001f600 could you come thursday at 3pm, thanks"
    window = only(text)
    assert window.words == "thursday at 3pm"
    assert text[slice(*window.span)] == window.words


@pytest.mark.parametrize("text", ["around 3", "3ish", "3 or so", "noonish", "3pm-ish", "~3pm"])
def test_approximate(text: str) -> None:
    assert only("tomorrow " + text).approximate
    assert not only("tomorrow at 3").approximate
