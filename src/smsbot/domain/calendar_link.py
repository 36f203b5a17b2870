"""The link to an appointment's calendar file: a token that nobody can guess, in few characters.

The token is the appointment's own identifier, 80 bits of which are chance, written with 62
characters instead of 16; so nothing has to be stored to find the appointment again.
"""

import re
import string

from smsbot.domain.ids import AppointmentId

ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
DIGITS = 31
"""Hexadecimal ones of an identifier as production makes them."""
LENGTH = 21
"""Characters of a token: the fewest that hold every such identifier."""
_ID = re.compile(rf"apt_([0-9a-f]{{{DIGITS}}})")
_TOKEN = re.compile(rf"[0-9A-Za-z]{{{LENGTH}}}")


def link_of(base_url: str, appointment: AppointmentId) -> str | None:
    """The address of the appointment's calendar file under `base_url`, which ends without a slash;
    None where there is no base, and for an identifier that holds no chance."""
    token = token_of(appointment)
    return f"{base_url}/calendar/{token}.ics" if base_url and token else None


def token_of(appointment: AppointmentId) -> str | None:
    """None for an identifier that is not production's."""
    found = _ID.fullmatch(appointment)
    if not found:
        return None
    rest, token = int(found[1], 16), ""
    for _ in range(LENGTH):
        rest, digit = divmod(rest, len(ALPHABET))
        token = ALPHABET[digit] + token
    return token


def appointment_of(token: str) -> AppointmentId | None:
    """The identifier that this is the token of; None for what is no token."""
    if not _TOKEN.fullmatch(token):
        return None
    number = 0
    for character in token:
        number = number * len(ALPHABET) + ALPHABET.index(character)
    digits = f"{number:0{DIGITS}x}"
    return AppointmentId(f"apt_{digits}") if len(digits) == DIGITS else None
