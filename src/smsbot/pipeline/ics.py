"""Writes an appointment as an iCalendar object (RFC 5545, with a METHOD of RFC 5546). Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

LINE = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""
PRODUCT = "-//smsbot//calendar//EN"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """`start` and `end` are aware, [start, end). `uid` stays the same for good; `sequence` rises
    with every change. `organizer` is the business's name with the URI by which it is reached."""

    uid: str
    sequence: int
    start: datetime
    end: datetime
    summary: str
    organizer: tuple[str, str]
    location: str = ""
    cancelled: bool = False


def calendar_file(event: CalendarEvent, now: datetime) -> bytes:
    """The file in UTF-8, lines folded and ended as the RFC has it; `now` (aware) is when it was
    made."""
    return b"".join(_folded(line) for line in _lines(event, now))


def _lines(event: CalendarEvent, now: datetime) -> Iterator[str]:
    name, uri = event.organizer
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield f"METHOD:{'CANCEL' if event.cancelled else 'PUBLISH'}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"DTSTART:{_moment(event.start)}"
    yield f"DTEND:{_moment(event.end)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.location:
        yield f"LOCATION:{_text(event.location)}"
    yield f'ORGANIZER;CN="{_parameter(name)}":{uri}'
    yield "END:VEVENT"
    yield "END:VCALENDAR"


def _moment(moment: datetime) -> str:
    """In UTC, form 2 of RFC 5545, 3.3.5."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """Escaped by 3.3.11; control characters, which no text may hold, become spaces."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = escaped.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\\n".join(_printable(line) for line in lines)


def _parameter(value: str) -> str:
    """Inside of quotes, which a parameter's value cannot hold (3.2)."""
    return _printable(value.replace('"', "'"))


def _printable(value: str) -> str:
    return "".join(" " if ord(one) < 32 or ord(one) == 127 else one for one in value)


def _folded(line: str) -> bytes:
    """With CRLF, and folded after at most `LINE` octets, never inside of a character: the space
    that begins a continued line is one of its octets."""
    lines, current = [], b""
    for character in line:
        octets = character.encode()
        if len(current) + len(octets) > LINE:
            lines.append(current)
            current = b" "
        current += octets
    return b"\r\n".join([*lines, current]) + b"\r\n"
