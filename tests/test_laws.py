"""Law 1, held by the source itself: no draft reaches the carrier but through the gate.

Python cannot keep anybody from constructing a class; these tests can. What they look for is shown
below them on code that breaks the law, so that each of them is known to be able to fail.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy import api

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "smsbot"
CONSTRUCTORS = ("gate/", "domain/draft.py")
SENDER = "pipeline/deliver.py"
FIELDS = {"draft", "decision", "_pass", "useful_until"}


FILES = [file.relative_to(SOURCE).as_posix() for file in sorted(SOURCE.rglob("*.py"))]


def read(name: str) -> str:
    return (SOURCE / name).read_text(encoding="utf-8")


# ---- what to look for --------------------------------------------------------------------------


def annotations(tree: ast.AST) -> Iterator[ast.AST]:
    """All that stands where only a type can."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            yield node.annotation
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns:
            yield node.returns


def approvals_made(source: str) -> list[str]:
    """How `source` could come by an `Approved` of its own: it may name the type in annotations and
    nowhere else, and it may not copy or build one behind its back."""
    tree = ast.parse(source)
    typed = {id(part) for annotation in annotations(tree) for part in ast.walk(annotation)}
    names = {"Approved"} | {
        alias.asname
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == "Approved" and alias.asname
    }
    holds_one = bool(re.search(r"[Aa]pproved|\bgate\b", source))
    found = []
    for node in ast.walk(tree):
        if id(node) in typed:
            continue
        if isinstance(node, ast.Name) and node.id in names:
            found.append(f"line {node.lineno}: {node.id} outside an annotation")
        elif isinstance(node, ast.Attribute) and node.attr in names:
            found.append(f"line {node.lineno}: .{node.attr} outside an annotation")
        elif isinstance(node, ast.Attribute) and node.attr in ("__new__", "__setattr__"):
            found.append(f"line {node.lineno}: {node.attr}")
        elif isinstance(node, ast.Call):
            found += _calls(node, holds_one)
    return found


def _calls(node: ast.Call, holds_one: bool) -> list[str]:
    named = {keyword.arg for keyword in node.keywords}
    function = ast.unparse(node.func).rsplit(".", 1)[-1]
    if function == "replace" and holds_one and named & FIELDS:
        return [f"line {node.lineno}: replace() with {sorted(n for n in named if n)}"]
    spelled = [arg for arg in node.args if isinstance(arg, ast.Constant)]
    if any(isinstance(arg.value, str) and "Approved" in arg.value for arg in spelled):
        return [f"line {node.lineno}: {function}() with the name Approved"]
    return []


def sends(source: str) -> list[str]:
    """Where `source` calls `Carrier.send`, or takes hold of it: by its keywords, which the port
    makes mandatory, by the receiver's name, or by the method's name in a string."""
    tree = ast.parse(source)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "send":
            if "carrier" in ast.unparse(node.value).lower():
                found.append(f"line {node.lineno}: {ast.unparse(node)}")
        elif isinstance(node, ast.Call):
            named = {keyword.arg for keyword in node.keywords}
            function = ast.unparse(node.func)
            if function.endswith(".send") and named & {"sender", "attempt", None}:
                found.append(f"line {node.lineno}: {function}(sender=…)")
            elif function.endswith(("getattr", "methodcaller", "attrgetter")) and any(
                isinstance(arg, ast.Constant) and arg.value == "send" for arg in node.args
            ):
                found.append(f'line {node.lineno}: {function}(… "send" …)')
    return found


# ---- the law -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith(CONSTRUCTORS)])
def test_only_the_gate_makes_approvals(name: str) -> None:
    assert approvals_made(read(name)) == [], f"{name}: only smsbot.gate constructs Approved"


@pytest.mark.parametrize("name", [name for name in FILES if name != SENDER])
def test_only_delivery_calls_the_carrier(name: str) -> None:
    assert sends(read(name)) == [], f"{name}: only {SENDER} calls Carrier.send"


def test_the_gate_and_the_delivery_are_where_they_are_looked_for() -> None:
    assert approvals_made(read("gate/__init__.py"))
    assert sends(read(SENDER))


# ---- the looking itself ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "from smsbot.domain.draft import Approved\nx = Approved(d, e, n, DispatchPass)",
        "from smsbot.domain.draft import Approved\nx = Approved[DispatchPass](d, e, n, P)",
        "from smsbot.domain.draft import Approved as A\nx = A(d, e, n, P)",
        "from smsbot.domain import draft\nx = draft.Approved(d, e, n, P)",
        "from smsbot.domain.draft import Approved\nmake = Approved",
        "from smsbot.domain.draft import Approved\nclass Mine(Approved): ...",
        "from dataclasses import replace\napproved = replace(approved, draft=other)",
        "import dataclasses\nfrom smsbot import gate\ny = dataclasses.replace(x, _pass=P)",
        "x = object.__new__(kind)",
        "object.__setattr__(approved, 'draft', other)",
        "from typing import cast\nx = cast('Approved[DispatchPass]', draft)",
        "x = getattr(module, 'Approved')(d, e, n, P)",
    ],
)
def test_an_approval_made_elsewhere_is_seen(source: str) -> None:
    assert approvals_made(source)


@pytest.mark.parametrize(
    "source",
    [
        "def f(text: Approved[DispatchPass]) -> Approved[DispatchPass] | None: ...",
        "class Claimed:\n    approved: 'Approved[DispatchPass]'",
        "from smsbot.domain.draft import Approved",
        '"""Takes an Approved."""',
        "body = body.replace('a', 'b')",
        "from dataclasses import replace\nrow = replace(row, draft=other)",
    ],
)
def test_naming_the_type_is_no_crime(source: str) -> None:
    assert approvals_made(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "await carrier.send(text, sender=s, attempt=a)",
        "await self._carrier.send(text, **rest)",
        "await c.send(text, sender=s, attempt=a)",
        "await c.send(text, **rest)",
        "go = services.carrier.send",
        "go = getattr(c, 'send')",
        "go = operator.methodcaller('send', text)",
    ],
)
def test_a_call_of_the_carrier_is_seen(source: str) -> None:
    assert sends(source)


@pytest.mark.parametrize(
    "source", ["await send(message)", "response = await client.send(request)", "gen.send(None)"]
)
def test_other_things_are_sent_too(source: str) -> None:
    assert sends(source) == []


# ---- the type checker --------------------------------------------------------------------------

CALLS = """
from smsbot.domain.draft import Approved, DispatchPass, Draft, QueuePass
from smsbot.domain.ids import AttemptId
from smsbot.ports import Carrier


async def deliver(carrier: Carrier, text: Approved[DispatchPass], attempt: AttemptId) -> None:
    await carrier.send(text, sender="+15125550100", attempt=attempt)


async def unjudged(carrier: Carrier, draft: Draft, attempt: AttemptId) -> None:
    await carrier.send(draft, sender="+15125550100", attempt=attempt)  # wrong


async def too_early(carrier: Carrier, text: Approved[QueuePass], attempt: AttemptId) -> None:
    await carrier.send(text, sender="+15125550100", attempt=attempt)  # wrong


async def refused(carrier: Carrier, text: Approved[DispatchPass] | None, a: AttemptId) -> None:
    await carrier.send(text, sender="+15125550100", attempt=a)  # wrong


async def plain(carrier: Carrier, body: str, attempt: AttemptId) -> None:
    await carrier.send(body, sender="+15125550100", attempt=attempt)  # wrong


def relabel(text: Approved[QueuePass]) -> Approved[DispatchPass]:
    return text  # wrong
"""


def test_the_type_checker_knows_the_law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "calls.py"
    file.write_text(CALLS, encoding="utf-8")
    monkeypatch.setenv("MYPYPATH", str(ROOT / "src"))
    monkeypatch.chdir(tmp_path)
    report, problems, _ = api.run(["--strict", "--no-error-summary", "--config-file=", str(file)])
    assert problems == ""
    complained = {int(number) for number in re.findall(r"calls\.py:(\d+): error", report)}
    wrong = {n for n, line in enumerate(CALLS.splitlines(), 1) if line.endswith("# wrong")}
    assert complained == wrong, report
