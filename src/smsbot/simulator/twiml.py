"""What a webhook's answer asks the carrier to do (docs/messaging/twiml/message)."""

from dataclasses import dataclass
from xml.etree import ElementTree

PARSE_FAILED, BAD_CONTENT_TYPE = 12100, 12300
_XML = frozenset({"text/xml", "application/xml", "text/html"})


class TwimlError(Exception):
    """The answer can't be executed; `code` is Twilio's number for it."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


@dataclass(frozen=True, slots=True)
class Reply:
    """One <Message>; without `to` or `from_` it goes back to the sender."""

    body: str
    media: tuple[str, ...] = ()
    to: str | None = None
    from_: str | None = None
    callback_url: str | None = None


def replies(media_type: str, body: str) -> list[Reply]:
    """The messages that an answer asks for; TwimlError if it is neither TwiML nor plain text.

    An empty answer asks for none, whatever its type; plain text is itself a message.
    """
    if not body.strip():
        return []
    if media_type == "text/plain":
        return [Reply(body)]
    if media_type not in _XML:
        raise TwimlError(BAD_CONTENT_TYPE)
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise TwimlError(PARSE_FAILED) from error
    if root.tag != "Response":
        raise TwimlError(PARSE_FAILED)
    found = [_reply(each) for each in root.findall("Message")]
    return [reply for reply in found if reply.body or reply.media]


def _reply(element: ElementTree.Element) -> Reply:
    nested = [(each.text or "") for each in element.findall("Body")]
    return Reply(
        body="".join(nested) if nested else (element.text or "").strip(),
        media=tuple((each.text or "").strip() for each in element.findall("Media")),
        to=element.get("to"),
        from_=element.get("from"),
        callback_url=element.get("statusCallback") or element.get("action"),
    )
