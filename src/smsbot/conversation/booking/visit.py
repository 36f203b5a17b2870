"""What is said and done about a visit that is booked, where it is neither moved nor cancelled."""

from datetime import timedelta

from smsbot.conversation.booking.arranged import Arranged, Say
from smsbot.conversation.booking.scene import Scene
from smsbot.conversation.booking.territory import outside
from smsbot.conversation.booking.wording import say_with_zone
from smsbot.conversation.visits import OWN_APPOINTMENT, OfVisit, named_visit, said_of_visit
from smsbot.domain.act import Act, ActKind
from smsbot.domain.booking import Appointment
from smsbot.domain.ids import AppointmentId
from smsbot.language.zips import zip_of
from smsbot.pack.qualification import in_language

MOST_TOLD = 2


def arrange_visit(scene: Scene) -> Arranged | None:
    """Pure. None where the texts are about nothing of the kind; what is pending stays so."""
    if OfVisit.NOBODY_CAME in scene.intents:
        return _nobody_came(scene)
    if OfVisit.READDRESS in scene.intents:
        return _readdress(scene)
    if OWN_APPOINTMENT in scene.intents:
        return _own_appointments(scene)
    return _note(scene) if OfVisit.NOTE in scene.intents else None


def tokens_of(scene: Scene, one: Appointment) -> tuple[tuple[str, str], ...]:
    """What an appointment is and when, for a template."""
    declared = scene.booking.service(one.slot.service)
    name = in_language(declared.name, scene.language)
    when = say_with_zone(one.slot.start, scene.zone, scene.language)
    return ("service", name), ("when", when)


def _own_appointments(scene: Scene) -> Arranged:
    """When the customer's own appointments are."""
    told = scene.booked[:MOST_TOLD]
    said = tuple(Say("your_appointment", tokens_of(scene, one)) for one in told)
    why = f"tells of {len(said)} appointments"
    return Arranged(scene.dialogue, said or (Say("nothing_booked"),), why=why)


def _nobody_came(scene: Scene) -> Arranged:
    """A person looks at once; the bot knows nothing of where anybody is."""
    began = [one for one in scene.booked if one.slot.start <= scene.turn.now]
    due = began or scene.turn.past[-1:]
    about = named_visit(scene.turn.pack, due[0]) if due else ""
    return Arranged(scene.dialogue, need="missed_visit", about=about, why="nobody has come")


def _note(scene: Scene) -> Arranged:
    [mine] = scene.booked
    said = Say("noted_visit", tokens_of(scene, mine))
    act = Act(ActKind.NOTE, mine.id, mine.slot, note=_text(scene))
    about = named_visit(scene.turn.pack, mine)
    return Arranged(scene.dialogue, (said,), act, "visit_note", about=about, why="notes it")


def _readdress(scene: Scene) -> Arranged:
    """The same time at the corrected address; a person looks at one that may be too far, and at a
    change that may come too late."""
    [mine] = scene.booked
    service = scene.booking.service(mine.slot.service)
    place = scene.address()
    if outside(scene, service):
        about, why = named_visit(scene.turn.pack, mine), "the address is outside the area"
        return Arranged(scene.dialogue, need="outside_area", about=about, why=why)
    unknown = bool(scene.booking.territory) and zip_of(place) is None
    soon = mine.slot.start - scene.turn.now < timedelta(minutes=scene.booking.lead_minutes)
    if service.place != "customer" or unknown or soon:
        about = named_visit(scene.turn.pack, mine)
        return Arranged(scene.dialogue, need="readdress", about=about, why="a person looks at it")
    made = AppointmentId(scene.turn.new_id)
    text = _text(scene)
    note = text if OfVisit.NOTE in said_of_visit(text) else ""
    act = Act(ActKind.READDRESS, made, mine.slot, old=mine.id, place=place, note=note)
    said = Say("readdressed", (*tokens_of(scene, mine), ("place", place)))
    noted = (Say("note_added"),) if note else ()
    return Arranged(
        scene.dialogue, (said, *noted), act, why=f"{made} is {mine.id} at another address"
    )


def _text(scene: Scene) -> str:
    return "\n".join(one.body for one in scene.turn.texts if one.body.strip())
