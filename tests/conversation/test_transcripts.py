"""What the bot says over the shipped pack, turn by turn; the state goes through JSON each time."""

import datetime as dt

import pytest

from smsbot.domain.draft import DraftKind
from smsbot.domain.event import EventType
from smsbot.language.segments import segments
from smsbot.pack.load import sealed
from tests.conversation.talk import (
    NIGHT,
    PHONE,
    Talk,
    detail,
    entry,
    said,
    shipped,
    with_answers,
)

WHEN_DUE = "today at 11:30 AM"
WHEN_OPEN = "tomorrow at 8:00 AM"


async def test_a_first_text_is_answered_with_who_answers() -> None:
    talk = Talk(first=True)
    output = await talk.say("what are your hours")
    assert said(output) == f"{talk.text('first_contact')} {talk.answer('hours')}"
    assert output.handoff is None
    assert talk.state.disclosed_at == talk.now
    assert output.tags == {"last_intent": "faq:hours", "language": "en"}


async def test_later_texts_are_not() -> None:
    talk = Talk(first=True)
    await talk.say("hi")
    output = await talk.say("are you licensed")
    assert said(output) == talk.answer("licensed")


async def test_the_draft_says_what_it_answers_and_what_proves_it() -> None:
    talk = Talk(first=True)
    output = await talk.say("what are your hours", "do you fix roofs")
    [draft] = output.drafts
    assert (draft.kind, draft.to, draft.answers) == (DraftKind.REPLY, PHONE, ("in_1", "in_2"))
    assert draft.source.startswith("first_contact@en:")
    assert " + faq:hours@en:" in draft.source
    assert shipped().faq.entries[0].answer["en"] in draft.evidence
    assert {node for node, _ in output.trace} == {
        *("understand", "route", "faq", "handoff", "compose", "check"),
    }


async def test_several_questions_get_one_reply() -> None:
    talk = Talk()
    output = await talk.say("what are your hours and do you take credit cards?")
    assert said(output) == f"{talk.answer('hours')} {talk.answer('payment')}"
    assert output.handoff is None


async def test_a_burst_is_read_as_one() -> None:
    talk = Talk()
    assert said(await talk.say("what are", "your hours", "thanks")) == talk.answer("hours")


async def test_what_is_known_is_answered_and_the_rest_goes_to_a_person() -> None:
    talk = Talk()
    output = await talk.say("what are your hours and do you fix roofs?")
    rest = talk.text("handoff_rest", when=WHEN_DUE)
    assert said(output) == f"{talk.answer('hours')} {rest}"
    assert detail(output) == "question"
    assert output.handoff is not None
    assert output.handoff.context.question == "and do you fix roofs?"
    assert output.drafts[0].while_waiting


async def test_what_there_is_no_room_for_goes_to_a_person_who_is_promised() -> None:
    asked = {
        "hours": "what are your hours",
        "location": "where are you located",
        "payment": "do you take credit cards",
        "licensed": "are you licensed",
    }
    talk = Talk(first=True)
    output = await talk.say(", ".join(asked.values()))
    body = said(output)
    answered = [one for one in asked if talk.answer(one) in body]
    assert answered == list(asked)[: len(answered)] != []
    assert body.endswith(talk.text("handoff_rest", when=WHEN_DUE))
    assert segments(body).count <= 2
    assert detail(output) == "overflow"
    assert output.handoff is not None
    left = "\n".join(asked[one] for one in asked if one not in answered)
    assert output.handoff.context.question == left


async def test_an_unknown_question_is_never_answered_by_the_bot() -> None:
    talk = Talk(name="Ana", first=True)
    output = await talk.say("do you fix roofs?")
    assert said(output) == f"{talk.text('first_contact')} {talk.text('handoff', when=WHEN_DUE)}"
    handoff = output.handoff
    assert handoff is not None
    assert handoff.reason == "Asked what no approved answer covers"
    assert handoff.queue_hint == "question"
    assert handoff.context.question == "do you fix roofs?"
    assert handoff.context.facts == {"name": "Ana", "language": "en"}
    assert handoff.context.last_messages == (("customer", "do you fix roofs?"),)
    assert handoff.context.link == "https://desk.example/contacts/con_1"
    assert handoff.context.next_step
    assert talk.state.open_question == "do you fix roofs?"


async def test_after_hours_the_promise_names_the_opening() -> None:
    talk = Talk(now=NIGHT)
    output = await talk.say("do you fix roofs?")
    later = talk.text("handoff_after_hours", when=WHEN_OPEN)
    assert said(output) == f"{later} {talk.text('after_hours_urgent')}"


async def test_a_price_goes_to_whoever_sells_and_the_promise_knows_their_time() -> None:
    talk = Talk()
    output = await talk.say("how much is a new furnace")
    assert detail(output) == "pricing"
    assert shipped().business.routing.by_reason["pricing"] == "sales"
    assert said(output) == talk.text("handoff_pricing", when="today at 11:15 AM")


async def test_a_business_that_never_opens_promises_no_time() -> None:
    closed = shipped().business.model_copy(update={"hours": {}})
    talk = Talk(pack=sealed(shipped().model_copy(update={"business": closed})))
    assert said(await talk.say("do you fix roofs?")) == talk.text("holding")


# ---- a person, and whether this is one ----------------------------------------------------------


async def test_whether_it_is_a_bot_is_answered_truthfully_first() -> None:
    talk = Talk(first=True)
    output = await talk.say("are you a bot?")
    brand = shipped().business.brand
    assert said(output) == f"{brand}: {talk.text('is_bot')}"
    assert talk.state.disclosed_at == talk.now


@pytest.mark.parametrize(
    "text",
    [
        "what are your hours, and are you a bot?",
        "do you fix roofs? is this a real person",
        "hi there am i talking to a robot and do you take credit cards",
        "i dont think you are a bot but are you human",
        "u real? whats ur phone number",
    ],
)
async def test_and_so_it_is_among_other_things(text: str) -> None:
    talk = Talk(first=True)
    assert talk.text("is_bot") in said(await talk.say(text))


@pytest.mark.parametrize("text", ["hi", "thanks", "ok", "this is Ana", "no", "hi are you licensed"])
async def test_a_pack_without_small_talk_serves_as_well(text: str) -> None:
    small_talk = shipped().small_talk.model_copy(update={"entries": ()})
    talk = Talk(pack=sealed(shipped().model_copy(update={"small_talk": small_talk})))
    output = await talk.say(text)
    assert output.drafts or output.handoff or output.events


async def test_and_in_a_pack_that_declares_no_small_talk() -> None:
    small_talk = shipped().small_talk.model_copy(update={"entries": ()})
    talk = Talk(pack=sealed(shipped().model_copy(update={"small_talk": small_talk})))
    assert said(await talk.say("are you a bot?")) == talk.text("is_bot")
    assert said(await talk.say("eres un robot?")) == talk.text("is_bot", "es")


async def test_a_wish_for_a_person_comes_before_everything_else() -> None:
    talk = Talk()
    output = await talk.say("what are your hours? actually can i talk to a real person")
    assert detail(output) == "human"
    assert said(output).startswith(talk.answer("hours"))


async def test_the_answer_to_a_persons_question_goes_back_to_a_person() -> None:
    talk = Talk()
    talk.rep_says("Does 3 PM work for you?")
    assert detail(await talk.say("yes")) == "answer"


# ---- courtesies, reactions, nothing -------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "Thanks!",
        "👍",
        "thx",
        "sounds good",
        "bye",
        "Liked “Our office is at 410 Juniper Way”",
    ],
)
async def test_a_courtesy_after_an_answer_needs_no_reply(text: str) -> None:
    talk = Talk()
    await talk.say("where are you located")
    output = await talk.say(text)
    assert output.drafts == ()
    assert output.handoff is None
    [event] = output.events
    assert event.type is EventType.TURN_QUIET
    assert "nothing was asked" in event.reason


async def test_a_courtesy_out_of_the_blue_is_answered() -> None:
    talk = Talk(first=True)
    assert said(await talk.say("thanks")) == f"{talk.text('first_contact')} {talk.text('thanks')}"


async def test_thanks_with_a_question_is_a_question() -> None:
    talk = Talk()
    await talk.say("where are you located")
    assert said(await talk.say("thanks! are you licensed")) == talk.answer("licensed")


@pytest.mark.parametrize("body", ["", "   ", "\n\n"])
async def test_an_empty_text_gets_no_reply_and_a_reason(body: str) -> None:
    output = await Talk(first=True).say(body)
    assert (output.drafts, output.handoff) == ((), None)
    assert "empty" in output.events[0].reason


async def test_our_own_words_in_a_reaction_are_not_asked() -> None:
    talk = Talk()
    await talk.say("what are your hours")
    output = await talk.say(f"Questioned “{talk.answer('hours')}”")
    assert detail(output) == "statement"


async def test_quoted_words_are_words() -> None:
    assert detail(await Talk().say('no no he said "do you like roofs"')) == "statement"


async def test_a_signature_of_the_phone_says_nothing() -> None:
    talk = Talk()
    assert said(await talk.say("what are your hours\nSent from my iPhone")) == talk.answer("hours")


@pytest.mark.parametrize("text", ["???", "😡", "so what do you", "..."])
async def test_what_cannot_be_understood_at_all_goes_to_a_person(text: str) -> None:
    talk = Talk()
    output = await talk.say(text)
    assert detail(output) == "unclear"
    assert said(output) == talk.text("not_understood")


async def test_a_statement_is_not_ignored() -> None:
    talk = Talk(first=True)
    output = await talk.say("there is water all over my basement")
    assert detail(output) == "statement"
    assert talk.text("handoff", when=WHEN_DUE) in said(output)


# ---- pictures -----------------------------------------------------------------------------------


async def test_a_picture_without_words_is_looked_at_by_a_person() -> None:
    talk = Talk()
    output = await talk.say("", media=1)
    assert said(output) == talk.text("media_received")
    assert detail(output) == "media"


async def test_after_hours_that_person_is_promised_for_the_opening() -> None:
    talk = Talk(now=NIGHT)
    later = talk.text("handoff_after_hours", when=WHEN_OPEN)
    assert said(await talk.say("", media=2)) == f"{talk.text('media_received')} {later}"


async def test_a_picture_with_a_known_question_gets_both() -> None:
    talk = Talk()
    output = await talk.say("do you work on lennox?", media=1)
    assert said(output) == f"{talk.answer('brands')} {talk.text('media_received')}"
    assert detail(output) == "media"


# ---- languages ----------------------------------------------------------------------------------


async def test_spanish_is_answered_in_spanish() -> None:
    talk = Talk(first=True)
    output = await talk.say("hola, cuál es su horario?")
    assert said(output) == f"{talk.text('first_contact', 'es')} {talk.answer('hours', 'es')}"
    assert talk.state.language == "es"
    assert output.handoff is None


async def test_an_unknown_question_in_spanish_is_promised_in_spanish() -> None:
    talk = Talk()
    output = await talk.say("arreglan techos de casas?")
    assert said(output) == talk.text("handoff", "es", when="hoy a las 11:30 AM")
    assert detail(output) == "question"


async def test_an_answer_that_exists_in_english_only_brings_a_person_too() -> None:
    lacking = entry("commercial", "hacen trabajos para empresas", "We mostly work on homes.")
    asked = lacking
    talk = Talk(pack=with_answers(shipped(), asked))
    output = await talk.say("hola, hacen trabajos para empresas?")
    assert said(output) == f"{talk.answer(lacking.id)} {talk.text('language_handoff', 'es')}"
    assert detail(output) == "language"


async def test_a_language_that_we_do_not_have_goes_to_a_person() -> None:
    talk = Talk()
    output = await talk.say("你好，你们几点开门")
    assert said(output) == talk.text("language_handoff")
    assert detail(output) == "language"
    assert talk.state.language == "en"


# ---- memory -------------------------------------------------------------------------------------


async def test_three_unknown_texts_get_one_promise() -> None:
    talk = Talk()
    outputs = [await talk.say(text) for text in ("do you fix roofs?", "and gutters?", "my fence")]
    assert [len(output.drafts) for output in outputs] == [1, 0, 0]
    assert [detail(output) for output in outputs] == ["question", "question", "statement"]
    assert "already knows" in outputs[1].events[0].reason
    assert talk.state.misunderstood == 3


async def test_what_is_known_is_answered_all_the_same() -> None:
    talk = Talk()
    await talk.say("do you fix roofs?")
    output = await talk.say("what are your hours, and do you do gutters?")
    assert said(output) == talk.answer("hours")
    assert detail(output) == "question"


async def test_a_promise_is_made_again_after_an_hour() -> None:
    talk = Talk()
    await talk.say("do you fix roofs?")
    talk.now += dt.timedelta(minutes=61)
    assert len((await talk.say("and gutters?")).drafts) == 1


async def test_after_a_person_the_bot_begins_anew() -> None:
    talk = Talk()
    await talk.say("do you fix roofs?")
    talk.rep_says("We don't, sorry.")
    talk.returned_to_bot()
    assert said(await talk.say("are you licensed")) == talk.answer("licensed")
    assert talk.state.open_question is None
    output = await talk.say("do you fix gutters?")
    assert said(output) == talk.text("handoff", when=WHEN_DUE)
    assert output.handoff is not None
    assert output.handoff.context.question == "do you fix gutters?"


async def test_a_person_who_spoke_in_between_ends_the_promise() -> None:
    talk = Talk()
    await talk.say("do you fix roofs?")
    talk.rep_says("We don't, sorry.")
    assert len((await talk.say("and gutters?")).drafts) == 1


async def test_a_turn_without_a_person_clears_what_was_open() -> None:
    talk = Talk()
    await talk.say("do you fix roofs?")
    await talk.say("are you licensed")
    assert (talk.state.open_question, talk.state.promised_at, talk.state.misunderstood) == (
        None, None, 0,
    )  # fmt: skip


async def test_names_are_kept_unless_the_crm_has_one() -> None:
    talk = Talk()
    output = await talk.say("hi this is Ana")
    assert said(output) == talk.text("greeting")
    assert talk.state.facts == {"name": "Ana"}
    known = Talk(name="Ana Ruiz")
    await known.say("hi this is Ana")
    assert known.state.facts == {}


async def test_the_latest_intents_are_remembered_newest_first() -> None:
    talk = Talk()
    for text in ("hi", "are you licensed", "what are your hours", "👍", "do you fix roofs"):
        await talk.say(text)
    assert talk.state.last_intents == (
        *("question", "affirm", "faq:hours", "faq:licensed", "greeting"),
    )


# ---- follow-ups ---------------------------------------------------------------------------------

VISIT = entry("visit", "do you make house calls", "Yes, we do.", "Shall a person set one up?")


async def test_a_follow_up_question_goes_with_a_single_answer() -> None:
    talk = Talk(pack=with_answers(shipped(), VISIT))
    assert said(await talk.say("do you make house calls")) == f"Yes, we do. {VISIT.follow_up}"
    assert detail(await talk.say("yes")) == "accepted"


async def test_a_declined_follow_up_is_acknowledged() -> None:
    talk = Talk(pack=with_answers(shipped(), VISIT))
    await talk.say("do you make house calls")
    output = await talk.say("no thanks")
    assert said(output) == talk.text("declined")
    assert output.handoff is None


async def test_no_follow_up_beside_a_promise() -> None:
    talk = Talk(pack=with_answers(shipped(), VISIT))
    body = said(await talk.say("do you make house calls? and do you fix roofs?"))
    assert "?" not in body
