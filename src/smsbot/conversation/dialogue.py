"""What is under way with a customer: a booking, a move, a cancellation, or the questions before.

Part of the conversation's state, so it is data only; times are UTC. It ends when its goal is
reached or a person takes over, and nothing of it outlives that (voices.md 3).
"""

from datetime import datetime
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict

from smsbot.domain.booking import Slot
from smsbot.domain.times import Grain, Window


class Goal(StrEnum):
    BOOK = "book"
    MOVE = "move"
    CANCEL = "cancel"


SLOT, APPOINTMENT = "slot", "appointment"
"""Pending questions that are no question of the pack: which of the offers, which appointment."""


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Offered(_Kept):
    """A slot that was offered in this conversation: only these can be booked."""

    service: str
    person: str
    start: datetime
    end: datetime
    at: datetime | None = None
    """When it was offered: whoever takes it later is not too late for it."""

    @classmethod
    def of(cls, slot: Slot, at: datetime) -> Self:
        return cls(service=slot.service, person=slot.person, start=slot.start, end=slot.end, at=at)

    @property
    def slot(self) -> Slot:
        return Slot(self.service, self.person, self.start, self.end)


class Wanted(_Kept):
    """A window that the customer named, kept until there is something to offer in it."""

    start: datetime
    end: datetime | None
    approximate: bool = False
    words: str = ""
    grain: Grain = Grain.DAY

    @classmethod
    def of(cls, window: Window) -> Self:
        return cls(
            start=window.start,
            end=window.end,
            approximate=window.approximate,
            words=window.words,
            grain=window.grain,
        )

    @property
    def window(self) -> Window:
        return Window(self.start, self.end, self.grain, self.approximate, self.words)


class Dialogue(_Kept):
    """`asked` is the key of the question that is pending, asked `tries` times; `offers` are the
    slots behind it, those of earlier rounds in `offered_before`; `rounds` of them were refused."""

    goal: Goal | None = None
    asked: str | None = None
    tries: int = 0
    asked_before: tuple[str, ...] = ()
    service: str | None = None
    wanted: tuple[Wanted, ...] = ()
    excluded: tuple[Wanted, ...] = ()
    offers: tuple[Offered, ...] = ()
    offered_before: tuple[Offered, ...] = ()
    rounds: int = 0
    hold: str | None = None
    held: Offered | None = None
    appointment: str | None = None
    """The appointment that is to be moved or cancelled."""
    forgotten: tuple[str, ...] = ()
    """Questions whose earlier answers were of another job."""
    aside: bool = False
    """Whether a person was promised for a question beside it."""
    note: str = ""
    """What was said for whoever comes, until there is an appointment to put it on."""

    def paused(self) -> "Dialogue":
        """What is left once a person takes over: that a booking was under way. The answers stand in
        the facts; what was offered and asked is over."""
        return Dialogue(goal=self.goal) if self.goal is Goal.BOOK else Dialogue()

    def asking(self, key: str, *, besides: bool = False) -> "Dialogue":
        """With `key` as the pending question, asked once more; `besides` an answer to something
        else it does not count as another try."""
        again = self.tries + (not besides) if self.asked == key else 1
        before = self.asked_before if key in self.asked_before else (*self.asked_before, key)
        return self.model_copy(update={"asked": key, "tries": again, "asked_before": before})
