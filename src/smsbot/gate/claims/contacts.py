"""Where one can go or whom one can reach: links, e-mail addresses, phone numbers."""

import re
from collections.abc import Iterator

import phonenumbers

from smsbot.gate.claims.claim import Claim, stated
from smsbot.gate.claims.page import Page

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}")
_LINK = re.compile(
    r"\b(?:https?://|www\.)[^\s\0<>\"]{1,300}"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[^\W\d_]{2,24}\b(?::\d{2,5})?(?:[/?#][^\s\0<>\"]{0,300})?"
)
_DOT = r"(?:\s*[(\[]\s*(?:\.|dot|punto|point)\s*[)\]]\s*|\s+(?:dot|punto|point)\s+|\s+\.\s*|\.\s+)"
_SPELLED = re.compile(
    r"\b(?:([\w.+-]{1,64})(?:\s*[(\[]\s*|\s+)(?:at|arroba)(?:\s*[)\]]\s*|\s+))?"
    rf"([\w-]{{1,63}}){_DOT}(com|net|org|io|biz|example)\b"
)
_REGION = "US"
"""How a phone number without a country is read."""
_MAX_TRIES = 20
"""Runs of digits that turn out to be no phone number, after which the rest are plain numbers."""


def find_addresses(page: Page) -> Iterator[Claim]:
    for found in page.find(_EMAIL):
        words = page.strike(*found.span())
        yield stated("e-mail", words, f"email:{words.lower()}")
    for found in page.find(_LINK):
        start, end = found.start(), found.end() - _trailing(found.group())
        words = page.strike(start, end)
        yield stated("link", words, f"link:{_address(words)}")
    for found in page.find(_SPELLED):
        host, words = f"{found[2]}.{found[3]}", page.strike(*found.span())
        if found[1]:
            yield stated("e-mail", words, f"email:{found[1]}@{host}")
        else:
            yield stated("link", words, f"link:{host}")


def find_phones(page: Page) -> Iterator[Claim]:
    """Anything that could be dialled, however it is grouped."""
    matcher = phonenumbers.PhoneNumberMatcher(
        page.left, _REGION, phonenumbers.Leniency.POSSIBLE, _MAX_TRIES
    )
    for found in list(matcher):
        national = str(found.number.national_number)
        full = f"phone:+{found.number.country_code}{national}"
        words = page.strike(found.start, found.end)
        short = f"local:{national[-7:]}"
        # A number without its area code is held to its last seven digits.
        needs = {short} if len(national) == 7 else {full}
        yield Claim("phone number", words, frozenset(needs), frozenset({full, short}))


def _trailing(link: str) -> int:
    """How many characters at the end belong to the sentence and not to the link."""
    return len(link) - len(link.rstrip(".,;:!?)]}'"))


def _address(link: str) -> str:
    """Without scheme, `www.` and closing slash. Accents stay: they make another host."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", link.lower()).rstrip("/")
