"""Messages as the carrier keeps them, in a bounded book indexed by SID and by phone."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from smsbot.simulator.segments import count_segments

Direction = Literal["inbound", "outbound-api", "outbound-reply"]
Status = Literal[
    "accepted", "queued", "sending", "sent", "delivered", "undelivered", "failed", "received"
]
FINAL: frozenset[Status] = frozenset({"delivered", "undelivered", "failed", "received"})


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Change:
    """One status that a message took, and when."""

    status: Status
    at: datetime
    error_code: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A message before the book takes it; `status` is the one that it begins with.

    `network` marks what the toll-free network says itself: Twilio's API doesn't list it.
    """

    sid: str
    direction: Direction
    from_: str
    to: str
    body: str
    status: Status
    media: tuple[str, ...] = ()
    service_sid: str | None = None
    sender_assigned: bool = True
    callback_url: str | None = None
    validity: int = 36_000
    carrier_reply: bool = False
    network: bool = False


@dataclass(slots=True, eq=False)
class Message:
    """A message in the book; `seq` grows by one a message and is never used again."""

    seq: int
    draft: Draft
    created: datetime
    segments: int
    sender_assigned: bool
    sent: datetime | None = None
    history: list[Change] = field(default_factory=list)

    @property
    def sid(self) -> str:
        """SM or MM and 32 hexadecimal digits."""
        return self.draft.sid

    @property
    def inbound(self) -> bool:
        """Whether a phone wrote it."""
        return self.draft.direction == "inbound"

    @property
    def phone(self) -> str:
        """The customer's number."""
        return self.draft.from_ if self.inbound else self.draft.to

    @property
    def number(self) -> str:
        """The business's number."""
        return self.draft.to if self.inbound else self.draft.from_

    @property
    def status(self) -> Status:
        """The latest status."""
        return self.history[-1].status

    @property
    def updated(self) -> datetime:
        """When the latest status was taken."""
        return self.history[-1].at

    @property
    def error_code(self) -> int | None:
        """The code of a delivery that failed."""
        return self.history[-1].error_code

    def change(self, status: Status, error_code: int | None = None) -> Change:
        """Take a status now; leaving the queue assigns the sender, being sent sets the date."""
        taken = Change(status, now(), error_code)
        self.history.append(taken)
        self.sender_assigned = True
        if status in {"sent", "failed"} and self.sent is None:
            self.sent = taken.at
        return taken


class MessageBook:
    """The latest `ring` messages, oldest first; older ones are forgotten."""

    def __init__(self, ring: int) -> None:
        self._ring = ring
        self._seq = 0
        self._messages: deque[Message] = deque()
        self._by_sid: dict[str, Message] = {}
        self._by_phone: dict[str, deque[Message]] = {}

    def add(self, draft: Draft) -> Message:
        """Keep a message; its first status is taken now."""
        self._seq += 1
        at = now()
        message = Message(
            seq=self._seq,
            draft=draft,
            created=at,
            segments=count_segments(draft.body),
            sender_assigned=draft.sender_assigned,
            sent=at if draft.direction == "inbound" else None,
            history=[Change(draft.status, at)],
        )
        if len(self._messages) == self._ring:
            self._forget_oldest()
        self._messages.append(message)
        self._by_sid[message.sid] = message
        self._by_phone.setdefault(message.phone, deque()).append(message)
        return message

    def get(self, sid: str) -> Message | None:
        """The message of that SID, or None."""
        return self._by_sid.get(sid)

    def newest_first(self, phone: str | None = None) -> Iterator[Message]:
        """All messages, or those of one customer's phone."""
        messages = self._messages if phone is None else self._by_phone.get(phone, ())
        return reversed(messages)

    def of_phone(self, phone: str, after: int = 0) -> list[Message]:
        """A phone's messages in order, both directions, with a seq greater than `after`."""
        return [message for message in self._by_phone.get(phone, ()) if message.seq > after]

    def phones(self) -> list[str]:
        """Every phone with a message in the book, the most recently used first."""
        return sorted(self._by_phone, key=lambda phone: -self._by_phone[phone][-1].seq)

    def clear(self) -> None:
        """Forget all messages; seq goes on."""
        self._messages.clear()
        self._by_sid.clear()
        self._by_phone.clear()

    def __len__(self) -> int:
        return len(self._messages)

    def _forget_oldest(self) -> None:
        # The book and each phone's queue are in one order: the oldest is first in both.
        oldest = self._messages.popleft()
        self._by_sid.pop(oldest.sid, None)
        queue = self._by_phone[oldest.phone]
        queue.popleft()
        if not queue:
            del self._by_phone[oldest.phone]
