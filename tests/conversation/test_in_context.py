"""Questions about the job in hand, and about the hours of a day."""

from functools import lru_cache
from pathlib import Path

import pytest

from smsbot.conversation.dialogue import Dialogue, Goal
from smsbot.conversation.in_context import in_context
from smsbot.conversation.reading import Reader, reader_of
from smsbot.conversation.state import ConversationState
from smsbot.conversation.turn import TurnInput, UnansweredText
from smsbot.domain.contact import Contact
from smsbot.domain.ids import ContactId, InboxId
from smsbot.domain.understanding import Intent
from smsbot.pack.load import load
from smsbot.pack.models import Pack
from tests.conversation.talk import OPEN, PHONE

HARBOR = Path(__file__).parents[2] / "evals" / "packs" / "harbor-dental"


@lru_cache(maxsize=1)
def harbor() -> tuple[Pack, Reader]:
    pack = load(HARBOR / "graphs", HARBOR / "prompts")
    return pack, reader_of(pack)


def asked(text: str, *, reason: str | None = None, before: str = "") -> str | None:
    """The declared question that `text` asks, while a visit for `reason` is booked."""
    pack, reader = harbor()
    facts = {"reason": reason} if reason else {}
    dialogue = Dialogue(goal=Goal.BOOK, asked="who") if reason else Dialogue()
    turn = TurnInput(
        texts=(UnansweredText(InboxId("in_1"), text, OPEN),),
        state=ConversationState(facts=facts, dialogue=dialogue, last_intents=(before,)),
        contact=Contact(ContactId("c_1"), PHONE),
        pack=pack,
        now=OPEN,
    )
    return in_context(turn, reader, Intent("question", 0.5, words=text)).faq_id


@pytest.mark.parametrize(
    ("text", "reason", "entry"),
    [
        ("how long does it take?", "checkup", "cleaning_time"),
        ("does it hurt?", "whitening", "whitening_comfort"),
        ("how does it work", "whitening", "whitening"),
        ("how long does it take?", "whitening", None),
        ("how long does it take?", None, None),
        ("does it hurt?", "checkup", None),
        ("how much is it with aetna?", "checkup", None),
        ("can my mother come with me?", "checkup", None),
        ("it takes long", "checkup", None),
    ],
)
def test_what_only_points_is_about_the_job_in_hand(
    text: str, reason: str | None, entry: str | None
) -> None:
    assert asked(text, reason=reason) == entry


@pytest.mark.parametrize(
    "text",
    [
        "are you open on thanksgiving?",
        "are you open the day after thanksgiving",
        "open christmas?",
        "abren el 25 de diciembre?",
    ],
)
def test_the_hours_of_a_day(text: str) -> None:
    assert asked(text) == "hours"


@pytest.mark.parametrize(
    "text",
    [
        "is the dentist in on thanksgiving",
        "i work on monday",
        "my mouth has been open since monday",
        "on friday the door was open",
        "can i eat on monday",
        "do you whiten on friday",
        "thanksgiving was great",
    ],
)
def test_a_day_alone_asks_no_hours(text: str) -> None:
    assert asked(text) is None


@pytest.mark.parametrize(
    ("text", "before", "entry"),
    [
        ("and on christmas?", "faq:hours", "hours"),
        ("what about the day after thanksgiving", "faq:hours", "hours"),
        ("y el viernes?", "faq:hours", "hours"),
        ("and on christmas?", "faq:parking", None),
        ("and on christmas?", "book", None),
        ("is parking free on christmas?", "faq:hours", None),
    ],
)
def test_another_day_is_asked_about_behind_the_hours(
    text: str, before: str, entry: str | None
) -> None:
    assert asked(text, before=before) == entry
