"""Twilio's error codes, and what each means for us (compliance.md 5; docs/api/errors/{code})."""

from typing import NamedTuple

from smsbot.domain.delivery import Status
from smsbot.domain.remedy import Remedy


class Code(NamedTuple):
    meaning: str
    remedy: Remedy


CODES: dict[str, Code] = {
    # the account and the rate of requests
    "10001": Code("account is not active", Remedy.STOP_ALL),
    "20003": Code("credentials refused, or account suspended", Remedy.STOP_ALL),
    "20005": Code("account is not active", Remedy.STOP_ALL),
    "20403": Code("account suspended or closed", Remedy.STOP_ALL),
    "30002": Code("account suspended", Remedy.STOP_ALL),
    "20429": Code("too many concurrent requests, not processed", Remedy.RETRY),
    # the recipient
    "21211": Code("not a valid phone number", Remedy.BAD_NUMBER),
    "21614": Code("not a mobile number", Remedy.BAD_NUMBER),
    "21635": Code("a landline", Remedy.BAD_NUMBER),
    "30005": Code("unknown handset", Remedy.BAD_NUMBER),
    "30006": Code("a landline or unreachable carrier", Remedy.BAD_NUMBER),
    "21610": Code("recipient has opted out", Remedy.OPTED_OUT),
    "63014": Code("recipient has blocked the sender", Remedy.OPTED_OUT),
    "63033": Code("recipient has blocked the sender", Remedy.OPTED_OUT),
    "21408": Code("no permission for this country", Remedy.FORBIDDEN),
    # delivery
    "21611": Code("the sender's queue is full", Remedy.LATER),
    "30001": Code("queue overflow", Remedy.LATER),
    "30450": Code("blocked as suspected SMS pumping", Remedy.LATER),
    "30003": Code("handset unreachable", Remedy.LIMITED_RETRY),
    "30008": Code("unknown delivery error", Remedy.LIMITED_RETRY),
    "30017": Code("carrier network congested", Remedy.LIMITED_RETRY),
    "30004": Code("message blocked", Remedy.FORBIDDEN),
    "30007": Code("filtered by the carrier", Remedy.FILTERED),
    "30036": Code("validity period expired in the queue", Remedy.EXPIRED),
    "30410": Code("provider timed out", Remedy.RECONCILE),
    # 10DLC
    "30022": Code("10DLC rate exceeded", Remedy.SLOW_DOWN),
    "30023": Code("T-Mobile daily cap reached", Remedy.AFTER_PACIFIC_MIDNIGHT),
    "30027": Code("T-Mobile daily cap reached", Remedy.AFTER_PACIFIC_MIDNIGHT),
    "30033": Code("campaign suspended", Remedy.PAUSE_NUMBER),
    "30034": Code("number not registered to a campaign", Remedy.PAUSE_NUMBER),
    "30035": Code("number still being configured", Remedy.PAUSE_NUMBER),
    # loops
    "14107": Code("over 15 replies in 30 seconds to one phone", Remedy.LOOP),
}

_FAILURES = (Status.FAILED, Status.UNDELIVERED)


def remedy_of(code: str) -> Remedy:
    """What to do about an error code; one that nobody has put into the table is for a person."""
    known = CODES.get(code)
    return known.remedy if known else Remedy.GIVE_UP


def remedy_at_create(code: str, http_status: int) -> Remedy:
    """What to do about a refused create: by its code, else a 429 is Twilio's word for "not
    processed, again later" (docs/api/errors/20429)."""
    if code not in CODES and http_status == 429:
        return Remedy.RETRY
    return remedy_of(code)


def remedy_of_status(status: Status, code: str | None) -> Remedy | None:
    """What to do about a message in this status; None where nothing went wrong."""
    if code is not None:
        return remedy_of(code)
    return Remedy.GIVE_UP if status in _FAILURES else None
