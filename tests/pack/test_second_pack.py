"""Two businesses that have nothing in common load clean: what the product does is in the code, and
what a business says is in its pack."""

import datetime as dt
import re
from pathlib import Path

import pytest

from smsbot.language.segments import segments
from smsbot.pack.lint import check
from smsbot.pack.load import load
from smsbot.pack.models import Pack
from smsbot.pack.required import ALL_TEMPLATES, AREA_TEMPLATES, STAFF
from smsbot.pack.said import said_by
from smsbot.pack.slots import Diary

HARBOR = Path(__file__).parents[2] / "evals" / "packs" / "harbor-dental"
TODAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def harbor() -> Pack:
    return load(HARBOR / "graphs", HARBOR / "prompts")


def test_lint_finds_nothing_in_it() -> None:
    assert [str(one) for one in check(HARBOR / "graphs", HARBOR / "prompts", TODAY)] == []


def _sentences(pack: Pack) -> set[str]:
    """All that the pack says, cut at full stops and question marks, without what has no words."""
    bodies = [template.body for template in pack.templates]
    bodies += [said.body for said in said_by(pack) if said.file.startswith("graphs")]
    parts = [part for body in bodies for part in re.split(r"[.!?]\s*|\d\)", body)]
    words = (" ".join(re.findall(r"\{\w+\}|[^\W_]+", part.casefold())) for part in parts)
    return {said for said in words if len(re.sub(r"\{\w+\}", "", said).split()) > 2}


def test_the_two_share_no_approved_sentence(shipped: Pack, harbor: Pack) -> None:
    assert _sentences(shipped) & _sentences(harbor) == set()


def test_they_are_not_one_business_under_two_names(shipped: Pack, harbor: Pack) -> None:
    assert shipped.business.timezone != harbor.business.timezone
    keys = [{one.key for one in pack.qualification.questions} for pack in (shipped, harbor)]
    assert keys[0] & keys[1] == set()
    booked = [pack.booking.services if pack.booking else () for pack in (shipped, harbor)]
    assert {one.id for one in booked[0]} & {one.id for one in booked[1]} == set()


def test_every_text_is_there_in_both_of_its_languages(harbor: Pack) -> None:
    there = {(template.id, template.language) for template in harbor.templates}
    needed = ALL_TEMPLATES.keys() - AREA_TEMPLATES.keys()  # everybody comes to the clinic
    wanted = {(one, language) for one in needed for language in ("en", "es")}
    assert wanted - there == {(one, "es") for one in STAFF}


def test_every_text_fits_also_as_a_first_reply(harbor: Pack) -> None:
    for said in said_by(harbor):
        assert all(segments(said.first_words + text).count <= 2 for text in said.examples), said


def test_its_class_has_six_seats_on_saturdays(harbor: Pack) -> None:
    assert harbor.booking
    service = harbor.booking.service("whitening_class")
    now = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)
    slot = next(Diary(harbor.booking, harbor.business, (), now).free(service))
    assert service.capacity == 6
    assert slot.start.astimezone(harbor.business.zone).isoformat() == "2026-11-28T09:30:00-05:00"
