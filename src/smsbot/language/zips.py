"""ZIP codes in addresses."""

import re

_ZIP = re.compile(r"\b(\d{5})(?:-\d{4})?\s*$|\b(?:zip\s*(?:code)?\s*(?:is|:)?\s*)(\d{5})\b", re.I)


def zip_of(address: str) -> str | None:
    """The five-digit ZIP code of an address that ends in one, or names it as one."""
    found = _ZIP.search(address)
    return (found.group(1) or found.group(2)) if found else None
