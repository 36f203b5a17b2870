"""The words in which times and days are said, by language.

All of them stay within GSM-7: one letter outside it (the á of sábado) more than doubles the price
of the text around it, and can take it past two segments (compliance.md 4). So Spanish says Saturday
by its date and the days of the week by their letters, and French writes "aout", as the spelling of
1990 allows.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HoursWords:
    """How one language says days and times; Monday first, January first. A weekday that is None is
    said by its date."""

    today: str
    tomorrow: str
    weekdays: tuple[str | None, ...]
    short_days: tuple[str, ...]
    months: tuple[str, ...]
    date: str
    closed: str
    and_: str
    all_day: str
    say_at: Callable[[dt.time], str]
    say_clock: Callable[[dt.time], str]

    def say_date(self, date: dt.date) -> str:
        return self.date.format(
            weekday=self.short_days[date.weekday()],
            day=date.day,
            month=self.months[date.month - 1],
        )

    def say_span(self, start: dt.time, end: dt.time) -> str:
        if start == end == dt.time(0):
            return self.all_day
        return f"{self.say_clock(start)}-{self.say_clock(end)}"


def _am_pm(time: dt.time) -> str:
    return f"{time.hour % 12 or 12}:{time.minute:02} {'AM' if time.hour < 12 else 'PM'}"


def _short_am_pm(time: dt.time) -> str:
    if time.minute == 0 and time.hour in (0, 12):
        return "midnight" if time.hour == 0 else "noon"
    return _am_pm(time).replace(":00", "")


def _hora(time: dt.time) -> str:
    return f"{'a la' if time.hour % 12 == 1 else 'a las'} {_am_pm(time)}"


def _hora_corta(time: dt.time) -> str:
    return _am_pm(time).replace(":00", "")


def _heure(time: dt.time) -> str:
    return f"{time.hour} h {time.minute:02}" if time.minute else f"{time.hour} h"


WORDS: Mapping[str, HoursWords] = {
    "en": HoursWords(
        today="today",
        tomorrow="tomorrow",
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        short_days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        months=(
            *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
            *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        ),
        date="{weekday} {month} {day}",
        closed="closed",
        and_=" and ",
        all_day="24 hours",
        say_at=lambda time: f"at {_am_pm(time)}",
        say_clock=_short_am_pm,
    ),
    "es": HoursWords(
        today="hoy",
        tomorrow="mañana",
        weekdays=(
            *("el lunes", "el martes", "el miércoles", "el jueves"),
            *("el viernes", None, "el domingo"),
        ),
        short_days=("L", "M", "Mi", "J", "V", "S", "D"),
        months=(
            *("ene", "feb", "mar", "abr", "may", "jun"),
            *("jul", "ago", "sep", "oct", "nov", "dic"),
        ),
        date="el {day} {month}",
        closed="cerrado",
        and_=" y ",
        all_day="24 horas",
        say_at=_hora,
        say_clock=_hora_corta,
    ),
    "fr": HoursWords(
        today="aujourd'hui",
        tomorrow="demain",
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        short_days=("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
        months=(
            *("jan", "fév", "mars", "avr", "mai", "juin"),
            *("juil", "aout", "sept", "oct", "nov", "déc"),
        ),
        date="{weekday} {day} {month}",
        closed="fermé",
        and_=" et ",
        all_day="24 h",
        say_at=lambda time: f"à {_heure(time)}",
        say_clock=_heure,
    ),
}
