"""Everything that a turn knows when it decides what to do about questions and appointments."""

from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from smsbot.conversation.booking.hearing import Heard
from smsbot.conversation.booking.services import named_service, service_by_answers
from smsbot.conversation.dialogue import Dialogue, Goal, Offered
from smsbot.conversation.turn import TurnInput
from smsbot.domain.booking import Appointment, BookingState
from smsbot.domain.question import Shape
from smsbot.pack.booking import Booking, Service
from smsbot.pack.qualification import AskedQuestion
from smsbot.pack.slots import Diary


@dataclass(frozen=True)
class Scene:
    """`facts` are the customer's answers by question, those of this turn among them."""

    turn: TurnInput
    dialogue: Dialogue
    heard: Heard
    facts: dict[str, str]
    intents: frozenset[str]
    language: str
    booking: Booking
    unsure: bool = False
    """Whether the customer cannot say yet."""
    besides: bool = False
    """Whether the reply also answers something else: then what was asked is only asked again."""

    @property
    def zone(self) -> ZoneInfo:
        """Where appointments happen."""
        return self.turn.pack.business.zone

    @cached_property
    def diary(self) -> Diary:
        return Diary(self.booking, self.turn.pack.business, self.turn.busy, self.turn.now)

    @cached_property
    def told(self) -> frozenset[str]:
        """The questions that this turn answers."""
        return frozenset(answer.key for answer in self.heard.answers)

    @property
    def booked(self) -> tuple[Appointment, ...]:
        return tuple(a for a in self.turn.appointments if a.state is BookingState.BOOKED)

    def known(self, question: AskedQuestion) -> str | None:
        """The answer to a question: the customer's, else the CRM's. What was answered for another
        job is none."""
        if question.key in self.dialogue.forgotten and question.key not in self.told:
            return None
        return self.facts.get(question.key) or self.turn.contact.fields.get(question.field) or None

    def applies(self, when: dict[str, tuple[str, ...]]) -> bool:
        """Whether each of these questions was answered with one of its values."""
        by_key = {one.key: one for one in self.turn.pack.qualification.questions}
        return all(
            key in by_key and self.known(by_key[key]) in values for key, values in when.items()
        )

    def address(self) -> str:
        """The customer's address: the answer to the question that has that shape, or that key;
        empty where it is not known."""
        asked = self.turn.pack.qualification.questions
        places = [q for q in asked if q.shape is Shape.ADDRESS or q.key == "address"]
        return next((known for q in places if (known := self.known(q))), "")

    def rules_out(self, service: Service) -> bool:
        """Whether an answer makes it another service, or none."""
        by_key = {one.key: one for one in self.turn.pack.qualification.questions}
        known = ((self.known(by_key[k]), values) for k, values in service.when.items())
        return any(value is not None and value not in values for value, values in known)

    def service(self) -> Service | None:
        """What is to be booked: what the dialogue holds, what the texts name, what the answers
        make it, else the one that is for all others. None where the answers fit none of them:
        nothing is booked by a guess."""
        pinned = self.booking.service(self.dialogue.service) if self.dialogue.service else None
        if self.dialogue.goal is Goal.MOVE:
            return pinned
        if any(self.applies(when) for when in self.booking.to_person):
            return None
        for one in (pinned, named_service(self.turn, self.booking)):
            if one and not self.rules_out(one):
                return one
        open_to_all = [one for one in self.booking.services if not one.when]
        by_answers = service_by_answers(self.booking, self.applies)
        return by_answers or (open_to_all[0] if len(open_to_all) == 1 else None)

    def can_have(self, service: Service, offered: Offered) -> bool:
        """Whether the slot is free, or held for this very customer."""
        slot = offered.slot
        if any(lost.start == slot.start and lost.person == slot.person for lost in self.turn.lost):
            return False
        mine = any(
            a.state is BookingState.HELD and a.id == self.dialogue.hold
            for a in self.turn.appointments
        )
        return mine or self.diary.is_free(service, slot, offered_at=offered.at)
