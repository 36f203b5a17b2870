"""Each intent has one way to go."""

import pytest

from smsbot.conversation.asking_model import OFFERED
from smsbot.conversation.history import asked_last
from smsbot.conversation.intents import WISHES
from smsbot.conversation.person import NEEDS
from smsbot.conversation.routes import ROUTES, plan_of
from smsbot.conversation.turn import TurnInput
from smsbot.conversation.visits import OWN_APPOINTMENT, OfVisit
from smsbot.conversation.whys import WHY
from smsbot.conversation.wishes import WISHES as CERTAIN
from smsbot.conversation.work import Branch
from smsbot.domain.contact import Contact
from smsbot.domain.ids import ContactId
from smsbot.domain.understanding import Intent
from tests.conversation.talk import OPEN, PHONE, ConversationState, entry, shipped, with_answers

History = tuple[tuple[str, str], ...]
SPOKEN: History = (("customer", "what are your hours"), ("bot", "We're open every day."))
REP_ASKED: History = (("rep", "Does 3 PM suit you?"),)
BOT_ASKED: History = (("bot", "Thanks for texting. What can we help you with?"),)
OFFER = "Shall we book a visit?"
OFFERED_BY_BOT: History = (("bot", f"Yes, we do. {OFFER}"),)


def way(intent: Intent, history: History = ()) -> tuple[Branch, str]:
    pack = with_answers(shipped(), entry("visit", "do you visit", "Yes, we do.", OFFER))
    contact = Contact(ContactId("con_1"), PHONE)
    turn = TurnInput((), ConversationState(), contact, pack, OPEN, history=history)
    [step] = plan_of(turn, [intent])
    return step.branch, step.why


def test_every_intent_that_may_arise_has_a_way() -> None:
    offline = {"question", "statement", "unclear", "human", "media", "introduction", "reaction"}
    own = {*OfVisit, OWN_APPOINTMENT, WHY, *CERTAIN}
    assert {*offline, *OFFERED, *WISHES, *own, "greeting"} == set(ROUTES)


def test_every_hand_off_has_its_words_for_the_person() -> None:
    handed = {name for name, branch in ROUTES.items() if branch is Branch.HAND_OFF}
    assert {*handed, "answer", "accepted"} <= set(NEEDS)


@pytest.mark.parametrize("name", ["question", "statement", "unclear", "human", "media"])
def test_what_needs_a_person_gets_one(name: str) -> None:
    assert way(Intent(name, 1.0)) == (Branch.HAND_OFF, name)


def test_an_answer_is_sent_only_from_the_declared_confidence_on() -> None:
    at = shipped().faq.answer_at
    assert way(Intent("faq", at, faq_id="visit")) == (Branch.FAQ, "faq")
    assert way(Intent("faq", at - 0.01, faq_id="visit")) == (Branch.HAND_OFF, "question")


@pytest.mark.parametrize("name", ["thanks", "goodbye", "affirm", "deny"])
def test_a_courtesy_is_answered_once_and_not_after_what_we_said(name: str) -> None:
    assert way(Intent(name, 1.0)) == (Branch.SMALL_TALK, name)
    assert way(Intent(name, 1.0), SPOKEN) == (Branch.NOTHING, "courtesy")
    assert way(Intent(name, 1.0), BOT_ASKED) == (Branch.SMALL_TALK, name)


@pytest.mark.parametrize("name", ["affirm", "deny"])
def test_the_answer_to_a_persons_question_is_that_persons(name: str) -> None:
    assert way(Intent(name, 1.0), REP_ASKED) == (Branch.HAND_OFF, "answer")


def test_a_yes_to_what_an_answer_offered_needs_a_person() -> None:
    assert way(Intent("affirm", 1.0), OFFERED_BY_BOT) == (Branch.HAND_OFF, "accepted")
    assert way(Intent("deny", 1.0), OFFERED_BY_BOT) == (Branch.SMALL_TALK, "deny")


@pytest.mark.parametrize("history", [(), SPOKEN, REP_ASKED, BOT_ASKED])
def test_whether_it_is_a_bot_is_always_answered(history: History) -> None:
    assert way(Intent("is_bot", 1.0), history) == (Branch.SMALL_TALK, "is_bot")


def test_who_only_says_a_name_is_greeted() -> None:
    assert way(Intent("introduction", 1.0)) == (Branch.SMALL_TALK, "greeting")


def test_the_question_that_was_asked_last() -> None:
    assert asked_last(BOT_ASKED) == ("bot", "What can we help you with?")
    assert asked_last((*BOT_ASKED, ("customer", "hm"))) is None
    assert asked_last(SPOKEN) is None
    assert asked_last(()) is None
