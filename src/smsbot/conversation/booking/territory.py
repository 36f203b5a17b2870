"""Whether an address is where the business goes."""

from smsbot.conversation.booking.scene import Scene
from smsbot.language.zips import zip_of
from smsbot.pack.booking import Service


def outside(scene: Scene, service: Service) -> bool:
    """Whether the service would be at an address whose ZIP code the pack does not declare as its
    territory. Without a declared territory, or without a ZIP code in the address, nothing is."""
    declared = scene.booking.territory
    if not declared or service.place != "customer":
        return False
    code = zip_of(scene.address())
    return code is not None and not code.startswith(declared)
