"""A booking by text, from the first question to the last change of mind."""

from dataclasses import dataclass, field, replace

from smsbot.conversation import Conversation
from smsbot.conversation.turn import TurnInput, TurnOutput
from smsbot.domain.act import ActKind
from smsbot.domain.booking import Appointment, BookingState, Slot
from smsbot.domain.ids import AppointmentId, ContactId, ConversationId
from smsbot.pack.booking import Service
from smsbot.pack.load import sealed
from smsbot.pack.models import Pack
from tests.conversation.booking_pack import booking_pack
from tests.conversation.talk import Talk, detail, said, shipped


@dataclass
class Booking(Talk):
    """A talk whose acts are carried out as the pipeline would; `taken` are lost to others."""

    appointments: dict[str, Appointment] = field(default_factory=dict)
    taken: list[Slot] = field(default_factory=list)

    async def say(self, *bodies: str, media: int = 0) -> TurnOutput:
        bot = self._bot
        self._bot = _Calendar(self, bot)  # type: ignore[assignment]
        try:
            output = await super().say(*bodies, media=media)
        finally:
            self._bot = bot
        self._carry_out(output)
        return output

    def _carry_out(self, output: TurnOutput) -> None:
        act = output.act
        if act is None:
            return
        for gone in (act.old, act.id if act.kind is ActKind.CANCEL else None):
            self.appointments.pop(gone or "", None)
        if act.slot:
            state = BookingState.HELD if act.kind is ActKind.HOLD else BookingState.BOOKED
            self.appointments[act.id] = Appointment(
                act.id,
                ContactId("con_1"),
                ConversationId("cnv_1"),
                act.slot,
                state,
                act.expires_at,
                act.place,
            )


@dataclass
class _Calendar:
    talk: Booking
    bot: Conversation

    async def run(self, turn: TurnInput) -> TurnOutput:
        made = AppointmentId(f"apt_{len(self.talk.inputs)}")
        return await self.bot.run(
            replace(
                turn,
                appointments=tuple(self.talk.appointments.values()),
                lost=tuple(self.talk.taken),
                new_id=made,
            )
        )


def changed(*services: Service, **booking: object) -> Pack:
    """The pack with these services, and what else is declared for all of them."""
    pack = booking_pack()
    assert pack.booking is not None
    declared = {"services": services or pack.booking.services, **booking}
    return sealed(pack.model_copy(update={"booking": pack.booking.model_copy(update=declared)}))


def service(service_id: str, **update: object) -> Service:
    declared = booking_pack().booking
    assert declared is not None
    return declared.service(service_id).model_copy(update=update)


async def test_answers_that_no_service_is_for_are_never_booked_as_another() -> None:
    one = Booking(pack=changed(service("drain"), service("tune_up")))
    await one.say("I need my furnace fixed")
    output = await one.say("12 Elm St")
    assert detail(output) == "no_service"
    assert "1) " not in said(output)


async def test_answers_for_a_person_book_nothing_even_where_the_service_is_named() -> None:
    one = Booking(pack=changed(to_person=({"job": ("drain",)},)))
    await one.say("my kitchen sink is clogged, 2 bathrooms")
    assert detail(await one.say("12 Elm St, drain cleaning please")) == "no_service"


async def test_an_answer_after_the_offer_that_rules_the_service_out_books_nothing() -> None:
    only_repair = service("repair", when={"job": ("repair",)})
    one = Booking(pack=changed(only_repair))
    await one.say("I need my furnace fixed")
    assert "1) " in said(await one.say("12 Elm St"))
    output = await one.say("actually I need a tune-up")
    assert output.act is None
    assert detail(output) == "no_service"


async def test_of_services_that_only_their_names_tell_apart_the_named_one_is_booked() -> None:
    named = (service("repair"), service("tune_up", when={}))
    one = Booking(pack=changed(*named))
    await one.say("I want to book maintenance for my furnace")
    assert "tune-up" in said(await one.say("12 Elm St"))


def talk(**given: object) -> Booking:
    return Booking(pack=booking_pack(), **given)  # type: ignore[arg-type]


async def test_from_a_question_to_a_booking_a_move_and_a_cancellation() -> None:
    one = talk(first=True)
    assert "What do you need" in said(await one.say("is this still available?"))
    asked = await one.say("repair, my water heater is leaking")
    assert "street address" in said(asked)
    assert asked.tags["job_type"] == "repair"
    assert asked.tags["equipment"] == "water_heater"
    assert "1) " in said(await one.say("12 Elm St"))
    nothing = said(await one.say("neither, thursday after 3?"))  # Thanksgiving: closed
    assert nothing.startswith("Nothing is free then. The nearest I have: 1) Wed Nov 25, 4:30 PM")
    booked = await one.say("3")
    assert said(booked).startswith("You're booked: repair visit, Fri Nov 27, 8:30 AM MT, at ")
    assert booked.act is not None
    assert booked.act.kind is ActKind.BOOK
    assert booked.tags["stage"] == "Booked"
    assert "8:00 AM" in said(await one.say("can you move it to friday morning"))
    moved = await one.say("1")
    assert said(moved).startswith("Moved: your repair visit is now Fri Nov 27, 8:00 AM MT.")
    assert moved.act is not None
    assert moved.act.old == booked.act.id
    gone = await one.say("cancel my appointment")
    assert "Fri Nov 27, 8:00 AM is off the calendar" in said(gone)
    assert not one.appointments


async def test_several_facts_in_one_text_are_not_asked_again() -> None:
    one = talk()
    output = await one.say("my kitchen sink is clogged, 2 bathrooms")
    assert "street address" in said(output)
    assert output.state.facts["bathrooms"] == "2"


async def test_a_question_in_between_is_answered_and_ours_asked_again() -> None:
    one = talk()
    await one.say("need a plumber")
    for question in ("are you open saturday?", "do you take cards?", "are you a bot"):
        assert said(await one.say(question)).endswith("or a drain cleared?")
    assert "address" in said(await one.say("repair, a toilet"))


async def test_a_time_is_no_address() -> None:
    one = talk()
    await one.say("my kitchen sink is clogged, 2 bathrooms")
    assert "street address" in said(await one.say("tomorrow morning?"))
    offered = said(await one.say("742 Birch Ave"))
    assert offered.count("Wed Nov 25") == 3  # the morning that was named before


async def test_after_three_rounds_that_fit_nothing_a_person_takes_over() -> None:
    one = talk()
    await one.say("I need my furnace fixed")
    await one.say("12 Elm St")
    await one.say("none of these")
    await one.say("nope")
    assert detail(await one.say("no")) == "no_slot_fits"


async def test_a_lost_slot_is_said_and_replaced() -> None:
    one = talk()
    await one.say("I need my furnace fixed")
    await one.say("12 Elm St")
    one.taken.append(one.state.dialogue.offers[0].slot)
    output = await one.say("1")
    assert said(output).startswith("Sorry, that one was just taken. I still have: 1) ")
    assert output.act is None


async def test_a_third_lost_slot_ends_with_a_person() -> None:
    one = talk()
    await one.say("I need my furnace fixed")
    await one.say("12 Elm St")
    one.taken += [offer.slot for offer in one.state.dialogue.offers]
    assert detail(await one.say("1")) == "slot_lost"


async def test_in_spanish() -> None:
    one = talk()
    await one.say("necesito una cita")
    await one.say("reparacion")
    await one.say("el calentador")
    assert said(await one.say("calle 5 numero 12")).startswith("Para visita de reparacion")
    assert said(await one.say("el segundo")).startswith("Queda reservado: visita de reparacion")


async def test_nothing_to_cancel_goes_to_a_person() -> None:
    assert detail(await talk().say("cancel my appointment")) == "no_appointment"


async def test_who_does_not_answer_twice_gets_a_person() -> None:
    one = talk()
    await one.say("I want an appointment")
    assert said(await one.say("blue")).startswith("I didn't catch that. What do you need")
    assert detail(await one.say("purple")) == "unanswered"


async def test_a_return_to_the_bot_keeps_the_facts_and_no_half_asked_question() -> None:
    one = talk()
    await one.say("I need my furnace fixed")
    one.returned_to_bot()
    assert one.state.dialogue.asked is None
    assert one.state.facts["job"] == "repair"


async def test_an_address_outside_the_area_goes_to_a_person() -> None:
    one = Talk(pack=shipped())
    await one.say("my furnace is broken, i need a technician asap")
    out = await one.say("12 Elm St, Boulder 80301")
    while detail(out) is None and out.state.dialogue.asked:
        out = await one.say("yes")
    assert detail(out) == "outside_area"


async def test_a_price_that_is_declared_is_told_and_another_is_a_persons() -> None:
    assert "$119" in said(await Talk(pack=shipped()).say("what do you charge for a tune up?"))
    assert detail(await Talk(pack=shipped()).say("how much to replace a sewer line")) == "pricing"


async def test_who_answers_neither_yes_nor_no_twice_keeps_the_appointment() -> None:
    one = talk()
    await one.say("repair, my water heater is leaking")
    await one.say("12 Elm St")
    await one.say("1")
    assert "off the calendar?" in said(await one.say("is it too late to cancel"))
    assert "off the calendar?" in said(await one.say("the dog is barking"))
    output = await one.say("the dog is barking again")
    assert output.act is None
    assert one.appointments
    assert one.state.dialogue.asked is None
