"""What is asked of a customer who needs a person while nobody is there: what it is about, whether
it can wait, and when is a good time. Pure.

The task stands from the first text on, whatever becomes of the questions: each is asked once, and
what is said to it joins the task. The bot still answers and books what it can.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

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


class AfterHours(BaseModel):
    """Part of the conversation's state. `asked` is the pending question; None where all has been
    asked. `opens`, UTC, is when somebody is there again."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    asked: Lacks | None
    known: tuple[Lacks, ...] = ()
    opens: datetime


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


def begin(business: Business, detail: str, text: str, now: datetime) -> Told | None:
    """The first question for the need `detail`, by what `text` told already; None where somebody
    is there, or nobody ever is. `now` is UTC."""
    if detail in NOT_ASKED or within_day(business, now):
        return None
    opens = next_opening(business, now)
    if opens is None:
        return None
    little = detail in SAYS_LITTLE
    heard = _heard(business, text, now, times=little)
    known = {*heard.known} | ({Lacks.REASON} if not little or _tells(text) else set())
    return _next(AfterHours(asked=None, opens=opens), heard, known)


def go_on(business: Business, after: AfterHours, text: str, now: datetime) -> Told:
    """What `text` told as the answer to `after.asked`, and the next question. No question is asked
    twice: what is no answer is one more thing to know. `now` is UTC."""
    heard = _heard(business, text, now, times=after.asked is not Lacks.REASON)
    if after.asked is Lacks.URGENCY and heard.urgent is None:
        heard = heard._replace(urgent=_yes(text, now, business))
    if after.asked is Lacks.WINDOW and Lacks.WINDOW not in heard.known:
        heard = heard._replace(window=text.strip())
    told = {*heard.known} | ({after.asked} if after.asked else set())
    told |= {*after.known}
    reason = text.strip() if after.asked is Lacks.REASON else ""
    following = _next(after, heard._replace(reason=reason), told)
    if heard.urgent and URGENT in business.routing.by_reason:
        done = following.after.model_copy(update={"asked": None})
        return following._replace(after=done, at_once=True)
    return following


def cannot_wait(business: Business, text: str, now: datetime) -> Told | None:
    """That it cannot wait, said while nobody is there and something else is under way; None where
    it is not said, where somebody is there, or where the pack calls nobody for it. `now` is UTC."""
    if URGENT not in business.routing.by_reason or within_day(business, now):
        return None
    opens = next_opening(business, now)
    if opens is None or _CAN_WAIT.search(text) or not _INSISTS.search(text):
        return None
    after = AfterHours(asked=None, known=(Lacks.URGENCY,), opens=opens)
    return Told(after, {Lacks.URGENCY.value: "yes"}, Urgency.URGENT, at_once=True)


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
    return Told(
        after.model_copy(update={"asked": asked, "known": tuple(o for o in Lacks if o in known)}),
        {key.value: value for key, value in facts.items() if value},
        Urgency.URGENT if heard.urgent else None,
        due,
    )


def _heard(business: Business, text: str, now: datetime, *, times: bool) -> _Heard:
    """The urgency and, with `times`, the window that a text names."""
    urgent = False if _CAN_WAIT.search(text) else True if _CANNOT.search(text) else None
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


_CAN_WAIT = re.compile(
    r"""\b(?:not(?:\ that|\ really|\ so|\ very|\ too|\ super)?\ urgent|isn'?t\ urgent|no\ rush
    |no\ hurry|not\ in\ a\ (?:rush|hurry)|can\ wait|not\ an\ emergency|no\ emergency|whenever
    |no\ es\ (?:tan\ )?urgente|puede\ esperar|sin\ prisa|no\ hay\ prisa|pas\ (?:si\ )?urgent
    |peut\ attendre|pas\ press[ée])\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CANNOT = re.compile(
    r"""\b(?:urgent(?:ly|e|emente)?|asap|emergency|emergencia|right\ (?:away|now)|immediately
    |can'?t\ wait|cannot\ wait|no\ puede\ esperar|urgence|d[èe]s\ que\ possible|cuanto\ antes)\b""",
    re.IGNORECASE | re.VERBOSE,
)


_INSISTS = re.compile(
    r"""\b(?:urgent(?:ly|e|emente)?|emergency|emergencia|right\ (?:away|now)|can'?t\ wait
    |cannot\ wait|no\ puede\ esperar|urgence)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What nobody says of a mere wish for an early time, as "asap" is."""
_LATER = re.compile(
    r"""\b(?:tomorrow|morning|next\ (?:open\ )?day|soon\ enough|monday|mañana|lunes|demain
    |lundi)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_NOW = re.compile(
    r"""\b(?:not|no|pas|don'?t\ need\W+\w+)\W+(?:\w+\W+)?
    (?:tonight|now|today|hoy|ahora|esta\ noche)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_AT_ONCE = re.compile(
    r"""\b(?:tonight|now|today|this\ evening|on\ call|esta\ noche|ahora|hoy|ce\ soir
    |maintenant|aujourd'?hui)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def _yes(text: str, now: datetime, business: Business) -> bool | None:
    """A yes or no to "is it urgent?", plain or by the time that is named."""
    if _LATER.search(text) or _NOT_NOW.search(text):
        return False
    if _AT_ONCE.search(text):
        return True
    question = Question(Lacks.URGENCY, AnswerType.YES_NO)
    said = read_answer(text, question, now.astimezone(business.zone), business.zone)
    return said.value == "yes" if said else None


def _tells(text: str) -> bool:
    """Whether a wish for a person also says what it is about: it is longer than the bare wish."""
    return len(text.split()) > _FEW_WORDS
