"""What is asked, said and offered on the way to an appointment."""

import pytest

from smsbot.conversation.booking.besides import asked_beside, for_whoever_comes, without_choice
from smsbot.conversation.booking.hearing import Heard
from smsbot.domain.act import ActKind
from smsbot.domain.question import Answer
from smsbot.language.choices import Pick, Taken
from tests.conversation.talk import detail, said, shipped
from tests.conversation.test_booking import Booking, talk

FIRST = Heard(pick=Pick(Taken.ONE, 0))
RENTS = Heard(answers=(Answer("owns_home", "no", "renter", (0, 6)),))


@pytest.mark.parametrize(
    ("words", "heard", "asked"),
    [
        ("renter. who pays?", RENTS, "who pays?"),
        ("renter, and who pays", RENTS, "and who pays"),
        ("renter", RENTS, ""),
        ("renter. can you text me before?", RENTS, ""),
        ("renter. can you do that?", RENTS, ""),
        ("1 and who pays", FIRST, "and who pays"),
        ("1? how long does it take", FIRST, "how long does it take"),
        ("who comes?", FIRST, ""),
        ("is 1 still ok?", FIRST, ""),
        ("no, do you have anything else?", Heard(pick=Pick(Taken.NONE)), ""),
    ],
)
def test_what_is_asked_beside_an_answer(words: str, heard: Heard, asked: str) -> None:
    assert asked_beside(words, heard) == asked


def test_a_choice_is_no_amount() -> None:
    assert without_choice("1 and how much is it", FIRST) == "and how much is it"
    assert without_choice("1 and how much for 2 drains", FIRST) == "and how much for 2 drains"


def test_what_of_a_remark_is_for_whoever_comes() -> None:
    both = "gate code is 4455, how much is it"
    assert for_whoever_comes(both, besides=True) == "gate code is 4455"
    assert for_whoever_comes("thats my mothers place", besides=False) == "thats my mothers place"
    assert for_whoever_comes("do you take cards", besides=True) == ""


def drain() -> Booking:
    return Booking(pack=shipped())


async def at_the_offers() -> Booking:
    one = drain()
    await one.say("clogged drain asap")
    await one.say("930 Corona St Denver 80218")
    return one


async def test_to_narrow_down_uses_up_no_round() -> None:
    one = await at_the_offers()
    for text in ("tuesday of next week", "in the morning", "after 10"):
        assert "Which works?" in said(await one.say(text))
    assert one.state.dialogue.rounds == 0


async def test_another_time_because_nothing_was_free_uses_up_no_round() -> None:
    one = await at_the_offers()
    for text in ("sunday", "thursday at 6am", "sunday 3pm", "monday at 5am"):
        assert "nothing free then" in said(await one.say(text))
    assert one.state.dialogue.rounds == 0


async def test_three_refusals_end_with_a_person() -> None:
    one = await at_the_offers()
    await one.say("no")
    await one.say("no")
    assert detail(await one.say("no")) == "no_slot_fits"


async def test_a_day_that_was_asked_for_is_let_go_of() -> None:
    one = await at_the_offers()
    await one.say("monday")
    assert "Nov 30" not in said(await one.say("not monday"))


async def test_an_address_without_its_zip_is_asked_for_it_once() -> None:
    one = drain()
    await one.say("clogged drain asap")
    assert said(await one.say("1450 Race St")) == one.text("ask_zip")
    assert said(await one.say("no idea")).startswith("For your drain cleaning: 1) ")
    assert one.state.facts["address"] == "1450 Race St"


async def test_a_zip_alone_is_asked_for_its_street_and_then_a_person() -> None:
    one = drain()
    await one.say("clogged drain asap")
    assert said(await one.say("80202")) == one.text("ask_street")
    assert said(await one.say("blue")).endswith(one.text("ask_street"))
    assert detail(await one.say("green")) == "unanswered"


async def test_without_a_territory_no_zip_is_asked() -> None:
    one = talk()
    await one.say("repair, my water heater is leaking")
    assert "1) " in said(await one.say("12 Elm St"))


async def test_what_is_moved_is_kept_until_another_time_is_chosen() -> None:
    one = await at_the_offers()
    booked = await one.say("1")
    assert booked.act is not None
    offered = said(await one.say("something came up"))
    assert offered.startswith("You keep ")
    assert "You keep" not in said(await one.say("monday morning"))
    assert list(one.appointments) == [booked.act.id]


@pytest.mark.parametrize("text", ["no thats ok", "never mind", "ill keep mine", "keep my spot"])
async def test_who_wants_no_other_time_keeps_theirs(text: str) -> None:
    one = await at_the_offers()
    await one.say("1")
    await one.say("something came up")
    kept = await one.say(text)
    assert said(kept).startswith("OK, nothing changes: drain cleaning, ")
    assert (kept.act, kept.state.dialogue.asked) == (None, None)


@pytest.mark.parametrize(
    "text", ["the 2nd, leave it at the door", "keep friday for me", "monday", "no", "none of them"]
)
async def test_who_chooses_or_refuses_keeps_nothing(text: str) -> None:
    one = await at_the_offers()
    await one.say("1")
    await one.say("something came up")
    assert "nothing changes" not in said(await one.say(text))


async def test_a_note_is_put_on_the_visit() -> None:
    one = await at_the_offers()
    booked = await one.say("1")
    noted = await one.say("i have two dogs")
    assert booked.act is not None
    assert noted.act is not None
    assert (noted.act.kind, noted.act.id) == (ActKind.NOTE, booked.act.id)
    assert noted.act.note == "i have two dogs"


async def test_a_question_that_was_not_understood_comes_with_its_choices() -> None:
    one = drain()
    await one.say("i need a repair")
    assert "1) heating 2) AC " in said(await one.say("asdf qwer"))
    await one.say("2")
    assert one.state.facts["equipment"] == "ac"
