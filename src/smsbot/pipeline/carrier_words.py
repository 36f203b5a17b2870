"""Which bare words the carrier answers itself, so that we do not answer them twice.

Source: Twilio's default keywords and Advanced Opt-Out; toll-free numbers are answered by the
network, where YES does not undo a STOP (compliance.md 1). The carrier matches the whole body,
whatever its case.
"""

STOP = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
START = frozenset({"START", "YES", "UNSTOP"})
HELP = frozenset({"HELP", "INFO"})
TOLL_FREE = frozenset({"STOP", "START", "UNSTOP"})

ANSWERED: dict[str, frozenset[str]] = {
    "default": STOP | START | HELP,
    "advanced": frozenset(),  # it says so itself, by OptOutType
    "toll_free": TOLL_FREE,
    "none": frozenset(),
}


def carrier_answers(mode: str, body: str, said_so: str | None) -> bool:
    """Whether the carrier has already replied to this text. `mode` is the number's
    `carrier_keywords`; `said_so` the OptOutType that came with the webhook, if any."""
    return said_so is not None or body.strip().upper() in ANSWERED[mode]
