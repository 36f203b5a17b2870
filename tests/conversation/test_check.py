"""A reply that doesn't stand is withheld, and a person is told."""

from smsbot.domain.event import EventType
from tests.conversation.talk import Talk, detail, entry, shipped, with_answers

RESERVED = entry("book", "can i book online", "Reply YES to book a visit.")
ENDLESS = entry("book", "can i book online", "We are glad that you ask. " * 20)
TWO_QUESTIONS = entry("book", "can i book online", "Which day? Which hour?")


async def test_a_reserved_word_as_an_answer_is_withheld_as_a_defect() -> None:
    talk = Talk(pack=with_answers(shipped(), RESERVED))
    output = await talk.say("can i book online")
    assert output.drafts == ()
    assert detail(output) == "defect"
    [event] = output.events
    assert event.type is EventType.DEFECT
    assert "YES" in event.reason
    assert event.data["body"] == RESERVED.answer["en"]
    assert talk.state.disclosed_at is None


async def test_an_answer_that_is_too_long_is_left_to_a_person() -> None:
    talk = Talk(pack=with_answers(shipped(), ENDLESS))
    output = await talk.say("can i book online")
    assert detail(output) == "overflow"
    assert [d.body for d in output.drafts] == [talk.text("handoff", when="today at 11:30 AM")]


async def test_no_reply_asks_twice() -> None:
    talk = Talk(pack=with_answers(shipped(), TWO_QUESTIONS))
    output = await talk.say("can i book online")
    assert detail(output) == "overflow"


async def test_every_shipped_answer_fits_into_a_first_reply() -> None:
    for one in shipped().faq.entries:
        answers = {Talk().answer(one.id, language) for language in one.answer}
        for question in one.questions:
            output = await Talk(first=True).say(question)
            [draft] = output.drafts
            assert any(answer in draft.body for answer in answers), question
            assert detail(output) in (None, "language"), question
