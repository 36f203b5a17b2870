"""What is true of every command."""

import subprocess
import sys

import pytest
from typer.main import get_command

from smsbot.cli import app
from tests.cli.support import Run

HEAVY = ("langgraph", "openai", "sqlalchemy", "fastapi", "twilio", "procrastinate")


def commands() -> list[tuple[str, ...]]:
    """Every command, by its words."""
    found = []
    for name, command in get_command(app).commands.items():
        parts = getattr(command, "commands", None)
        found += [(name, part) for part in parts] if parts else [(name,)]
    return found


def test_the_commands_are_those_that_the_documents_name() -> None:
    assert {"serve", "demo", "chat", "explain", "why", "check", "init", "apply"} <= {
        words[0] for words in commands()
    }
    assert {part for name, *rest in commands() if name == "tasks" for part in rest} == {
        "list",
        "show",
        "claim",
        "reply",
        "return",
        "resolve",
    }


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_has_help_with_an_example(run: Run, words: tuple[str, ...]) -> None:
    helped = run(*words, "--help")
    assert helped.code == 0
    assert "Example: " in helped.out
    assert f"smsbot {words[0]}" in " ".join(helped.out.partition("Example: ")[2].split())


def test_help_alone_lists_the_commands(run: Run) -> None:
    helped = run("--help")
    assert helped.code == 0
    for words in commands():
        assert words[0] in helped.out


def test_a_command_that_does_not_exist_exits_2(run: Run) -> None:
    left = run("explian", "hi")
    assert left.code == 2
    assert "explian" in left.err


def test_a_misspelt_setting_is_one_line_of_what_and_where(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMSBOT_GRAPH", "./graphs")
    left = run("check")
    assert left.code == 2
    assert "SMSBOT_GRAPH is not a setting" in left.err
    assert "Traceback" not in left.err


@pytest.mark.parametrize("arguments", [["--help"], ["explain", "STOP"], ["explain", "--help"]])
def test_what_needs_no_data_does_not_wait_for_heavy_imports(arguments: list[str]) -> None:
    program = (
        "import sys; from smsbot.cli import main\n"
        "try: main(sys.argv[1:])\n"
        f"finally: print([one for one in {HEAVY!r} if one in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip().endswith("[]")
