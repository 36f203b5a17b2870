"""Work for a person."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from smsbot.domain.ids import ContactId, ConversationId, TaskId


class Urgency(StrEnum):
    EMERGENCY = "emergency"
    URGENT = "urgent"
    NORMAL = "normal"
    LOW = "low"

    @property
    def rank(self) -> int:
        return list(Urgency).index(self)


class TaskKind(StrEnum):
    """One task of a kind is open per conversation at a time; a second reason joins it."""

    HANDOFF = "handoff"
    ON_CALL = "on_call"
    REVIEW = "review"
    """Something for a person to look at that does not take the conversation from the bot."""


class Then(StrEnum):
    """What a task does to its conversation."""

    TAKE_OVER = "take_over"
    """A person is awaited, and the bot is silent."""
    ASK_ON = "ask_on"
    """Nobody is there: the task waits for the morning, and the bot asks what it still lacks."""
    LOOK = "look"
    """Something to look at, not to answer: the bot goes on."""


class TaskState(StrEnum):
    OPEN = "open"
    CLAIMED = "claimed"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class TaskContext:
    """What a rep reads in five seconds: why it came, what is wanted, what was said, what next."""

    wants: str
    question: str
    """The open question, in the customer's words."""
    facts: dict[str, str] = field(default_factory=dict)
    last_messages: tuple[tuple[str, str], ...] = ()
    """(who, text), oldest first, at most ten."""
    link: str = ""
    next_step: str = ""
    why_you: str = ""
    """Why it is meant for who it is assigned to."""


@dataclass(frozen=True, slots=True)
class Task:
    """`due_at` and `created_at` are UTC."""

    id: TaskId
    contact_id: ContactId
    conversation_id: ConversationId
    kind: TaskKind
    reason: str
    urgency: Urgency
    queue: str
    state: TaskState
    context: TaskContext
    created_at: datetime
    due_at: datetime
    assigned_to: str | None = None
