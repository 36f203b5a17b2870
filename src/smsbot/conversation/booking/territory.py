"""Whether an address is where the business goes, and what it lacks for that to be known."""

from smsbot.conversation.booking.arranged import Arranged, Say
from smsbot.conversation.booking.scene import Scene
from smsbot.conversation.booking.services import service_by_answers
from smsbot.conversation.dialogue import Dialogue
from smsbot.domain.question import Shape
from smsbot.language.answers import only_zip
from smsbot.language.zips import zip_of
from smsbot.pack.booking import Service
from smsbot.pack.qualification import AskedQuestion

LACKS_ZIP, LACKS_STREET = "ask_zip", "ask_street"
"""What an address lacks, by the template that asks for it."""


def outside(scene: Scene, service: Service) -> bool:
    """Whether the service would be at an address whose ZIP code the pack does not declare as its
    territory. Without a declared territory, or without a ZIP code in the address, nothing is."""
    declared = scene.booking.territory
    if not declared or service.place != "customer":
        return False
    code = zip_of(scene.address())
    return code is not None and not code.startswith(declared)


def ask_the_rest(scene: Scene, kept: Dialogue) -> Arranged | None:
    """Pure. What is said to an address of this turn that is too far away, or of which a part is
    missing: its ZIP is asked once, its street as often as any question. None where it is enough."""
    asked = _question(scene)
    if asked is None or not scene.booking.territory:
        return None
    told = asked.key in scene.told
    service = service_by_answers(scene.booking, scene.applies)
    if told and service and outside(scene, service):
        return Arranged(Dialogue(), need="outside_area", why="the address is outside the area")
    lacking = _lacking(scene)
    pending = scene.dialogue.asked == asked.key
    if lacking is None or not (told or pending):
        return None
    if told:
        kept = kept.model_copy(update={"asked": None, "tries": 0})
    elif not scene.besides and (lacking == LACKS_ZIP or _asked_enough(scene)):
        return None
    again = (Say("ask_again"),) if pending and not (told or scene.besides) else ()
    kept = kept.asking(asked.key, besides=scene.besides)
    return Arranged(kept, (*again, Say(lacking, asks=True)), why=f"the address lacks: {lacking}")


def lacks_only_zip(scene: Scene) -> bool:
    """Whether an address is pending of which all but the ZIP is known: who does not know that one
    is not kept waiting for it."""
    asked = _question(scene)
    return asked is not None and scene.dialogue.asked == asked.key and _lacking(scene) == LACKS_ZIP


def _question(scene: Scene) -> AskedQuestion | None:
    asked = scene.turn.pack.qualification.questions
    return next((one for one in asked if one.shape is Shape.ADDRESS), None)


def _lacking(scene: Scene) -> str | None:
    place = scene.address()
    if not place:
        return None
    if only_zip(place):
        return LACKS_STREET
    return LACKS_ZIP if zip_of(place) is None else None


def _asked_enough(scene: Scene) -> bool:
    return scene.dialogue.tries > scene.turn.pack.qualification.ask_again
