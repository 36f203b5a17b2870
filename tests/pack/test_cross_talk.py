"""What questions and services may say of one another, each complaint at its line."""

import shutil
from pathlib import Path

import pytest

from smsbot.pack.load import load, shipped_dirs
from smsbot.pack.problem import PackError
from tests.conversation.booking_pack import ADDED, booking_pack


def complaints(place: Path, file: str, old: str, new: str) -> str:
    for shipped in shipped_dirs():
        shutil.copytree(shipped, place / shipped.name)
        shutil.copytree(ADDED / shipped.name, place / shipped.name, dirs_exist_ok=True)
    edited = place / "graphs" / "conversation" / file
    text = edited.read_text(encoding="utf-8")
    assert old in text
    edited.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PackError) as raised:
        load(place / "graphs", place / "prompts")
    return "\n".join(str(problem) for problem in raised.value.problems)


def test_the_pack_that_books_loads() -> None:
    pack = booking_pack()
    assert pack.booking is not None
    assert [one.key for one in pack.qualification.questions][:2] == ["job", "equipment"]


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("booking.yaml", "[luis, dana]", "[nobody, dana]", "names 'nobody', who is not declared"),
        ("booking.yaml", "needs: [address]", "needs: [zip]", "needs the question 'zip'"),
        ("booking.yaml", "{job: [drain]}", "{job: [flood]}", "names the answer 'flood'"),
        ("booking.yaml", "{job: [drain]}", "{task: [drain]}", "names 'task', which is not"),
        ("booking.yaml", "minutes: 60", "minutes: 60\n    place: business", "which has no address"),
        ("booking.yaml", "id: tune_up", "id: drain", "'drain' is taken already"),
        ("qualification.yaml", "key: bathrooms", "key: job", "'job' is taken already"),
        ("qualification.yaml", "have?", "have? Or none?", "asks more than one question"),
        ("qualification.yaml", 'en: "Do you own the home?"', "", "has no English text"),
        ("qualification.yaml", "when: {job: [drain]}", "when: {owner: [yes]}", "names 'owner'"),
    ],
)
def test_a_contradiction_is_told_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    told = complaints(tmp_path, file, old, new)
    assert says in told
    assert f"{file}:" in told


def test_a_pack_that_books_needs_the_texts_for_it(tmp_path: Path) -> None:
    for shipped in shipped_dirs():
        shutil.copytree(shipped, tmp_path / shipped.name)
    source = ADDED / "graphs" / "conversation"
    shutil.copytree(source, tmp_path / "graphs" / "conversation", dirs_exist_ok=True)
    with pytest.raises(PackError) as raised:
        load(tmp_path / "graphs", tmp_path / "prompts")
    assert any("booked.md" in problem.file for problem in raised.value.problems)
