import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from smsbot.pack.load import dump, load_shipped, parse, sealed, shipped_dirs
from smsbot.pack.models import Pack
from smsbot.pack.problem import PackError, Problem

from .conftest import SmallPack
from .small import message

SHIPPED = load_shipped()


def test_an_entirely_different_business_loads(small: SmallPack) -> None:
    pack = small.load()
    assert pack.business.brand == "Harbor Dental"
    assert [entry.id for entry in pack.faq.entries] == ["parking", "hours"]
    assert pack.small_talk.entries[1].phrases == ("no", "nope")
    assert pack.business.numbers[0].phone == "+12125550140"
    assert pack.business.people[0].on_call is True
    assert len(pack.templates) == 27
    assert pack.hash != SHIPPED.hash


def test_the_hours_in_an_answer_come_from_the_business(small: SmallPack) -> None:
    answer = small.load().faq.entries[1].answer["en"]
    assert answer == (
        "We're open Tue 9:30 AM-noon and 1 PM-5:30 PM, Sun 10 AM-2 PM, closed Mon, Wed-Sat."
    )


def test_small_talk_may_be_left_out(small: SmallPack) -> None:
    (small.graphs / "conversation" / "smalltalk.yaml").unlink()
    assert small.load().small_talk.entries == ()


def test_a_problem_is_one_line_of_what_and_one_of_what_to_do() -> None:
    path = ("hours", "sat", 0, "end")
    problem = Problem("graphs/business.yaml", 41, path, "is not after the start", "End later.")
    assert str(problem) == (
        "graphs/business.yaml:41: hours.sat[0].end: is not after the start\n    End later."
    )


def test_all_errors_of_all_files_come_at_once(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", "timezone: America/New_York", "timezone: Mars/Olympus")
    small.edit("graphs/business.yaml", "start: 10:00", "start: 10 o'clock")
    small.edit("graphs/business.yaml", "  default: desk", "  fallback: desk")
    small.edit("graphs/conversation/faq.yaml", "- id: hours", "- ident: hours")
    small.edit("prompts/messages/thanks.md", "owner: Desk", "owner: [Desk]")
    assert small.complaints() == [
        "graphs/business.yaml:3: timezone: 'Mars/Olympus' is not a time zone; "
        "write one as America/Denver",
        "graphs/business.yaml:9: hours.sun[0].start: is not a time of day",
        "graphs/business.yaml:24: routing.default: is missing",
        "graphs/business.yaml:25: routing.fallback: is not a field that is known here",
        "graphs/conversation/faq.yaml:6: entries[1].id: is missing",
        "graphs/conversation/faq.yaml:6: entries[1].ident: is not a field that is known here",
        "prompts/messages/thanks.md:3: owner: must be a text",
    ]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("date: 2030-07-02", "date: July 2", ":12: holidays[0].date: is not a date"),
        (
            "due_minutes: 5",
            "due_minutes: five",
            ":22: queues[1].due_minutes: is not a whole number",
        ),
        ("on_call: yes", "on_call: maybe", ":18: people[0].on_call: is neither true nor false"),
        (
            "  sun: [",
            "  sunday: [",
            ":9: hours.sunday: must be 'mon', 'tue', 'wed', 'thu', 'fri', ",
        ),
        (
            "carrier_keywords: none",
            "carrier_keywords: no",
            ":15: numbers[0].carrier_keywords: must be 'default', 'advanced', 'toll_free' or ",
        ),
        ("queues: [desk]", "queues: desk", ":18: people[0].queues: must be a list"),
        ("brand: Harbor Dental", "brand:", ":1: brand: must be a text"),
        ("brand: Harbor Dental\n", "", ":1: brand: is missing"),
        ("{billing: desk}", "desk", ":28: routing.by_reason: must hold fields"),
    ],
)
def test_what_pydantic_finds_is_said_in_plain_words(
    small: SmallPack, old: str, new: str, complaint: str
) -> None:
    small.edit("graphs/business.yaml", old, new)
    [said] = small.complaints()
    assert said.startswith(f"graphs/business.yaml{complaint}")


def test_missing_files_are_named(small: SmallPack) -> None:
    (small.graphs / "conversation" / "faq.yaml").unlink()
    (small.prompts / "models" / "understand.md").unlink()
    assert small.complaints() == [
        "graphs/conversation/faq.yaml: is not there",
        "prompts/models/understand.md: is not there",
    ]


def test_an_empty_file_and_one_in_another_encoding(small: SmallPack) -> None:
    small.write("graphs/business.yaml", "# nothing yet\n")
    faq = small.graphs / "conversation" / "faq.yaml"
    faq.write_bytes("entries:\n  - id: café".encode("latin-1"))
    assert small.complaints() == [
        "graphs/business.yaml:1: must hold fields",
        "graphs/conversation/faq.yaml:2: is not UTF-8 text",
    ]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(small: SmallPack) -> None:
    before = small.load()
    for path in [*small.root.rglob("*.yaml"), *small.root.rglob("*.md")]:
        text = path.read_bytes().replace(b"\n", b"\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text)
    assert small.load() == before


# ---- the stored form and the hash ----------------------------------------------------------------


def test_a_pack_comes_back_from_its_stored_form(small: SmallPack) -> None:
    for pack in (SHIPPED, small.load()):
        assert parse(dump(pack)) == pack
        assert sealed(parse(dump(pack))).hash == pack.hash


def test_another_text_is_no_pack() -> None:
    with pytest.raises(ValidationError):
        parse("{}")


def test_the_hash_is_sixteen_hex_digits(shipped: Pack) -> None:
    assert len(shipped.hash) == 16
    assert set(shipped.hash) <= set("0123456789abcdef")


def _leaves(data: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(data, dict):
        return [leaf for key, value in data.items() for leaf in _leaves(value, (*path, key))]
    if isinstance(data, list):
        return [leaf for index, value in enumerate(data) for leaf in _leaves(value, (*path, index))]
    return [path]


CONTENT = json.loads(dump(SHIPPED))
LEAVES = [leaf for leaf in _leaves(CONTENT) if leaf != ("hash",)]


@given(st.sampled_from(LEAVES), st.sampled_from(["x", "+15125550199", "2031-01-01", "03:00:00", 7]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_change_of_content_changes_the_hash(leaf: tuple[str | int, ...], new: object) -> None:
    changed = json.loads(dump(SHIPPED))
    *way, last = leaf
    holder = changed
    for step in way:
        holder = holder[step]
    assume(holder[last] != new)
    holder[last] = new
    try:
        other = Pack.model_validate(changed)
    except ValidationError:
        assume(False)
    assume(other != SHIPPED)
    assert sealed(other).hash != SHIPPED.hash


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (
            "graphs/business.yaml",
            "brand: Harbor Dental\n",
            "# who we are\n\nbrand: Harbor Dental\n",
        ),
        (
            "graphs/business.yaml",
            "brand: Harbor Dental\nassistant: the Harbor Dental bot\n",
            'assistant: "the Harbor Dental bot"\nbrand: Harbor Dental\n',
        ),
        (
            "graphs/business.yaml",
            "hours:\n  tue: [{start: 09:30, end: 12:00}, {start: 13:00, end: 17:30}]\n"
            "  sun: [{start: 10:00, end: 14:00}]\n",
            "hours:\n  sun: [{start: 10:00, end: 14:00}]\n"
            "  tue: [{start: 09:30, end: 12:00}, {start: 13:00, end: 17:30}]\n",
        ),
        ("graphs/business.yaml", "- {id: desk}", "- {id: desk, due_minutes: 30}"),
        ("prompts/messages/thanks.md", "language: en\n", ""),
        ("prompts/messages/thanks.md", "---\nYou're", "---\n\nYou're"),
    ],
)
def test_what_is_not_content_leaves_the_hash(
    small: SmallPack, name: str, old: str, new: str
) -> None:
    before = small.load()
    small.edit(name, old, new)
    assert small.load().hash == before.hash


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("graphs/business.yaml", "end: 14:00", "end: 15:00"),
        ("graphs/conversation/faq.yaml", "is free for patients", "is free"),
        ("graphs/conversation/smalltalk.yaml", "hello", "howdy"),
        ("prompts/messages/thanks.md", "You're welcome.", "Any time."),
        ("prompts/messages/thanks.md", "owner: Desk", "owner: Ana"),
        ("prompts/models/understand.md", "{brand} {pending}", "{pending} {brand}"),
    ],
)
def test_what_is_content_changes_the_hash(small: SmallPack, name: str, old: str, new: str) -> None:
    before = small.load()
    small.edit(name, old, new)
    assert small.load().hash != before.hash


def test_a_templates_version_is_that_of_its_text_alone(small: SmallPack) -> None:
    def version(template_id: str) -> str:
        found = [one for one in small.load().templates if one.id == template_id]
        return found[0].version

    before = version("thanks")
    small.edit("prompts/messages/thanks.md", "owner: Desk", "owner: Ana")
    assert version("thanks") == before
    small.write("prompts/messages/thanks.md", message("thanks", "Any time."))
    assert version("thanks") != before


# ---- what is shipped -----------------------------------------------------------------------------


def test_the_shipped_directories_are_the_repositorys() -> None:
    graphs, prompts = shipped_dirs()
    root = Path(__file__).resolve().parents[2]
    assert (graphs, prompts) == (root / "graphs", root / "prompts")


def test_an_installed_wheel_has_them_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "smsbot"
    inside = package / "_shipped" / "graphs"
    inside.mkdir(parents=True)
    (inside / "business.yaml").touch()
    monkeypatch.setattr("smsbot.pack.load.__file__", str(package / "pack" / "load.py"))
    assert shipped_dirs() == (package / "_shipped" / "graphs", package / "_shipped" / "prompts")


def test_an_incomplete_installation_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smsbot.pack.load.__file__", str(tmp_path / "a" / "b" / "pack" / "load.py"))
    with pytest.raises(FileNotFoundError, match="Install it again"):
        shipped_dirs()


def test_pack_error_prints_every_problem() -> None:
    one = Problem("a.yaml", 1, (), "is wrong", "Mend it.")
    two = Problem("b.yaml", None, ("x",), "is wrong too", "Mend it as well.")
    assert str(PackError([one, two])) == (
        "a.yaml:1: is wrong\n    Mend it.\nb.yaml: x: is wrong too\n    Mend it as well."
    )
