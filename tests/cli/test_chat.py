"""`smsbot chat`, piped: as a user pipes it."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg

from smsbot.cli.transcript import read, write
from tests.transcripts.harness import CUSTOMER, replay

OTHER = "+13035550143"


def piped(
    lines: str, *options: str, database_url: str, cwd: Path
) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SMSBOT_")}
    return subprocess.run(
        [sys.executable, "-m", "smsbot", "chat", "--at", "2026-11-23 10:15", *options],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        timeout=90,
        env={**kept, "SMSBOT_DATABASE_URL": database_url},
    )


async def test_a_piped_chat_answers_each_line_in_order_and_saves_a_test(
    tmp_path: Path, database_url: str
) -> None:
    file = tmp_path / "saved.yaml"
    lines = "what are your hours?\n/why\nSTOP\nhello?\n/tasks\n"
    done = piped(lines, "--save", str(file), database_url=database_url, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    said = done.stdout
    order = [
        "you  what are your hours?",
        "bot  ",
        "Received",
        "you  STOP",
        "opt_out",
        "you  hello?",
    ]
    places = [said.index(one) for one in order]
    assert places == sorted(places)
    assert "suppressed" in said
    assert "Why you" in said
    assert "\x1b[" not in said

    with psycopg.connect(database_url) as connection:
        assert connection.execute("SELECT count(*) FROM contact").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM active_pack").fetchone() == (0,)

    saved = read(file)
    assert [turn.customer for turn in saved.turns] == ["what are your hours?", "STOP", "hello?"]
    assert saved.at == "2026-11-23 10:15"


async def test_what_a_chat_saved_happens_again(tmp_path: Path, database_url: str) -> None:
    file = tmp_path / "saved.yaml"
    lines = (
        "can you repair my hot air balloon\n/claim\n/reply Hi, Dana here.\n/return\n"
        "/burst hi / hello there\n"
    )
    done = piped(
        lines, "--phone", OTHER, "--save", str(file), database_url=database_url, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    saved = read(file)
    assert [turn.does for turn in saved.turns] == [None, "claims", None, "returns", None]
    assert saved.turns[-1].customer == ("hi", "hello there")
    assert CUSTOMER != OTHER  # nobody has texted from the phone that it is replayed on
    happened = await replay(saved, tmp_path, database_url)
    assert write(happened) == write(saved)


def test_a_line_that_goes_wrong_is_said_and_the_chat_goes_on(
    tmp_path: Path, database_url: str
) -> None:
    wrong = {
        "/fly": "there is no /fly",
        "/claim": "there is no open task",
        "/why": "nothing was texted yet",
        "/at noon": "'noon' is not a time",
        "/who me": "'me' is not a phone",
        "/burst": "there is no text",
        "/save": "there is no file",
        "/save x.yaml": "nothing to save",
    }
    lines = "".join(f"{line}\n" for line in wrong)
    done = piped(f"{lines}/who\n/quit\n/fly\n", database_url=database_url, cwd=tmp_path)
    assert done.returncode == 1
    said = [line for line in done.stderr.splitlines() if line.startswith("smsbot: ")]
    assert len(said) == len(wrong)
    for problem, line in zip(wrong.values(), said, strict=True):
        assert problem in line
    assert "You are +13035550142." in done.stdout


def test_a_wrong_time_is_refused_before_anything_starts(tmp_path: Path, database_url: str) -> None:
    done = piped("hi\n", "--at", "tonight", database_url=database_url, cwd=tmp_path)
    assert done.returncode == 2
    assert "2026-11-23 22:15" in done.stderr
