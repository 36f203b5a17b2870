"""The log of the API calls that reached the carrier: what a test counts real sends by."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime

from smsbot.simulator.messages import now


@dataclass(slots=True)
class LoggedRequest:
    """One call. `status` is None while, and if for ever, it was not answered.

    `params`: a name that came several times has a list. `sid`: the message that it made or read.
    `fault`: the misbehaviours that it suffered, with commas between.
    """

    seq: int
    method: str
    path: str
    params: dict[str, str | list[str]]
    at: datetime = field(default_factory=now)
    status: int | None = None
    error_code: int | None = None
    sid: str | None = None
    fault: str | None = None
    ms: float | None = None

    def view(self) -> dict[str, object]:
        """JSON of it; the time is ISO 8601 in UTC, the duration in milliseconds."""
        return {
            "seq": self.seq,
            "at": self.at.isoformat(),
            "method": self.method,
            "path": self.path,
            "params": self.params,
            "status": self.status,
            "error_code": self.error_code,
            "sid": self.sid,
            "fault": self.fault,
            "ms": self.ms,
        }


class RequestLog:
    """The latest `ring` calls, in the order of their arrival."""

    def __init__(self, ring: int) -> None:
        self._entries: deque[LoggedRequest] = deque(maxlen=ring)
        self._seq = 0

    def open(self, method: str, path: str, params: dict[str, str | list[str]]) -> LoggedRequest:
        """Log a call at its arrival; the caller fills in the answer."""
        self._seq += 1
        entry = LoggedRequest(self._seq, method, path, params)
        self._entries.append(entry)
        return entry

    def entries(
        self, method: str | None = None, to: str | None = None, after: int = 0
    ) -> list[LoggedRequest]:
        """Calls with a seq greater than `after`, by method and by To where given."""
        return [
            entry
            for entry in self._entries
            if entry.seq > after
            and method in (None, entry.method)
            and to in (None, entry.params.get("To"))
        ]

    def clear(self) -> None:
        """Forget all; seq goes on."""
        self._entries.clear()
