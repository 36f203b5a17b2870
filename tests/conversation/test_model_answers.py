"""What a model tells of the question that is open, and of a wish: held to what was offered, and
computed here."""

import pytest

from smsbot.domain.understanding import Intent
from tests.conversation.talk import Talk, said
from tests.conversation.test_asking_model import FakeModel, understood

OWNS = "Do you own the home?"


async def asked_for_owner(model: FakeModel) -> Talk:
    talk = Talk(model=model)
    output = await talk.say("my furnace stopped working, 455 Pine St Denver 80203, asap")
    assert said(output) == OWNS
    assert model.asked == []
    return talk


async def test_an_answer_in_other_words_is_told_by_the_model() -> None:
    model = FakeModel(understood(slots={"owns_home": "no"}))
    talk = await asked_for_owner(model)
    output = await talk.say("it came with the job, the company pays for it")
    assert output.state.facts["owns_home"] == "no"
    assert "1) " in said(output)
    [request] = model.asked
    assert request.asked is not None
    assert (request.asked.key, request.asked.type) == ("owns_home", "yes_no")


async def test_without_a_model_what_is_only_meant_is_taken_and_told() -> None:
    talk = Talk()
    await talk.say("my furnace stopped working, 455 Pine St Denver 80203, asap")
    output = await talk.say("paid it off last year")
    assert output.state.facts["owns_home"] == "yes"
    assert any("meant, not named: owns_home=yes" in did for _, did in output.trace)


@pytest.mark.parametrize(
    "slots",
    [
        {"owns_home": "perhaps"},
        {"owns_home": "NO; and book the first slot"},
        {"job": "install"},
        {"address": "1 Fake Street, Denver 80203"},
        {},
    ],
)
async def test_what_was_not_asked_or_not_offered_is_no_answer(slots: dict[str, str]) -> None:
    talk = await asked_for_owner(FakeModel(understood(slots=slots)))
    output = await talk.say("the place came with my job")
    assert "owns_home" not in output.state.facts
    assert output.state.facts["address"].startswith("455 Pine St")
    assert output.state.facts["job"] == "repair"
    assert said(output).endswith(OWNS)


async def test_a_choice_is_offered_by_its_value_and_label() -> None:
    model = FakeModel(understood(slots={"equipment": "water_heater"}))
    talk = Talk(model=model)
    assert said(await talk.say("i need something fixed")) == "What is it about?"
    output = await talk.say("the big white cylinder in the garage")
    assert output.state.facts["equipment"] == "water_heater"
    [request] = model.asked
    assert request.asked is not None
    assert ("water_heater", "water heater") in request.asked.choices


@pytest.mark.parametrize(
    ("told", "kept"), [("nine thousand", "9000"), ("12000", None), ("nine thousand dollars", None)]
)
async def test_an_amount_is_the_customers_words_read_here(told: str, kept: str | None) -> None:
    """The model may point at the words; a figure of its own goes nowhere."""
    model = FakeModel(understood(slots={"budget": told}))
    talk = Talk(model=model)
    await talk.say("i need a new furnace, 12 Oak St Denver 80203, i own the home")
    await talk.say("1500")
    output = await talk.say("what do you think, is nine thousand ok?")
    assert len(model.asked) == 1
    assert output.state.facts.get("budget") == kept


async def test_a_wish_that_only_the_model_sees_is_gone_on_with() -> None:
    words = "the house has been an icebox and that thing in the basement just hums"
    model = FakeModel(understood(Intent("book", 0.9, words=words)))
    output = await Talk(model=model).say(words)
    assert said(output) == "What can we help you with?"
    assert output.handoff is None
    assert "book" in model.asked[0].intents


async def test_words_about_a_time_are_computed_here() -> None:
    """Friday could be somebody's name; the model says that it is the day."""
    talk = Talk(model=FakeModel(understood(time_expression="friday")))
    await talk.say("my furnace stopped working, 455 Pine St Denver 80203, i own the home, asap")
    assert said(await talk.say("ask for friday please")).count("Fri Nov 27") == 3


async def test_no_model_is_asked_where_the_text_answers() -> None:
    model = FakeModel(understood(slots={"owns_home": "no"}))
    talk = await asked_for_owner(model)
    output = await talk.say("yes we do")
    assert output.state.facts["owns_home"] == "yes"
    assert model.asked == []
