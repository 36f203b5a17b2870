"""GET Messages.json: filters and pages.

Sources: docs/messaging/api/message-resource (To, From, DateSent, DateSent<, DateSent>, PageSize);
docs/usage/twilios-response (paging).
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from urllib.parse import urlencode

from smsbot.simulator.errors import TwilioError
from smsbot.simulator.messages import Message
from smsbot.simulator.simulator import Simulator
from smsbot.simulator.wire import message_json, messages_uri

_DEFAULT_PAGE, _MAX_PAGE = 50, 1000
_FILTERS = ("To", "From", "DateSent", "DateSent<", "DateSent>")
_DAY = timedelta(days=1)


def message_list(sim: Simulator, params: Mapping[str, str]) -> dict[str, object]:
    """One page of the list, the newest first; TwilioError for a parameter that can't be read."""
    size = _integer(params, "PageSize", _DEFAULT_PAGE, low=1, high=_MAX_PAGE)
    page = _integer(params, "Page", 0, low=0, high=1_000_000_000)
    token = params.get("PageToken", "")
    found = _page(_matching(sim, params), token, size)
    more = found[size:]
    found = found[:size]

    def uri(number: int, token: str = "") -> str:
        query = {name: params[name] for name in _FILTERS if name in params}
        query |= {"PageSize": str(size), "Page": str(number)}
        if token:
            query["PageToken"] = token
        return f"{messages_uri(sim.config.account_sid)}.json?{urlencode(query)}"

    return {
        "end": max(0, page * size + len(found) - 1),
        "first_page_uri": uri(0),
        "messages": [message_json(each, sim.config.account_sid) for each in found],
        "next_page_uri": uri(page + 1, f"PA{found[-1].sid}") if more else None,
        "page": page,
        "page_size": size,
        "previous_page_uri": uri(page - 1, f"PB{found[0].sid}") if page and found else None,
        "start": page * size,
        "uri": uri(page, token),
    }


def _page(matching: Iterator[Message], token: str, size: int) -> list[Message]:
    """Up to one message more than a page: the rest is only a sign that there is more."""
    if token.startswith("PA"):
        sid = token[2:]
        for message in matching:
            if message.sid == sid:
                break
    elif token.startswith("PB"):
        sid = token[2:]
        newer = list(takewhile(lambda message: message.sid != sid, matching))
        # The message of the token follows this page, so there always is more.
        return [*newer[-size:], *newer[-1:]]
    elif token:
        raise TwilioError(400, 20001, "Invalid PageToken")
    return list(islice(matching, size + 1))


def _matching(sim: Simulator, params: Mapping[str, str]) -> Iterator[Message]:
    to, from_ = params.get("To"), params.get("From")
    # One of the two is the customer's phone: its own queue is short, the book is long.
    phone = next((each for each in (to, from_) if each and each not in sim.numbers), None)
    sent = _sent_filter(sim, params)
    for message in sim.book.newest_first(phone):
        if message.draft.network:
            continue
        if to and message.draft.to != to:
            continue
        if from_ and not (message.sender_assigned and message.draft.from_ == from_):
            continue
        if sent(message):
            yield message


def _sent_filter(sim: Simulator, params: Mapping[str, str]) -> Callable[[Message], bool]:
    low, high = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    bounds = {name: _moment(params[name]) for name in _FILTERS[2:] if params.get(name)}
    for name, (first, last) in bounds.items():
        # Both ends are inclusive, and a bare date is the whole day.
        low = max(low, first) if name != "DateSent<" else low
        high = min(high, last) if name != "DateSent>" else high

    def matches(message: Message) -> bool:
        if not bounds:
            return True
        if message.sent is None and sim.config.list_hides_unsent:
            return False
        return low <= (message.sent or message.created) < high

    return matches


def _moment(value: str) -> tuple[datetime, datetime]:
    """The first moment that `value` (GMT) means, and the first after it."""
    try:
        if len(value) == len("2026-11-23"):
            start = datetime.combine(date.fromisoformat(value), time(), UTC)
            return start, start + _DAY
        at = datetime.fromisoformat(value)
    except ValueError as error:
        raise TwilioError(400, 20001, f"Invalid date {value}") from error
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    return at, at + timedelta(seconds=1)


def _integer(params: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    value = params.get(name, "")
    if not value:
        return default
    if not value.isdecimal() or int(value) < low:
        raise TwilioError(400, 20001, f"Invalid {name} {value}")
    return min(int(value), high)
