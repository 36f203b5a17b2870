"""Which question is next."""

from smsbot.conversation.booking.scene import Scene
from smsbot.conversation.dialogue import APPOINTMENT, SLOT
from smsbot.pack.booking import Service
from smsbot.pack.qualification import AskedQuestion


def next_question(scene: Scene) -> AskedQuestion | None:
    """The first declared question that applies, is not answered, and may still be asked; None
    where enough is known. The CRM's facts are not asked."""
    declared = scene.turn.pack.qualification
    asked = [key for key in scene.dialogue.asked_before if key not in (SLOT, APPOINTMENT)]
    if len(asked) >= declared.ask_at_most:
        return None
    pinned = scene.dialogue.service
    settled = scene.booking.service(pinned).when if pinned else {}
    for question in declared.questions:
        if question.key in settled:
            continue
        if scene.known(question) or not scene.applies(question.when):
            continue
        if question.optional and question.key in asked:
            continue
        return question
    return None


def needed(scene: Scene, service: Service) -> AskedQuestion | None:
    """The first fact that the service cannot be booked without, and that is not known."""
    by_key = {one.key: one for one in scene.turn.pack.qualification.questions}
    return next(
        (by_key[k] for k in service.needs if k in by_key and not scene.known(by_key[k])), None
    )
