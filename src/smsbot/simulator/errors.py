"""Twilio's error codes that the simulator can answer with, and their texts.

Source: docs/api/errors/{code}; the shape is that of docs/usage/twilios-response.
"""

_DELIVERY_TEXTS = {
    21610: "Attempt to send to unsubscribed recipient",
    30001: "Queue overflow",
    30002: "Account suspended",
    30003: "Unreachable destination handset",
    30004: "Message blocked",
    30005: "Unknown destination handset",
    30006: "Landline or unreachable carrier",
    30007: "Message filtered",
    30008: "Unknown error",
    30017: "Carrier network congestion",
    30022: "US A2P 10DLC - Rate Limits Exceeded",
    30023: "US A2P 10DLC - Daily Message Cap Reached",
    30034: "US A2P 10DLC - Message from an Unregistered Number",
    30036: "Validity Period Expired",
    30410: "Provider Timeout Error",
    30450: "Message delivery blocked - SMS Pumping Protection",
}


class TwilioError(Exception):
    """An answer of the REST API with Twilio's error JSON.

    `retry_after` (seconds) becomes the Retry-After header.
    """

    def __init__(
        self, status: int, code: int, message: str, *, retry_after: int | None = None
    ) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.message = message
        self.retry_after = retry_after

    def json(self) -> dict[str, object]:
        """The body: {code, message, more_info, status}."""
        return {
            "code": self.code,
            "message": self.message,
            "more_info": f"https://www.twilio.com/docs/errors/{self.code}",
            "status": self.status,
        }


def delivery_text(code: int | None) -> str | None:
    """The error_message of a message whose delivery ended with `code`; None without a code."""
    return None if code is None else _DELIVERY_TEXTS.get(code, "Unknown error")


def blocked_recipient() -> TwilioError:
    """The recipient has opted out (docs/api/errors/21610)."""
    return TwilioError(400, 21610, _DELIVERY_TEXTS[21610])


def too_many_requests(retry_after: int | None) -> TwilioError:
    """Not processed; `retry_after` in seconds, or None for no header (docs/api/errors/20429)."""
    return TwilioError(429, 20429, "Too Many Requests", retry_after=retry_after)


def not_found(path: str) -> TwilioError:
    """No such resource at `path` (docs/api/errors/20404)."""
    return TwilioError(404, 20404, f"The requested resource {path} was not found")
