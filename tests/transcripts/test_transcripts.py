"""Each transcript happens again, exactly. `pytest tests/transcripts --refresh-transcripts` writes
what happened into the files, to be reviewed as a diff."""

from pathlib import Path

import pytest

from smsbot.cli.transcript import BadTranscript, Transcript, Turn, read, write
from tests.transcripts.harness import Houses

HERE = Path(__file__).parent
FILES = sorted(HERE.rglob("*.yaml"))
NAMES = [file.relative_to(HERE).with_suffix("").as_posix() for file in FILES]
PHONES = [f"+1303555{2000 + nth}" for nth in range(len(FILES))]
"""A customer for each file: none of them has texted before."""
NOBODY = "+13035551999"


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(("file", "phone"), tuple(zip(FILES, PHONES, strict=True)), ids=NAMES)
async def test_it_happens_again(
    file: Path, phone: str, houses: Houses, request: pytest.FixtureRequest
) -> None:
    transcript = read(file)
    happened = await houses.replay(transcript, file.parent, phone)
    if request.config.getoption("--refresh-transcripts"):
        file.write_text(write(happened), "utf-8")
        return
    assert write(happened) == write(transcript)


def test_every_transcript_says_what_it_shows_and_expects_something_of_each_text() -> None:
    assert len(FILES) >= 100
    for file in FILES:
        transcript = read(file)
        assert transcript.about, file.name
        for turn in transcript.turns:
            assert turn.customer is None or turn.guard, f"{file.name}: {turn.customer}"


@pytest.mark.asyncio(loop_scope="session")
async def test_a_transcript_that_expects_something_else_differs(houses: Houses) -> None:
    wrong = Transcript(
        about="Nobody opts out by saying hi.",
        at="2026-11-23 10:15",
        turns=(Turn(customer="hi", guard="opt_out/opt_out.keyword"),),
    )
    happened = await houses.replay(wrong, HERE, NOBODY)
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
