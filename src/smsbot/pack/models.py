"""The shape of a pack: graphs/business.yaml, graphs/conversation/*.yaml, prompts/**."""

import datetime as dt
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from smsbot.pack.booking import Booking
from smsbot.pack.guards import Declared, GuardRules
from smsbot.pack.qualification import Qualification
from smsbot.pack.week import Day, Span


class Holiday(Declared):
    date: dt.date
    name: str


class Number(Declared):
    """One of our sending numbers. `carrier_keywords` says who answers a bare STOP, START or HELP
    (compliance.md 1)."""

    phone: str
    use_case: str
    carrier_keywords: Literal["default", "advanced", "toll_free", "none"]
    messages_per_second: float = Field(default=1.0, gt=0)
    campaign: str | None = None


class Person(Declared):
    """`zips`, ZIP codes or how they begin, and `takes`, values by question, narrow down which of a
    queue's tasks are meant for this person (see `assigning`)."""

    id: str
    name: str
    phone: str | None = None
    queues: tuple[str, ...] = ()
    on_call: bool = False
    zips: tuple[str, ...] = ()
    takes: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Queue(Declared):
    """`due_minutes` after which a task of this queue is late, in business time; `notify` says who
    is told at once by text: nobody, whoever is on call, or who the task is assigned to. With
    `assign`, each task is meant for one of its people."""

    id: str
    due_minutes: int = 30
    notify: Literal["nobody", "on_call", "assigned"] = "nobody"
    assign: Literal["nobody", "round_robin"] = "nobody"


class Routing(Declared):
    """Which queue a hand-off goes to, by its reason; after hours all that can wait goes to
    `after_hours`, and what cannot to `cannot_wait`."""

    default: str
    after_hours: str
    cannot_wait: str
    by_reason: dict[str, str] = Field(default_factory=dict)
    on_call_for: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """The answers with which `by_reason.urgent` holds at night, by question; none is any."""
    on_call_offered: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """The answers with which it is asked at night whether it can wait, also where the customer
    says nothing of it; none is never."""


class Limits(Declared):
    """What the gate enforces. Minutes and counts; a day is 24 hours up to now."""

    reply_stale_after_minutes: int = 15
    replies_per_30s: int = 8
    replies_per_hour: int = 30
    identical_replies_per_hour: int = 2
    workflow_texts_per_day: int = 3
    max_segments: int = 2


class Settling(Declared):
    """How long a burst is waited for, in seconds: after its last text, and at most in all."""

    quiet: float = 1.5
    at_most: float = 6.0


class Business(Declared):
    brand: str
    assistant: str
    """What the bot calls itself, as in "Juniper's AI assistant"."""
    timezone: str
    languages: tuple[str, ...] = ("en",)
    names: tuple[str, ...] = ()
    """Names that are written in capitals, as ASPCA: no shouting."""
    support_phone: str
    support_email: str | None = None
    website: str | None = None
    record_url: str = "{base}/contacts/{contact}"
    hours: dict[Day, tuple[Span, ...]]
    holidays: tuple[Holiday, ...] = ()
    numbers: tuple[Number, ...] = Field(min_length=1)
    people: tuple[Person, ...]
    queues: tuple[Queue, ...]
    routing: Routing
    guards: GuardRules
    limits: Limits = Limits()
    settling: Settling = Settling()

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"{value!r} is not a time zone; write one as America/Denver") from None
        return value

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


class FaqEntry(Declared):
    """An approved answer. The bot sends `answer` as it stands, never a rewording."""

    id: str
    questions: tuple[str, ...] = Field(min_length=1)
    answer: dict[str, str]
    """By language; `en` must be there. In the file it may hold the business's own tokens
    (`{hours}`, `{support_phone}`): loading fills them in, so that hours stand in one place."""
    follow_up: str | None = None
    while_waiting: bool = False
    """Given also while a person is awaited: it limits danger or damage until they come."""


class Faq(Declared):
    entries: tuple[FaqEntry, ...]
    answer_at: float = Field(default=0.62, ge=0, le=1)
    """Confidence from which an answer is sent; below it a person is asked."""


class SmallTalkEntry(Declared):
    """What people say that asks for nothing. `phrases` as they text them, in any language; `text`
    is the template that answers."""

    id: str
    phrases: tuple[str, ...] = Field(min_length=1)
    text: str


class SmallTalk(Declared):
    entries: tuple[SmallTalkEntry, ...] = ()


class Template(Declared):
    """An approved text. `tokens` are the names in braces that it needs."""

    id: str
    language: str
    owner: str
    tokens: tuple[str, ...]
    body: str
    version: str
    """The content's hash: it changes when the text does."""
    locked: bool = False


class ModelPrompt(Declared):
    id: str
    owner: str
    tokens: tuple[str, ...]
    body: str
    version: str


class Pack(Declared):
    """Everything that a business declares, with the hash of its content."""

    hash: str
    business: Business
    faq: Faq
    small_talk: SmallTalk = SmallTalk()
    qualification: Qualification = Qualification()
    booking: Booking | None = None
    """None where nothing can be booked by text: who wants to goes to a person."""
    templates: tuple[Template, ...]
    model_prompts: tuple[ModelPrompt, ...] = ()
