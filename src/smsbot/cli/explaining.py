"""What the product makes of one text: the guards, the understanding and the segments of production,
with no data and no network."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from smsbot.conversation.booking.hearing import hear
from smsbot.conversation.booking.services import named_service, service_by_answers
from smsbot.conversation.dialogue import Dialogue
from smsbot.conversation.offline import understand_offline
from smsbot.conversation.reading import reader_of
from smsbot.conversation.state import ConversationState
from smsbot.conversation.turn import TurnInput, UnansweredText
from smsbot.domain.contact import Contact
from smsbot.domain.guard import GuardDecision, GuardFacts
from smsbot.domain.ids import ContactId, InboxId
from smsbot.domain.times import TimesFound, Window
from smsbot.domain.understanding import Understanding
from smsbot.guards import evaluate
from smsbot.language.segments import Segments, segments
from smsbot.language.times import find_times
from smsbot.pack.models import Pack

NOBODY = "+13035550100"
"""The phone of the imagined contact; nothing is judged by it."""


class BadLine(ValueError):
    """A question that cannot be read: what was wrong, and what to do."""

    def __init__(self, what: str, what_to_do: str) -> None:
        super().__init__(what)
        self.what = what
        self.what_to_do = what_to_do


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to explain. `now` is aware, `tz` an IANA name: the customer's moment and zone.
    `pending` is the key of the question that the bot has asked them, or None."""

    text: str
    now: datetime | None = None
    tz: str | None = None
    pending: str | None = None


def read_line(line: bytes) -> Asked:
    """One line of --jsonl. Fields other than the four are left alone, so that labelled data can be
    streamed as it is. Raises `BadLine`."""
    try:
        found = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadLine(
            f"the line is not JSON in UTF-8: {error}", 'write one object a line: {"text": "…"}'
        ) from error
    if not isinstance(found, dict):
        raise BadLine("the line is not a JSON object", 'write one object a line: {"text": "…"}')
    if "text" not in found:
        raise BadLine("text is missing", 'add the field: {"text": "…"}')
    for name in ("text", "now", "tz", "pending"):
        value = found.get(name)
        if not isinstance(value, str) and (name == "text" or value is not None):
            raise BadLine(f"{name} is not a string", f"write {name} in quotes")
    return asked(found["text"], found.get("now"), found.get("tz"), found.get("pending"))


def asked(text: str, now: str | None, tz: str | None, pending: str | None) -> Asked:
    """The question with its moment and zone checked. Raises `BadLine`."""
    return Asked(text, _moment(now), _zone(tz), pending)


def _moment(written: str | None) -> datetime | None:
    if written is None:
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise BadLine(
            f"now is not an ISO 8601 time: {written!r}", "write it as 2026-11-23T22:15:00-07:00"
        ) from error
    if moment.tzinfo is None:
        raise BadLine(
            f"now has no offset from UTC: {written!r}", "write it as 2026-11-23T22:15:00-07:00"
        )
    return moment


def _zone(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        return ZoneInfo(name).key
    except (LookupError, ValueError, OSError) as error:
        raise BadLine(
            f"tz is not an IANA time zone: {name!r}", "write it as America/Denver"
        ) from error


_NO_NAMES = frozenset({"question", "statement", "unclear"})
"""What production calls a text that it is not sure of: no intent of the customer's."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What the product makes of a text."""

    guard: GuardDecision
    understanding: Understanding
    length: Segments
    times: TimesFound
    answers: Mapping[str, str]
    """The pack's questions that the text answers, with what it answers."""
    service: str | None
    """The service that it names, or that these answers lead to."""

    @property
    def intents(self) -> dict[str, float]:
        """Intent -> confidence: what the text wants in the words of any trade, then what the pack
        declares itself: its questions and its small talk."""
        told = {one.name: one.confidence for one in self.understanding.topics}
        own = [one for one in self.understanding.intents if one.name not in _NO_NAMES]
        return told | {
            one.faq_id or one.name: one.confidence
            for one in own
            if (one.faq_id or one.name) not in told
        }

    def as_json(self) -> dict[str, Any]:
        """The answer as docs/explain.md describes it."""
        return {
            "guard": {
                "action": self.guard.action.value,
                "rule": self.guard.winner.rule,
                "reason": self.guard.winner.reason,
            },
            "intents": [
                {"name": name, "confidence": round(confidence, 4)}
                for name, confidence in self.intents.items()
            ],
            "times": [_window(one) for one in self.times.windows],
            "excluded": [_window(one) for one in self.times.excluded],
            "answers": dict(self.answers),
            "service": self.service,
            "segments": {"encoding": self.length.encoding, "count": self.length.count},
        }


def _window(window: Window) -> dict[str, str | None]:
    """ISO 8601 with the offset of the customer's zone."""
    end = window.end.isoformat() if window.end else None
    return {"start": window.start.isoformat(), "end": end, "grain": window.grain.value}


def _service(turn: TurnInput, answers: Mapping[str, str]) -> str | None:
    booking = turn.pack.booking
    if booking is None:
        return None
    found = named_service(turn, booking) or service_by_answers(
        booking, lambda when: all(answers.get(key) in values for key, values in when.items())
    )
    return found.id if found else None


class Explainer:
    """Explains texts by one pack's rules."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._reader = reader_of(pack)
        self._zone = pack.business.timezone

    def explain(self, question: Asked) -> Explained:
        """The guards and the understanding as production asks them."""
        now = question.now or datetime.now(UTC)
        turn = self._turn(question, now)
        understanding, _ = understand_offline(turn, self._reader)
        heard = hear(turn, Dialogue())
        answers = {answer.key: answer.value for answer in heard.answers}
        return Explained(
            guard=evaluate(question.text, GuardFacts(), self._pack.business.guards),
            understanding=understanding,
            length=segments(question.text),
            times=find_times(question.text, now, ZoneInfo(question.tz or self._zone)),
            answers=answers,
            service=_service(turn, answers),
        )

    def _turn(self, question: Asked, now: datetime) -> TurnInput:
        """A turn of a contact about whom nothing is known."""
        return TurnInput(
            texts=(UnansweredText(InboxId("in_explained"), question.text, now),),
            state=ConversationState(),
            contact=Contact(ContactId("con_nobody"), NOBODY, timezone=question.tz),
            pack=self._pack,
            now=now.astimezone(UTC),
        )
