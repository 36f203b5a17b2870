import datetime as dt

import pytest

from smsbot.pack.hours import say_hours, say_when
from smsbot.pack.week import Span

from .weeks import ALWAYS, JUNIPER, NEVER, business, denver

NOW = denver("2026-11-23T14:00")


@pytest.mark.parametrize(
    ("at", "en", "es", "fr"),
    [
        (
            "2026-11-23T15:40",
            "today at 3:40 PM",
            "hoy a las 3:40 PM",
            "aujourd'hui à 15 h 40",
        ),
        ("2026-11-24T08:00", "tomorrow at 8:00 AM", "mañana a las 8:00 AM", "demain à 8 h"),
        ("2026-11-27T13:00", "Friday at 1:00 PM", "el viernes a la 1:00 PM", "vendredi à 13 h"),
        ("2026-11-28T09:00", "Saturday at 9:00 AM", "el 28 nov a las 9:00 AM", "samedi à 9 h"),
        (
            "2026-11-29T00:30",
            "Sunday at 12:30 AM",
            "el domingo a las 12:30 AM",
            "dimanche à 0 h 30",
        ),
        (
            "2026-11-30T08:00",
            "Mon Nov 30 at 8:00 AM",
            "el 30 nov a las 8:00 AM",
            "lun 30 nov à 8 h",
        ),
        (
            "2026-11-20T12:00",
            "Fri Nov 20 at 12:00 PM",
            "el 20 nov a las 12:00 PM",
            "ven 20 nov à 12 h",
        ),
    ],
)
def test_a_moment_as_people_say_it(at: str, en: str, es: str, fr: str) -> None:
    said = [say_when(JUNIPER, denver(at), language, now=NOW) for language in ("en", "es", "fr")]
    assert said == [en, es, fr]


def test_a_moment_in_a_language_without_words_is_said_in_english() -> None:
    assert say_when(JUNIPER, denver("2026-11-24T08:00"), "de", now=NOW) == "tomorrow at 8:00 AM"


def test_today_is_the_day_of_the_business() -> None:
    now = dt.datetime(2026, 11, 24, 3, 0, tzinfo=dt.UTC)
    at = dt.datetime(2026, 11, 24, 4, 0, tzinfo=dt.UTC)
    assert say_when(JUNIPER, at, "en", now=now) == "today at 9:00 PM"
    assert say_when(JUNIPER, at + dt.timedelta(hours=4), "en", now=now) == "tomorrow at 1:00 AM"


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (JUNIPER.hours, "Mon-Fri 8 AM-6 PM, Sat 9 AM-1 PM, closed Sun"),
        (NEVER.hours, "closed Mon-Sun"),
        (ALWAYS.hours, "Mon-Sun 24 hours"),
        (
            business({"mon": [("08:30", "12:00"), ("13:00", "00:00")]}).hours,
            "Mon 8:30 AM-noon and 1 PM-midnight, closed Tue-Sun",
        ),
        (
            business({day: [("09:00", "17:00")] for day in ("tue", "thu", "fri")}).hours,
            "Tue 9 AM-5 PM, Thu-Fri 9 AM-5 PM, closed Mon, Wed, Sat-Sun",
        ),
    ],
)
def test_the_week_in_words(hours: dict[str, tuple[Span, ...]], said: str) -> None:
    assert say_hours(JUNIPER.model_copy(update={"hours": hours})) == said


def test_the_week_in_other_words() -> None:
    assert say_hours(JUNIPER, "es") == "L-V 8 AM-6 PM, S 9 AM-1 PM, cerrado D"
    assert say_hours(JUNIPER, "fr") == "lun-ven 8 h-18 h, sam 9 h-13 h, fermé dim"
