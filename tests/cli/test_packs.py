"""`smsbot init`, `check` and `apply`."""

from pathlib import Path

import pytest

from tests.cli.support import Run


def test_the_shipped_set_is_well(run: Run) -> None:
    assert run("check").code == 0
    assert run("check", "--json").json == []


def test_a_starter_set_is_written_checked_and_never_overwritten(run: Run, tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    written = run("init", str(shop))
    assert written.code == 0
    assert "smsbot check --graphs" in written.err
    where = ("--graphs", str(shop / "graphs"), "--prompts", str(shop / "prompts"))
    assert run("check", *where).code == 0

    business = shop / "graphs" / "business.yaml"
    business.write_text(business.read_text().replace("brand:", "brnad:", 1))
    again = run("init", str(shop))
    assert again.code == 2
    assert "nothing was written" in again.err
    assert "brnad:" in business.read_text()


def test_a_problem_is_told_with_its_line_field_and_what_to_do(run: Run, tmp_path: Path) -> None:
    run("init", str(tmp_path))
    business = tmp_path / "graphs" / "business.yaml"
    lines = business.read_text().splitlines()
    line = next(n for n, one in enumerate(lines, start=1) if one.startswith("timezone:"))
    lines[line - 1] = "timezone: Mars/Olympus"
    business.write_text("\n".join(lines))
    where = ("--graphs", str(tmp_path / "graphs"), "--prompts", str(tmp_path / "prompts"))

    told = run("check", *where)
    assert told.code == 1
    assert f"business.yaml:{line}: timezone: " in told.out
    assert f"1 thing to mend in {tmp_path}" in told.out
    assert told.err == ""

    [problem] = run("check", *where, "--json").json
    assert (problem["line"], problem["field"]) == (line, "timezone")
    assert problem["what_to_do"]


def test_one_directory_alone_is_refused(run: Run, tmp_path: Path) -> None:
    left = run("check", "--graphs", str(tmp_path))
    assert left.code == 2
    assert "--graphs and --prompts together" in left.err


def test_a_pack_that_does_not_load_is_not_put_in_force(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    monkeypatch.setenv("SMSBOT_DATABASE_URL", database_url)
    monkeypatch.setenv("SMSBOT_GRAPHS", str(tmp_path))
    monkeypatch.setenv("SMSBOT_PROMPTS", str(tmp_path))
    assert run("apply").code == 2
    assert "no pack is in force" in run("tasks", "list").err


def test_apply_puts_the_pack_and_its_numbers_in_force(
    run: Run, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    monkeypatch.setenv("SMSBOT_DATABASE_URL", database_url)
    assert run("numbers", "list", "--json").json == []
    applied = run("apply")
    assert applied.code == 0
    assert "In force: Juniper Home Services" in applied.err
    [number] = run("numbers", "list", "--json").json
    assert number["phone"] == "+13035550100"
    assert run("tasks", "list").code == 0
