"""Times in French, and what is no French time."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from smsbot.language.times import find_times

HERE = ZoneInfo("America/Denver")
NOW = datetime(2026, 12, 1, 9, 20, tzinfo=HERE)
"""A Tuesday."""


def said(text: str) -> list[str]:
    """The windows in `text`, as "03 14:00-00:00"."""
    found = find_times(text, NOW, HERE).windows
    return [f"{one.start:%d %H:%M}-{one.end:%H:%M}" if one.end else "now" for one in found]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("jeudi apres 2h", "03 14:00-00:00"),
        ("jeudi après 14h", "03 14:00-00:00"),
        ("la semaine prochaine plutôt", "07 00:00-00:00"),
        ("mercredi a 10h", "02 10:00-10:01"),
        ("je prefere l'apres-midi", "01 12:00-17:00"),
        ("demain matin", "02 06:00-12:00"),
        ("demain en apres-midi", "02 12:00-17:00"),
        ("a soir", "01 18:00-00:00"),
        ("lundi prochain", "07 00:00-00:00"),
        ("samedi avant-midi", "05 06:00-12:00"),
        ("vers 9h30", "01 09:30-09:31"),
        ("entre 9h et 11h jeudi", "03 09:00-11:00"),
        ("de 9h a 11h jeudi", "03 09:00-11:00"),
        ("dans deux jours", "03 00:00-00:00"),
        ("dans 2 heures", "01 11:20-11:21"),
        ("le 8 décembre", "08 00:00-00:00"),
        ("en fin de journee", "01 16:00-17:00"),
        ("mon rendez-vous de jeudi", "03 00:00-00:00"),
        ("mon mari va etre la jeudi matin", "03 06:00-12:00"),
        ("apres-demain", "03 00:00-00:00"),
        ("des que possible", "now"),
    ],
)
def test_french_times(text: str, window: str) -> None:
    assert said(text) == [window]


@pytest.mark.parametrize("text", ["pas vendredi", "vendredi je peux pas", "pas le matin"])
def test_what_is_ruled_out(text: str) -> None:
    found = find_times(text, NOW, HERE)
    assert not found.windows
    assert len(found.excluded) == 1


@pytest.mark.parametrize(
    "text",
    [
        "mon chauffe-eau coule",
        "its a 2h drive",
        "2h of work",
        "midi skirt",
        "it is possible",
        "ca prend 2 heures?",
        "c'est la premiere fois",
        "j'ai 2 enfants de 9 et 10 ans",
        "930 Corona St apt 2h",
        "ca fait longtemps",
        "un chauffe-eau neuf",
        "la petite annonce",
    ],
)
def test_no_time(text: str) -> None:
    assert said(text) == []
