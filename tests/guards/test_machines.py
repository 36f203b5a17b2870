"""Other machines, floods, suppression and owners."""

import pytest

from smsbot.domain.conversation import Owner
from smsbot.domain.guard import Action, GuardFacts
from tests.guards.support import ask, hears, shipped

LIMITS = shipped().flood


@pytest.mark.parametrize(
    "text",
    [
        "I am currently out of the office and will respond when I return.",
        "Automatic reply: thank you for your message.",
        "I'm driving with Do Not Disturb turned on. I'll see your message when I get there.",
        "Msg & data rates may apply. Reply STOP to unsubscribe.",
        "This mailbox is not monitored.",
        "Respuesta automática: estoy fuera",
        "Réponse automatique : absent du bureau",
        # The network takes these for complaints, by a hair.
        "This is an automatic reply. I am out of the office until Monday.",
        "Automatic reply: I will be away from my desk and will respond on Tuesday.",
    ],
)
def test_what_a_machine_wrote_is_not_answered(text: str) -> None:
    assert ask(text).action is Action.AUTO_REPLY


@pytest.mark.parametrize(
    "text",
    [
        "I'm out of the office tomorrow so come then",
        "is this an automated message",
        "the gate code is 4411",
        "thanks for reaching out, 3pm works",
        "I'm driving there now",
    ],
)
def test_what_a_person_wrote_is(text: str) -> None:
    assert hears(text, Action.AUTO_REPLY) is None


SENTENCE = "How can I help you today?"


@pytest.mark.parametrize(
    ("text", "before", "loops"),
    [
        (SENTENCE, (SENTENCE,) * (LIMITS.same_text_repeated - 1), True),
        (SENTENCE, (SENTENCE,) * (LIMITS.same_text_repeated - 2), False),
        (SENTENCE, ("how can i help you today", "ok", SENTENCE.upper(), "ok", SENTENCE), True),
        # People answer "yes" again and again.
        ("yes", ("yes",) * LIMITS.same_text_repeated, False),
        ("yes", ("yes",) * (2 * LIMITS.same_text_repeated - 1), True),
        ("👍", ("👍",) * (2 * LIMITS.same_text_repeated - 1), True),
        ("👍", ("🎉",) * (2 * LIMITS.same_text_repeated - 1), False),
        (SENTENCE, (), False),
    ],
)
def test_two_bots_do_not_talk_all_night(text: str, before: tuple[str, ...], loops: bool) -> None:
    verdict = ask(text, GuardFacts(recent_bodies=before)).of(Action.AUTO_REPLY)
    assert (verdict is not None and verdict.rule == "auto_reply.loop") is loops


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        (GuardFacts(texts_last_30s=LIMITS.texts_per_30s), "flood.burst"),
        (GuardFacts(texts_last_hour=LIMITS.texts_per_hour), "flood.hour"),
        (GuardFacts(replies_last_hour=LIMITS.replies_per_hour), "flood.replies"),
        (GuardFacts(texts_last_30s=LIMITS.texts_per_30s - 1), "pass"),
        (GuardFacts(texts_last_hour=LIMITS.texts_per_hour - 1), "pass"),
        (GuardFacts(replies_last_hour=LIMITS.replies_per_hour - 1), "pass"),
    ],
)
def test_a_flood_is_seen_above_its_limit(facts: GuardFacts, rule: str) -> None:
    assert ask("are you open tomorrow", facts).winner.rule == rule


@pytest.mark.parametrize(
    ("owner", "rule"),
    [
        (Owner.BOT, "pass"),
        (Owner.WAITING, "owned.waiting"),
        (Owner.REP, "owned.rep"),
        (Owner.CLOSED, "pass"),
    ],
)
def test_the_bot_is_silent_where_a_person_owns(owner: Owner, rule: str) -> None:
    assert ask("are you open tomorrow", GuardFacts(owner=owner)).winner.rule == rule


def test_the_suppressed_are_not_answered_and_danger_still_speaks() -> None:
    decision = ask("there is a gas leak", GuardFacts(suppressed=True))
    assert decision.action is Action.SUPPRESSED
    assert decision.of(Action.EMERGENCY)
