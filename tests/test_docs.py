"""The documents are true where a program can tell: links lead somewhere, what they copy from the
code is the code's, what they name exists."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from smsbot import gate
from smsbot.cli import app
from smsbot.domain.draft import DraftKind
from smsbot.guards import PRECEDENCE
from tests.faults import test_kills as kills

ROOT = Path(__file__).parents[1]
DOCS = tuple(
    one
    for one in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    # The design and the facts that came before the code: not about files of this repository.
    if "reference" not in one.parts
)
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text()
FENCE = re.compile(r"^[ ]*```.*?^[ ]*```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
PASSES = {
    frozenset(gate.Pass): "both",
    frozenset({gate.Pass.QUEUE}): "queue",
    frozenset({gate.Pass.DISPATCH}): "dispatch",
    frozenset[gate.Pass](): "–",
}


def prose(document: Path) -> str:
    """The document without its code blocks."""
    return FENCE.sub("", document.read_text())


def rows(text: str, first: str) -> list[list[str]]:
    """The rows of the table whose head begins with the cell `first`, without backticks."""
    _, _, rest = text.partition(f"| {first} |")
    lines = rest.splitlines()[2:]
    found = []
    for line in lines:
        if not line.startswith("|"):
            break
        found.append([cell.strip().replace("`", "") for cell in line.strip("|").split("|")])
    return found


# ---- links -------------------------------------------------------------------------------------


def anchors(document: Path) -> set[str]:
    """The headings of a document, as links name them."""
    titles = re.findall(r"^#+ (.+)$", prose(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken(document: Path) -> list[str]:
    """The links of a document that lead nowhere; addresses of other sites are not asked."""
    found = []
    for link in LINK.findall(prose(document)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            found.append(link)
    return found


@pytest.mark.parametrize("document", DOCS, ids=lambda one: str(one.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    assert broken(document) == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    document = tmp_path / "one.md"
    document.write_text("# A title, here\n[a](#a-title-here) [b](#none) [c](gone.md) [d](one.md#x)")
    assert broken(document) == ["#none", "gone.md", "one.md#x"]


# ---- what is copied from the code --------------------------------------------------------------


def test_the_gate_table_is_the_gates() -> None:
    kinds = [kind.value for kind in DraftKind]
    told = rows(ARCHITECTURE, " | ".join(["rule", *kinds]))
    assert told == [
        [row.rule.__name__, *(PASSES[getattr(row, kind)] for kind in kinds)] for row in gate.TABLE
    ]


def test_the_guards_stand_in_their_order() -> None:
    told = rows(ARCHITECTURE, "order | guard | speaks when | what follows")
    assert [(number, name) for number, name, *_ in told] == [
        (str(number), name) for number, (name, _) in enumerate(PRECEDENCE, start=1)
    ]


def test_every_room_has_a_line() -> None:
    cells = [
        name
        for row in rows(ARCHITECTURE, "room | holds | may import, of its kind")
        for name in row[:1]
    ]
    told = {name for cell in cells for name in cell.split(", ")}
    source = ROOT / "src/smsbot"
    there = {one.name for one in source.iterdir() if (one / "__init__.py").exists()}
    there |= {one.stem for one in source.glob("*.py") if not one.stem.startswith("__")}
    assert told == there


def test_every_line_at_which_a_process_is_killed_is_told() -> None:
    told = (ROOT / "docs/life-of-a-text.md").read_text()
    named = {*kills.WORKER_LINES, *kills.WEB_LINES, "receipt.stored", "look_up.asked"}
    assert [line for line in sorted(named) if f"`{line}`" not in told] == []


# ---- what is named -----------------------------------------------------------------------------


def paths(text: str) -> Iterator[str]:
    """Files and directories of the tree that `text` names in backticks."""
    for name in re.findall(r"`([\w./-]+)`", text):
        if re.match(r"(tests|docs|evals|graphs|prompts|benchmarks|src)/", name):
            yield name
        elif re.fullmatch(r"[a-z_]+(/[a-z_]+)+(\.py)?", name):
            yield f"src/smsbot/{name}"


def missing(names: Iterable[str]) -> list[str]:
    return [
        name for name in names if not (ROOT / name).exists() and not (ROOT / f"{name}.py").exists()
    ]


@pytest.mark.parametrize("document", DOCS, ids=lambda one: str(one.relative_to(ROOT)))
def test_files_that_are_named_exist(document: Path) -> None:
    assert missing(paths(prose(document))) == []


def test_a_file_that_does_not_exist_is_seen() -> None:
    assert missing(
        paths("`pipeline/recieve` and `tests/faults/test_kill.py`, `tests/faults/`")
    ) == [
        "src/smsbot/pipeline/recieve",
        "tests/faults/test_kill.py",
    ]


def test_tests_that_are_named_exist() -> None:
    written = "".join(one.read_text() for one in (ROOT / "tests").rglob("test_*.py"))
    named = {name for one in DOCS for name in re.findall(r"`(test_\w+)`", one.read_text())}
    assert [name for name in sorted(named) if f"def {name}(" not in written] == []


def commands() -> set[str]:
    """Every command and subcommand, as it is typed."""
    found = set()
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        found |= {f"{name} {part}" for part in getattr(command, "commands", ())} or {name}
    return found


def code(text: str) -> list[str]:
    """The lines of the code blocks of `text`, and its code spans."""
    blocks = [line for block in FENCE.findall(text) for line in block.splitlines()]
    return [*blocks, *re.findall(r"`([^`\n]+)`", FENCE.sub("", text))]


COMMAND = re.compile(r"(?:^|\| )\s*(?:\w+=\S+ )*(?:\.venv/bin/)?smsbot ([a-z]+)(?: ([a-z]+))?")


def typed(text: str) -> set[str]:
    """The commands that `text` tells to type."""
    groups = {name.partition(" ")[0] for name in commands() if " " in name}
    found = [match for line in code(text) for match in COMMAND.findall(line)]
    return {f"{name} {part}" if name in groups and part else name for name, part in found}


@pytest.mark.parametrize("document", DOCS, ids=lambda one: str(one.relative_to(ROOT)))
def test_commands_that_are_told_exist(document: Path) -> None:
    groups = {name.partition(" ")[0] for name in commands()}
    assert typed(document.read_text()) <= commands() | groups


def test_every_command_stands_in_the_list_of_commands() -> None:
    assert commands() <= typed((ROOT / "docs/commands.md").read_text())


@pytest.mark.parametrize("document", DOCS, ids=lambda one: str(one.relative_to(ROOT)))
def test_make_targets_that_are_told_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", document.read_text(), re.M)) <= targets
