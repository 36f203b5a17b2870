"""What holds of every reply in every transcript, whatever it is about."""

from pathlib import Path

import pytest

from smsbot.cli.transcript import Transcript, Turn, read
from smsbot.language.segments import segments
from smsbot.pack.models import Pack
from tests.transcripts.harness import pack_of

HERE = Path(__file__).parent
FILES = sorted(HERE.rglob("*.yaml"))
NAMES = [file.relative_to(HERE).with_suffix("").as_posix() for file in FILES]
MOST_SEGMENTS = 2
OPENING = "\u00bf"
FIXED = ("opt_out", "opt_in", "help", "emergency", "self_harm", "wrong_number")
"""Answers whose text is fixed by rule: they name the brand, and need not say who writes."""
CLOSING = ("opt_out", "wrong_number")
"""After these nothing is sent but their confirmation, until the customer opts in."""

UNATTENDED = ("asistente", "recepcionista digital", "un programa de", "assistant IA")
"""How the Spanish and French texts of the packs call the assistant."""


def several(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def actions(turn: Turn) -> list[str]:
    return [guard.split("/")[0] for guard in several(turn.guard)]


def questions(text: str) -> int:
    """A Spanish question has two marks and is one."""
    return max(text.count("?"), text.count(OPENING))


def says_who_writes(pack: Pack, text: str) -> bool:
    """It names the brand, and that it is an assistant: as the pack calls it, in its language."""
    words = (pack.business.assistant, *UNATTENDED)
    return pack.business.brand in text and any(word in text for word in words)


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_replies_are_short_ask_one_thing_and_begin_with_who_writes(file: Path) -> None:
    transcript = read(file)
    turns = [(turn, body) for turn in transcript.turns for body in several(turn.bot)]
    for _, body in turns:
        assert segments(body).count <= MOST_SEGMENTS, body
        assert questions(body) <= 1, body
    if not turns:
        return
    first, body = turns[0]
    pack = pack_of(transcript, file.parent)
    assert pack.business.brand in body
    if not any(action in FIXED for action in actions(first)):
        assert says_who_writes(pack, body), body


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_nothing_follows_an_opt_out_but_its_confirmation(file: Path) -> None:
    assert sent_after_opt_out(read(file)) == []


def sent_after_opt_out(transcript: Transcript) -> list[str]:
    """What we sent to who had opted out, apart from one confirmation for each opt-out, and from
    what danger calls for."""
    out = False
    wrong: list[str] = []
    for turn in transcript.turns:
        acts = actions(turn)
        bodies = several(turn.bot)
        if any(one in CLOSING for one in acts):
            wrong += bodies[1:] if not out else bodies
            out = True
        elif turn.consent == "granted":
            out = False
        elif out and not any(one in ("emergency", "self_harm") for one in acts):
            wrong += bodies
    return wrong


def test_what_is_sent_to_who_opted_out_is_found() -> None:
    turns = (
        Turn(customer="STOP", guard="opt_out/opt_out.keyword", bot=("Done.", "And an offer!")),
        Turn(customer="hi", guard="suppressed/suppressed", bot="Hello again!"),
        Turn(customer="START", guard="opt_in/opt_in.keyword", bot="On.", consent="granted"),
        Turn(customer="hi", guard="pass", bot="Hello."),
    )
    whole = Transcript(about="Wrong.", at="2026-11-23 10:15", turns=turns)
    assert sent_after_opt_out(whole) == ["And an offer!", "Hello again!"]


@pytest.mark.parametrize(("text", "count"), [("a? b?", 2), ("\u00bfUno? dos", 1), ("none", 0)])
def test_questions_are_counted(text: str, count: int) -> None:
    assert questions(text) == count
