"""The development set is well made, and read as well as docs/times.md says."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from evals.times import DATA, measure, read

from smsbot.domain.times import Grain

ENTRIES = read(DATA)


@pytest.mark.parametrize("part", ["tune", "check"])
def test_what_is_right(part: str) -> None:
    for row in measure([one for one in ENTRIES if one["part"] == part]):
        assert row.right >= 0.95 * row.texts, f"{row.set}: {row.wrong}"


def test_no_text_stands_twice_at_one_moment() -> None:
    seen = [(one["text"], one["now"]) for one in ENTRIES]
    assert len(seen) == len(set(seen))


def test_labels_are_windows_in_their_zone() -> None:
    for entry in ENTRIES:
        zone = ZoneInfo(entry["tz"])
        windows = (*entry["times"], *entry.get("excluded", []))
        said = [entry["now"], *(one["start"] for one in windows)]
        for start, end in ((one["start"], one["end"]) for one in windows if one["end"]):
            assert datetime.fromisoformat(start) < datetime.fromisoformat(end), entry
            said.append(end)
        for moment in map(datetime.fromisoformat, said):
            assert moment.astimezone(zone).utcoffset() == moment.utcoffset(), entry
        assert all(Grain(one["grain"]) for one in windows)
