"""Whether an address is where the business goes."""

import re

from smsbot.conversation.booking.scene import Scene
from smsbot.pack.booking import Service

_ZIP = re.compile(r"\b(\d{5})(?:-\d{4})?\s*$|\b(?:zip\s*(?:code)?\s*(?:is|:)?\s*)(\d{5})\b", re.I)


def outside(scene: Scene, service: Service) -> bool:
    """Whether the service would be at an address whose ZIP code the pack does not declare as its
    territory. Without a declared territory, or without a ZIP code in the address, nothing is."""
    declared = scene.booking.territory
    if not declared or service.place != "customer":
        return False
    found = _ZIP.search(scene.address())
    code = (found.group(1) or found.group(2)) if found else None
    return code is not None and not code.startswith(declared)
