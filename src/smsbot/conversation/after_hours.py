"""What is asked of a customer who needs a person while nobody is there: what it is about, whether
it can wait, and when is a good time. Pure.

The task stands from the first text on, whatever becomes of the questions: each is asked once, and
what is said to it joins the task. The bot still answers and books what it can.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from smsbot.conversation.urgency import can_wait, cannot_wait, told_by_time
from smsbot.domain.question import AnswerType, Question
from smsbot.domain.task import Urgency
from smsbot.domain.times import Window
from smsbot.language.answers import read_answer
from smsbot.language.times import find_times
from smsbot.pack.hours import is_open, next_opening, within_day
from smsbot.pack.models import Business


class Lacks(StrEnum):
    """What a task may still lack, in the order in which it is asked."""

    REASON = "reason"
    URGENCY = "urgent"
    WINDOW = "best_time"


TEMPLATES: Mapping[Lacks, str] = {
    Lacks.REASON: "after_hours_reason",
    Lacks.URGENCY: "after_hours_urgent",
    Lacks.WINDOW: "after_hours_callback",
}
NOTED = "after_hours_noted"
URGENT = "urgent"
"""The reason by which a pack may route what cannot wait until it opens."""
ON_CALL_TOLD = "on_call_told"
SAYS_LITTLE = frozenset({"human", "callback"})
"""Needs that don't say by themselves what it is about."""
NOT_ASKED = frozenset({"answer", "accepted", "defect", "language", "media"})
"""Needs of which a person knows enough, or of which the bot understands too little to ask."""
_FEW_WORDS = 9
Facts = Mapping[str, str]
"""What the customer has answered, by question."""


class Tonight(StrEnum):
    """What was said of the time before the business opens, and is not acted on yet."""

    WANTED = "wanted"
    """Somebody should come, or be there, before."""
    URGENT = "urgent"
    """It cannot wait."""


class AfterHours(BaseModel):
    """Part of the conversation's state. `asked` is the pending question; None where all has been
    asked. `opens`, UTC, is when somebody is there again."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    asked: Lacks | None
    known: tuple[Lacks, ...] = ()
    opens: datetime
    again: bool = False
    """Whether `asked` was asked before, and something else was said to it."""
    beside: bool = False
    """Whether it is asked beside a booking, so that no task waits for it."""
    tonight: Tonight | None = None


class Told(NamedTuple):
    """What a text told, for the task, and how the questions stand after it. `due_at` is UTC."""

    after: AfterHours
    facts: dict[str, str]
    urgency: Urgency | None = None
    due_at: datetime | None = None

    at_once: bool = False
    """Whether somebody is told now, and nothing more is asked."""

    @property
    def template(self) -> str:
        """What is said next: the next question, or that all is noted."""
        if self.at_once:
            return ON_CALL_TOLD
        return TEMPLATES[self.after.asked] if self.after.asked else NOTED

    @property
    def when(self) -> datetime:
        """When a person answers, UTC."""
        return self.due_at or self.after.opens


def begin(
    business: Business, detail: str, text: str, now: datetime, facts: Facts | None = None
) -> Told | None:
    """The first question for the need `detail`, by what `text` told already; None where somebody
    is there, or nobody ever is. `facts` are the customer's answers. `now` is UTC.

    Where somebody may be called at night for what is urgent, that is asked also where the text
    calls it so: it is only done once that is plainly wanted."""
    if detail in NOT_ASKED or within_day(business, now):
        return None
    opens = next_opening(business, now)
    if opens is None:
        return None
    little = detail in SAYS_LITTLE
    heard = _heard(business, text, now, times=little)
    known = {*heard.known} | ({Lacks.REASON} if not little or _tells(text) else set())
    if heard.urgent and may_call(business, facts or {}):
        known.discard(Lacks.URGENCY)
    return _next(AfterHours(asked=None, opens=opens), heard, known)


def go_on(
    business: Business, after: AfterHours, text: str, now: datetime, facts: Facts | None = None
) -> Told:
    """What `text` told as the answer to `after.asked`, and the next question. What is no answer is
    one more thing to know; only whether it can wait is asked once more then, and the time where
    just that was told. `facts` are the customer's answers. `now` is UTC."""
    heard = _heard(business, text, now, times=after.asked is not Lacks.REASON)
    if after.asked is Lacks.URGENCY and heard.urgent is None:
        heard = heard._replace(urgent=says_urgent(business, text, now))
    told = {*heard.known, *after.known}
    passed = after.asked is Lacks.URGENCY and heard.urgent is None
    answered_before = after.asked is Lacks.WINDOW and heard.urgent is not None
    if after.asked and (after.again or not (passed or answered_before)):
        told.add(after.asked)
        if after.asked is Lacks.WINDOW and not heard.window:
            heard = heard._replace(window=text.strip())
    reason = text.strip() if after.asked is Lacks.REASON else ""
    following = _next(after, heard._replace(reason=reason), told)
    if heard.urgent and may_call(business, facts or {}):
        return at_once(following.after, {**(facts or {}), **following.facts})
    return following


def at_once(after: AfterHours, facts: Mapping[str, str]) -> Told:
    """That it cannot wait, and somebody is told now."""
    done = after.model_copy(update={"asked": None, "tonight": None})
    said = {**facts, Lacks.URGENCY.value: "yes"}
    return Told(done, said, Urgency.URGENT, at_once=True)


def may_call(business: Business, facts: Facts) -> bool | None:
    """Whether somebody is told at night of what is urgent, by the customer's answers; None where
    what decides it is not known yet."""
    if URGENT not in business.routing.by_reason:
        return False
    return holds(business.routing.on_call_for, facts)


def holds(wanted: Mapping[str, Sequence[str]], facts: Facts) -> bool | None:
    """Whether each question was answered with one of its values; None while one is open."""
    if any(key in facts and facts[key] not in values for key, values in wanted.items()):
        return False
    return True if wanted.keys() <= facts.keys() else None


def ask_again(after: AfterHours) -> Told:
    """The pending question once more, after something else was answered."""
    return Told(after, {})


def still_closed(after: AfterHours | None, now: datetime) -> AfterHours | None:
    """The questions as they stand; none once the business has opened. `now` is UTC."""
    return after if after and now < after.opens else None


class _Heard(NamedTuple):
    reason: str = ""
    urgent: bool | None = None
    window: str = ""
    start: datetime | None = None

    @property
    def known(self) -> tuple[Lacks, ...]:
        told = {Lacks.URGENCY: self.urgent is not None, Lacks.WINDOW: bool(self.window)}
        return tuple(one for one, yes in told.items() if yes)


def _next(after: AfterHours, heard: _Heard, known: set[Lacks]) -> Told:
    asked = next((one for one in Lacks if one not in known), None)
    facts = {Lacks.REASON: heard.reason, Lacks.WINDOW: heard.window}
    if heard.urgent is not None:
        facts[Lacks.URGENCY] = "yes" if heard.urgent else "no"
    due = heard.start if heard.start and heard.start > after.opens else None
    update = {
        "asked": asked,
        "known": tuple(one for one in Lacks if one in known),
        "again": asked is not None and asked is after.asked,
    }
    return Told(
        after.model_copy(update=update),
        {key.value: value for key, value in facts.items() if value},
        Urgency.URGENT if heard.urgent else None,
        due,
    )


def _heard(business: Business, text: str, now: datetime, *, times: bool) -> _Heard:
    """The urgency and, with `times`, the window that a text names."""
    urgent = False if can_wait(text) else True if cannot_wait(text) else None
    if not times:
        return _Heard(urgent=urgent)
    found = find_times(text, now.astimezone(business.zone), business.zone).windows
    if not found:
        return _Heard(urgent=urgent)
    starts = [start for one in found if (start := _first_open(business, one))]
    return _Heard(urgent=urgent, window=text.strip(), start=starts[0] if starts else None)


def _first_open(business: Business, window: Window) -> datetime | None:
    """When in the window somebody is there first: "tuesday morning" begins when the business
    opens."""
    if is_open(business, window.start):
        return window.start
    opens = next_opening(business, window.start)
    within = opens is not None and window.end is not None and opens < window.end
    return opens if within else None


def says_urgent(business: Business, text: str, now: datetime) -> bool | None:
    """What a text says to "can it wait?", plainly or by the time that is named."""
    if can_wait(text) or cannot_wait(text):
        return not can_wait(text)
    by_time = told_by_time(text)
    if by_time is not None:
        return by_time
    question = Question(Lacks.URGENCY, AnswerType.YES_NO)
    said = read_answer(text, question, now.astimezone(business.zone), business.zone)
    return said.value == "yes" if said else None


def _tells(text: str) -> bool:
    """Whether a wish for a person also says what it is about: it is longer than the bare wish."""
    return len(text.split()) > _FEW_WORDS
