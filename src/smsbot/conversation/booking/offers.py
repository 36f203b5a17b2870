"""Which slots to offer."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from smsbot.conversation.booking.scene import Scene
from smsbot.domain.booking import Slot
from smsbot.domain.times import Grain, Window
from smsbot.language.choices import Taken
from smsbot.pack.booking import Service
from smsbot.pack.slots import Asked, spread

NARROW = (Grain.MINUTE, Grain.HOUR)


class Found(NamedTuple):
    """`slots` to offer, none where there is nothing at all; `fitting` says that they are within
    what the customer named."""

    slots: tuple[Slot, ...]
    fitting: bool


def find(scene: Scene, service: Service) -> Found:
    """Slots within the windows that the customer named; else the nearest to them that there are."""
    windows, excluded = wanted(scene), ruled_out(scene)
    told = [*scene.dialogue.offers, *scene.dialogue.offered_before]
    seen = {(one.start, one.person) for one in told} if not windows else set()
    lost = {(one.start, one.person) for one in scene.turn.lost} | _had(scene)
    free = [
        slot
        for slot in scene.diary.free(service, Asked(windows, excluded))
        if (slot.start, slot.person) not in seen | lost
    ]
    if free:
        together = bool(windows) and all(window.grain in NARROW for window in windows)
        return Found(_some(scene, free, together=together), fitting=True)
    rest = [
        slot
        for slot in scene.diary.free(service, Asked((), excluded))
        if (slot.start, slot.person) not in lost
    ]
    return Found(_some(scene, _nearest(rest, windows), together=bool(windows)), fitting=False)


def wanted(scene: Scene) -> tuple[Window, ...]:
    """The windows of this turn; "earlier" and "later" are read against what was offered; else
    those that were named before."""
    said = scene.heard.pick.taken if scene.heard.pick else None
    offers = sorted(scene.dialogue.offers, key=lambda one: one.start)
    if scene.heard.times.windows:
        return scene.heard.times.windows
    if said is Taken.EARLIER and offers:
        return (Window(scene.turn.now, offers[0].start, Grain.DAY),)
    if said is Taken.LATER and offers:
        return (Window(offers[-1].start + timedelta(minutes=1), None, Grain.DAY),)
    if said is Taken.NONE:
        return ()
    return tuple(one.window for one in scene.dialogue.wanted)


def ruled_out(scene: Scene) -> tuple[Window, ...]:
    return (
        *scene.heard.times.excluded,
        *(one.window for one in scene.dialogue.excluded),
    )


def _had(scene: Scene) -> set[tuple[datetime, str]]:
    """The time of the appointment that is to be moved: no move would be to itself."""
    return {
        (one.slot.start, one.slot.person)
        for one in scene.booked
        if one.id == scene.dialogue.appointment
    }


def _some(scene: Scene, slots: Sequence[Slot], *, together: bool) -> tuple[Slot, ...]:
    return tuple(spread(slots, scene.booking.offers, scene.zone, together=together))


def _nearest(slots: Sequence[Slot], windows: Sequence[Window]) -> Sequence[Slot]:
    """In order of time, beginning with the ones nearest to the first window."""
    if not windows:
        return slots
    asked = windows[0].start
    near = sorted(slots, key=lambda slot: abs(slot.start - asked))[:6]
    return sorted(near, key=lambda slot: slot.start)
