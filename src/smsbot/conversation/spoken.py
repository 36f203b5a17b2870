"""The language of a reply."""

from smsbot.domain.understanding import Understanding
from smsbot.pack.models import Pack

DEFAULT = "en"


def reply_language(pack: Pack, understanding: Understanding) -> str:
    """The customer's, where the business declares it; else English."""
    declared = understanding.language in pack.business.languages
    return understanding.language if declared else DEFAULT


def is_foreign(pack: Pack, understanding: Understanding) -> bool:
    """Whether the customer writes what the business has no texts in."""
    return understanding.language not in (*pack.business.languages, DEFAULT)
