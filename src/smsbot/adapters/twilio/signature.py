"""X-Twilio-Signature (docs/usage/webhooks/webhooks-security)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from twilio.request_validator import (  # type: ignore[import-untyped]
    RequestValidator,
    add_port,
    remove_port,
)


class _Fields(defaultdict[str, list[str]]):
    """Fields by name with all their values, as the SDK wants to read them."""

    def getlist(self, name: str) -> list[str]:
        return self[name]


def signatures(auth_token: str, url: str, params: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What Twilio may have signed this request with, the likeliest first: over `url` as it stands,
    then with its port left out or written out, which differs between Twilio's services."""
    fields = _Fields(list)
    for name, value in params:
        fields[name].append(value)
    validator = RequestValidator(auth_token)
    yield validator.compute_signature(url, fields)
    parts = urlsplit(url)
    for other in (remove_port(parts), add_port(parts)):
        if other != url:
            yield validator.compute_signature(other, fields)
