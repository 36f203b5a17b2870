"""The clock and the identifiers that production uses."""

import os
import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def seen_by(self, phone: str) -> datetime:  # noqa: ARG002
        return self.now()


class DemoClock(SystemClock):
    """The system's clock, by which a customer of the demo can be given another local time. Only
    business hours and greetings follow it; retries, pace and leases keep the real one."""

    def __init__(self) -> None:
        self._offsets: dict[str, timedelta] = {}

    def set(self, phone: str, moment: datetime | None) -> None:
        """From now on it is `moment` for this phone, and time goes on from there; None undoes."""
        if moment is None:
            self._offsets.pop(phone, None)
        else:
            self._offsets[phone] = moment - self.now()

    def seen_by(self, phone: str) -> datetime:
        return self.now() + self._offsets.get(phone, timedelta())


class RandomIds:
    """`prefix_` and 31 hexadecimal digits: 11 of the time in milliseconds, 20 of chance."""

    def new(self, prefix: str) -> str:
        return f"{prefix}_{time.time_ns() // 1_000_000:011x}{os.urandom(10).hex()}"
