"""What the guards say of an inbound text."""

from dataclasses import dataclass
from enum import StrEnum

from smsbot.domain.conversation import Owner


class Action(StrEnum):
    """What a guard wants done. The order of precedence is `guards.PRECEDENCE`, not this one."""

    PASS = "pass"
    OPT_OUT = "opt_out"
    HELP = "help"
    OPT_IN = "opt_in"
    WRONG_NUMBER = "wrong_number"
    SUPPRESSED = "suppressed"
    """Already opted out: stored, tasks may be made, nothing is sent."""
    EMERGENCY = "emergency"
    SELF_HARM = "self_harm"
    ESCALATE = "escalate"
    OWNED = "owned"
    """A person owns the conversation or is awaited: no turn."""
    AUTO_REPLY = "auto_reply"
    """A machine wrote this (out of office, another bot): stored, not answered."""
    FLOOD = "flood"


@dataclass(frozen=True, slots=True)
class GuardFacts:
    """What the guards know besides the text. Counts exclude the text itself."""

    suppressed: bool = False
    owner: Owner = Owner.BOT
    carrier_keyword: str | None = None
    """Twilio's OptOutType (STOP, START, HELP) where the carrier says that it acted."""
    texts_last_30s: int = 0
    """Texts of this contact in the 30 seconds before this one (carrier error 14107)."""
    texts_last_hour: int = 0
    recent_bodies: tuple[str, ...] = ()
    """The contact's latest texts, newest first, at most ten: how a loop of two bots is seen."""
    replies_last_hour: int = 0
    """Bot replies sent to this contact in the last hour."""


@dataclass(frozen=True, slots=True)
class GuardVerdict:
    """One guard's word. `rule` is stable (`opt_out.keyword`); `matched` is what it saw."""

    rule: str
    action: Action
    reason: str
    matched: str = ""
    detail: str = ""
    """The declared rule that spoke, where there are several (`legal`, `fraud`, …)."""


@dataclass(frozen=True, slots=True)
class GuardDecision:
    """The verdict that wins, and all that spoke, in order of precedence.

    An opt-out may stand beside an emergency or an escalation: the opt-out limits what is sent,
    never which tasks are made.
    """

    winner: GuardVerdict
    spoke: tuple[GuardVerdict, ...] = ()

    @property
    def action(self) -> Action:
        return self.winner.action

    def of(self, action: Action) -> GuardVerdict | None:
        """The first verdict with that action, winner or not."""
        return next((v for v in self.spoke if v.action is action), None)
