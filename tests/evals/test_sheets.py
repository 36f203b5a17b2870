"""The sheets of answers: readable, and each answer is one that its question has."""

from pathlib import Path

import pytest
from evals.answers import DEV, SPANS, BadSheet, read_next, read_sheet, read_spans_sheet
from evals.guards import HERE

from smsbot.domain.question import AnswerType

AMOUNTS = HERE / "dev" / "amounts"


@pytest.mark.parametrize("path", sorted(DEV.glob("*.txt")), ids=lambda path: path.stem)
def test_a_sheet_of_choices(path: Path) -> None:
    for told in read_sheet(path):
        known = {one.value for one in told.question.options} or {"yes", "no"}
        assert told.value is None or told.value in known


@pytest.mark.parametrize(
    "path", sorted([*SPANS.glob("*.txt"), *AMOUNTS.glob("*.txt")]), ids=lambda p: p.parent.name
)
def test_a_sheet_of_fields(path: Path) -> None:
    for told in read_spans_sheet(path):
        if told.question.type is AnswerType.TEXT:
            assert told.value is None or told.value.lower() in told.text.lower()


def test_what_stands_in_jsonl() -> None:
    kinds = {told.question.type for told in read_next(("choice", "yes_no", "text"))}
    assert kinds == {AnswerType.CHOICE, AnswerType.YES_NO, AnswerType.TEXT}


def test_a_line_that_is_none_is_named(tmp_path: Path) -> None:
    sheet = tmp_path / "bad.txt"
    sheet.write_text("Q choice | Which?\n+ a | A\nyes\n+ b B\n", encoding="utf-8")
    with pytest.raises(BadSheet, match=r"bad\.txt:4: .*'\+ b B'"):
        list(read_sheet(sheet))
    with pytest.raises(BadSheet, match=r"bad\.txt:1: "):
        list(read_spans_sheet(sheet))
