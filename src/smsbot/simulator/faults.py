"""Misbehaviour on demand: declared faults, consumed by the requests and texts that they match."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from smsbot.simulator.plan import Behaviour


class FaultKind(StrEnum):
    """What the carrier can do wrong; see Fault for the parameters of each."""

    HTTP_429 = "http_429"
    HTTP_500 = "http_500"
    CREATE_ERROR = "create_error"
    BLOCKED_AT_CREATE = "blocked_at_create"
    HANG = "hang"
    ACCEPT_THEN_HANG = "accept_then_hang"
    SLOW_CREATE = "slow_create"
    SLOW_DELIVERY = "slow_delivery"
    DUPLICATE_CALLBACKS = "duplicate_callbacks"
    REORDERED_CALLBACKS = "reordered_callbacks"
    CALLBACK_BEFORE_RESPONSE = "callback_before_response"
    NO_CALLBACKS = "no_callbacks"
    UNDELIVERED = "undelivered"
    FAILED = "failed"
    BLOCKED_IN_CALLBACK = "blocked_in_callback"
    WEBHOOK_TWICE = "webhook_twice"
    WEBHOOK_PARALLEL = "webhook_parallel"
    WEBHOOK_DROPPED = "webhook_dropped"


FILTERED, UNKNOWN_ERROR, UNSUBSCRIBED = 30007, 30008, 21610

# The first of these that matches decides the answer, in the order in which they were declared.
REFUSALS = frozenset(
    {
        FaultKind.HTTP_429,
        FaultKind.HTTP_500,
        FaultKind.CREATE_ERROR,
        FaultKind.BLOCKED_AT_CREATE,
        FaultKind.HANG,
    }
)
INBOUND = frozenset(
    {FaultKind.WEBHOOK_TWICE, FaultKind.WEBHOOK_PARALLEL, FaultKind.WEBHOOK_DROPPED}
)
# All of these that match shape one accepted message together.
EFFECTS = frozenset(FaultKind) - REFUSALS - INBOUND
_READABLE = frozenset({FaultKind.HTTP_429, FaultKind.HTTP_500, FaultKind.HANG})


class Fault(BaseModel):
    """One declared fault.

    `times`: how often it strikes, None until it is cleared. `to`, `from`, `body` narrow it: the
    exact To or From and a part of the Body. `on`: whether http_429, http_500 and hang strike
    creates or reads (GET). `seconds`: hang, accept_then_hang (30), slow_create, slow_delivery (1).
    `retry_after` (seconds): http_429. `http_status`: http_500 (default 500) and create_error
    (400). `error_code`: create_error, undelivered (30007), failed (30008). `copies`:
    duplicate_callbacks.
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    kind: FaultKind
    times: Annotated[int, Field(ge=1)] | None = 1
    to: str | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    body: str | None = None
    on: Literal["create", "read"] = "create"
    seconds: Annotated[float, Field(ge=0, le=3600)] | None = None
    retry_after: Annotated[int, Field(ge=0)] | None = None
    http_status: Annotated[int, Field(ge=400, le=599)] | None = None
    error_code: int | None = None
    copies: Annotated[int, Field(ge=2, le=20)] = 2

    @model_validator(mode="after")
    def _reads_can_only_be_refused(self) -> "Fault":
        if self.on == "read" and self.kind not in _READABLE:
            raise ValueError(f"a read cannot suffer {self.kind}")
        if self.kind is FaultKind.CREATE_ERROR and self.error_code is None:
            raise ValueError("create_error needs an error_code")
        return self

    @property
    def duration(self) -> float:
        """`seconds`, or the kind's own default."""
        if self.seconds is not None:
            return self.seconds
        return 30.0 if self.kind in {FaultKind.HANG, FaultKind.ACCEPT_THEN_HANG} else 1.0


@dataclass(slots=True)
class _Declared:
    fault: Fault
    used: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """What a fault is matched against: one create, one read, or one text from a phone."""

    to: str = ""
    from_: str = ""
    body: str = ""
    on: Literal["create", "read"] = "create"

    def hit_by(self, fault: Fault) -> bool:
        """Whether `fault` is meant for this."""
        return (
            fault.on == self.on
            and fault.to in (None, self.to)
            and fault.from_ in (None, self.from_)
            and (fault.body is None or fault.body in self.body)
        )


class FaultBoard:
    """The declared faults, in the order of their declaration."""

    def __init__(self) -> None:
        self._next = 0
        self._declared: dict[int, _Declared] = {}

    def declare(self, fault: Fault) -> int:
        """Add a fault; its id."""
        self._next += 1
        self._declared[self._next] = _Declared(fault)
        return self._next

    def active(self) -> list[tuple[int, Fault, int]]:
        """Each fault that can still strike: its id, itself, and how often it has struck."""
        return [(key, each.fault, each.used) for key, each in self._declared.items()]

    def clear(self, key: int | None = None) -> bool:
        """Withdraw one fault, or all; whether there was any."""
        keys = list(self._declared) if key is None else [key]
        withdrawn = [self._declared.pop(each, None) for each in keys]
        return any(each is not None for each in withdrawn)

    def take_first(self, kinds: frozenset[FaultKind], target: Target) -> Fault | None:
        """Consume the earliest fault of `kinds` that is meant for `target`."""
        return next(iter(self._take(kinds, target, limit=1)), None)

    def take_all(self, kinds: frozenset[FaultKind], target: Target) -> list[Fault]:
        """Consume each fault of `kinds` that is meant for `target`, in order."""
        return self._take(kinds, target, limit=None)

    def _take(self, kinds: frozenset[FaultKind], target: Target, limit: int | None) -> list[Fault]:
        taken: list[Fault] = []
        for key, each in list(self._declared.items()):
            if len(taken) == limit:
                break
            if each.fault.kind in kinds and target.hit_by(each.fault):
                each.used += 1
                if each.fault.times is not None and each.used >= each.fault.times:
                    del self._declared[key]
                taken.append(each.fault)
        return taken


def behaviour_of(faults: list[Fault]) -> Behaviour:
    """How an accepted message shall fare under `faults`; kinds of another stage change nothing."""
    behaviour = Behaviour()
    for fault in faults:
        match fault.kind:
            case FaultKind.DUPLICATE_CALLBACKS:
                behaviour = replace(behaviour, copies=fault.copies)
            case FaultKind.REORDERED_CALLBACKS:
                behaviour = replace(behaviour, reverse=True)
            case FaultKind.CALLBACK_BEFORE_RESPONSE:
                behaviour = replace(behaviour, early=True)
            case FaultKind.NO_CALLBACKS:
                behaviour = replace(behaviour, silent=True)
            case FaultKind.SLOW_DELIVERY:
                behaviour = replace(behaviour, delay=fault.duration)
            case FaultKind.UNDELIVERED:
                code = fault.error_code or FILTERED
                behaviour = replace(behaviour, final="undelivered", error_code=code)
            case FaultKind.FAILED:
                code = fault.error_code or UNKNOWN_ERROR
                behaviour = replace(behaviour, final="failed", error_code=code)
            case FaultKind.BLOCKED_IN_CALLBACK:
                behaviour = replace(behaviour, final="failed", error_code=UNSUBSCRIBED)
            case _:
                pass
    return behaviour
