"""docs/packs.md is enough to make a pack: every field and every text is on it, and what it shows
is read by the same code."""

import re
from pathlib import Path

import pytest

from smsbot.pack.booking import Absence, Booking, Service
from smsbot.pack.declared import validated
from smsbot.pack.guards import Declared
from smsbot.pack.models import Business, Faq, FaqEntry, Person, Queue
from smsbot.pack.qualification import AskedQuestion, Choice, Qualification, Stages
from smsbot.pack.required import ALL_TEMPLATES
from smsbot.pack.sheet import read_sheet

PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
CODE = "\n".join(re.findall(r"`([^`\n]+)`", PAGE)) + "\n".join(BLOCKS)


@pytest.mark.parametrize(
    "model",
    [
        *(Business, Person, Queue, FaqEntry, Qualification, Stages, AskedQuestion, Choice),
        *(Booking, Service, Absence),
    ],
)
def test_every_field_is_on_the_page(model: type[Declared]) -> None:
    left_out = {"record_url", "follow_up"}
    words = set(re.findall(r"\w+", CODE))
    assert set(model.model_fields) - words - left_out == set()


def _rows() -> dict[str, frozenset[str]]:
    """Template id -> the tokens that the page gives it."""
    found = {}
    for row in re.findall(r"^\| (`\w+`.*?) \|.*\| *(.*?) *\|$", PAGE, re.MULTILINE):
        names, tokens = (re.findall(r"`(\w+)`", cell) for cell in row)
        found |= {name: frozenset(tokens) for name in names}
    return found


@pytest.mark.parametrize("template_id", ALL_TEMPLATES)
def test_every_text_is_on_the_page_with_its_tokens(template_id: str) -> None:
    assert _rows()[template_id] == ALL_TEMPLATES[template_id]


@pytest.mark.parametrize(
    ("first", "model"),
    [("entries:", Faq), ("ask_at_most:", Qualification), ("lead_minutes:", Booking)],
)
def test_what_the_page_shows_is_read(first: str, model: type[Declared]) -> None:
    [block] = [one for one in BLOCKS if one.startswith(first)]
    assert validated(model, read_sheet(block, "docs/packs.md")).value
