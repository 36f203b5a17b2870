import pytest

from smsbot.pack.problem import PackError
from smsbot.pack.sheet import read_sheet

TEXT = """\
hours:
  mon: [{start: 08:00, end: 18:00}]
  sat:
    - start: 09:00
      end: "13:00"
note: >
  two lines
  of text
"""


def test_every_plain_value_is_text() -> None:
    sheet = read_sheet("[no, 18:00, +13035550100, 2026-12-25, 1.5, 0x10, on]", "a.yaml")
    assert sheet.data == ["no", "18:00", "+13035550100", "2026-12-25", "1.5", "0x10", "on"]


def test_nothing_is_nothing_and_a_quoted_nothing_is_a_text() -> None:
    sheet = read_sheet("{a: , b: ~, c: null, d: '', e: 'null'}", "a.yaml")
    assert sheet.data == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("hours",), 1),
        (("hours", "mon", 0, "end"), 2),
        (("hours", "sat", 0), 4),
        (("hours", "sat", 0, "end"), 5),
        (("note",), 6),
        (("hours", "sat", 0, "name"), 4),
        (("hours", "sun"), 1),
        (("nowhere", 7), 1),
    ],
)
def test_lines_of_fields_and_of_missing_ones(path: tuple[str | int, ...], line: int) -> None:
    assert read_sheet(TEXT, "a.yaml").line(path) == line


def test_front_matter_starts_further_down() -> None:
    sheet = read_sheet("id: a\nowner: b\n", "a.md", first_line=2)
    assert sheet.line(("owner",)) == 3


def _complaints(text: str) -> list[str]:
    with pytest.raises(PackError) as caught:
        read_sheet(text, "a.yaml")
    return [str(problem).splitlines()[0] for problem in caught.value.problems]


def test_keys_that_stand_twice_are_all_named() -> None:
    assert _complaints("a: 1\nb: {c: 1, d: 2, c: 3}\na: 2\n") == [
        "a.yaml:2: b.c: stands here a second time; the first is on line 2",
        "a.yaml:3: a: stands here a second time; the first is on line 1",
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: b: c\n", "a.yaml:1: cannot be read: mapping values are not allowed here"),
        ("a: 1\nb: [1, 2\nc: 3\n", "a.yaml:3: cannot be read: expected ',' or ']', but got ':'"),
        ("a: 1\n\tb: 2\n", "a.yaml:2: cannot be read: found character '\\t' that cannot start"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2: cannot be read: but found another document"),
        ("a: &x [1]\nb: *x\n", "a.yaml:2: cannot be read: aliases (*) are not read"),
        ("a: &x [*x]\n", "a.yaml:1: cannot be read: aliases (*) are not read"),
        ("a: \x07\n", "a.yaml: cannot be read: special characters are not allowed"),
    ],
)
def test_what_is_not_yaml_is_said_with_its_line(text: str, complaint: str) -> None:
    [said] = _complaints(text)
    assert said.startswith(complaint)


def test_what_to_do_about_an_alias_is_about_the_alias() -> None:
    for text, advice in (("a: &x [1]\nb: *x\n", "anchor"), ("a: [1, 2\n", "indentation")):
        with pytest.raises(PackError) as caught:
            read_sheet(text, "a.yaml")
        assert advice in caught.value.problems[0].what_to_do
