"""A circuit breaker: after a row of failures, ask no more for a while (DESIGN.md 7)."""

from collections.abc import Callable


class Breaker:
    """Opens after `failures` in a row; `open_for_s` seconds later lets one trial call through, and
    closes again when that one succeeds. `monotonic` gives seconds. One event loop, no threads."""

    def __init__(self, monotonic: Callable[[], float], *, failures: int, open_for_s: float) -> None:
        self._monotonic = monotonic
        self._limit = failures
        self._open_for_s = open_for_s
        self._failed_in_a_row = 0
        self._opened_at: float | None = None
        self._on_trial = False

    def admits(self) -> bool:
        """Whether a call may be made now. Whoever gets True must report with `succeeded`,
        `failed` or `told_nothing`."""
        if self._opened_at is None:
            return True
        if self._on_trial or self._monotonic() - self._opened_at < self._open_for_s:
            return False
        self._on_trial = True
        return True

    def succeeded(self) -> None:
        self._failed_in_a_row = 0
        self._opened_at = None
        self._on_trial = False

    def failed(self) -> None:
        self._failed_in_a_row += 1
        if self._on_trial or self._failed_in_a_row >= self._limit:
            self._opened_at = self._monotonic()
        self._on_trial = False

    def told_nothing(self) -> None:
        """The call was given up by its caller: the next one may be the trial."""
        self._on_trial = False
