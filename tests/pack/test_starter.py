from pathlib import Path

import pytest

from smsbot.pack.lint import check
from smsbot.pack.load import load, load_shipped
from smsbot.pack.starter import WouldOverwrite, init


def test_the_starter_set_is_the_shipped_pack(tmp_path: Path) -> None:
    written = init(tmp_path / "mine")
    assert tmp_path / "mine" / "graphs" / "business.yaml" in written
    assert all(path.is_file() for path in written)
    assert {path.suffix for path in written} == {".yaml", ".md"}
    pack = load(tmp_path / "mine" / "graphs", tmp_path / "mine" / "prompts")
    assert pack == load_shipped()


def test_nothing_is_overwritten_and_nothing_is_half_written(tmp_path: Path) -> None:
    mine = tmp_path / "prompts" / "messages" / "help.md"
    mine.parent.mkdir(parents=True)
    mine.write_text("my own words")
    with pytest.raises(WouldOverwrite, match=r"help\.md is there already, and nothing was written"):
        init(tmp_path)
    assert mine.read_text() == "my own words"
    assert not (tmp_path / "graphs").exists()


def test_a_second_time_is_refused(tmp_path: Path) -> None:
    init(tmp_path)
    with pytest.raises(WouldOverwrite, match=r"business\.yaml"):
        init(tmp_path)


def test_what_was_edited_is_checked_where_it_lies(tmp_path: Path) -> None:
    init(tmp_path)
    help_text = tmp_path / "prompts" / "messages" / "help.md"
    help_text.write_text(help_text.read_text().replace("For help", "For HELP NOW"))
    [problem] = check(tmp_path / "graphs", tmp_path / "prompts")
    assert str(problem).startswith(f"{help_text}:8: text: shouts: NOW")
