"""Each transcript happens again, exactly. `pytest tests/transcripts --refresh-transcripts` writes
what happened into the files, to be reviewed as a diff."""

from pathlib import Path

import pytest

from smsbot.cli.transcript import BadTranscript, Transcript, Turn, read, write
from tests.transcripts.harness import replay

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
async def test_it_happens_again(
    file: Path, database_url: str, request: pytest.FixtureRequest
) -> None:
    transcript = read(file)
    happened = await replay(transcript, HERE, database_url)
    if request.config.getoption("--refresh-transcripts"):
        file.write_text(write(happened), "utf-8")
        return
    assert write(happened) == write(transcript)


def test_every_transcript_says_what_it_shows_and_expects_something_of_each_text() -> None:
    assert len(FILES) >= 15
    for file in FILES:
        transcript = read(file)
        assert transcript.about, file.name
        for turn in transcript.turns:
            assert turn.customer is None or turn.guard, f"{file.name}: {turn.customer}"


async def test_a_transcript_that_expects_something_else_differs(database_url: str) -> None:
    wrong = Transcript(
        about="Nobody opts out by saying hi.",
        at="2026-11-23 10:15",
        turns=(Turn(customer="hi", guard="opt_out/opt_out.keyword"),),
    )
    happened = await replay(wrong, HERE, database_url)
    assert happened != wrong
    assert happened.turns[0].guard == "pass"


def test_what_is_written_reads_as_it_was(tmp_path: Path) -> None:
    turns = (
        Turn(
            customer=("hi", "two\nlines"),
            guard=("pass", "pass"),
            bot="Hello: \u00a1hola! \U0001f44d",
        ),
        Turn(customer="pic", media=2, at="2026-11-23 22:15", guard="pass", owner="waiting"),
        Turn(rep="dana", does="claims", owner="rep dana"),
        Turn(rep="dana", says="Hi, this is Dana. " * 9),
    )
    whole = Transcript(about="Everything: at once.", at="2026-11-23 10:15", turns=turns)
    file = tmp_path / "one.yaml"
    file.write_text(write(whole), "utf-8")
    assert read(file) == whole


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("at: 2026-11-23 10:15\nturns: [{}]", "one of customer and rep"),
        ("at: 2026-11-23 10:15\nturns: [{rep: dana}]", "one of does and says"),
        ("at: 2026-11-23 10:15\nturns: []", "turns"),
        ("at: 2026-11-23 10:15\nturns: [{customer: hi, bto: hello}]", "bto"),
        ("at: [", "not YAML"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "one.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(BadTranscript, match=problem) as error:
        read(file)
    assert "one.yaml" in str(error.value)
