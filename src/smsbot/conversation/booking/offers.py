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
_HOUR = timedelta(hours=1)
_NEAR = 3
"""So many slots stand for what is nearest to a time at which nothing is free."""


class Found(NamedTuple):
    """`slots` to offer, none where there is nothing at all; `fitting` says that they are within
    what the customer named."""

    slots: tuple[Slot, ...]
    fitting: bool


def find(scene: Scene, service: Service) -> Found:
    """Slots within the windows that the customer named; else the nearest to them that there are."""
    windows, excluded = wanted(scene), ruled_out(scene)
    told = [*scene.dialogue.offers, *scene.dialogue.offered_before]
    refused = scene.heard.pick is not None and scene.heard.pick.taken is Taken.NONE
    again = bool(windows) and not (refused and not ahead(scene))
    seen = set() if again else {(one.start, one.person) for one in told}
    lost = {(one.start, one.person) for one in scene.turn.lost}
    free = [
        slot
        for slot in scene.diary.free(service, Asked(windows, excluded))
        if (slot.start, slot.person) not in seen | lost and not _meets_own(scene, slot)
    ]
    if free:
        together = bool(windows) and all(window.grain in NARROW for window in windows)
        if together and windows[0].approximate:
            free = _around(free, windows[0].start, scene.booking.offers)
        return Found(_some(scene, free, together=together), fitting=True)
    rest = [
        slot
        for slot in scene.diary.free(service, Asked((), excluded))
        if (slot.start, slot.person) not in lost and not _meets_own(scene, slot)
    ]
    return Found(_some(scene, _nearest(rest, windows), together=bool(windows)), fitting=False)


def refused(scene: Scene) -> bool:
    """Whether the texts refuse what is on offer, though it is what was asked for. Who only says
    more closely when it suits ("friday", then "in the morning") refuses nothing, nor who names
    another time because nothing was free at the first."""
    dialogue, named = scene.dialogue, ahead(scene)
    if not dialogue.offers or (not named and scene.heard.times.excluded):
        return False
    before = _wanted_before(scene)
    if not named:
        return True
    fitting = all(Asked(before).allows(one.start) for one in dialogue.offers)
    closer = all(Asked(before).allows(one.start) for one in named)
    return bool(before) and fitting and not closer


def says_more(scene: Scene) -> bool:
    """Whether the texts say of when it suits what was not said before."""
    before = {(one.start, one.end) for one in _wanted_before(scene)}
    named = {(one.start, one.end) for one in ahead(scene)}
    return bool(scene.heard.times.excluded) or (bool(named) and named != before)


def _wanted_before(scene: Scene) -> tuple[Window, ...]:
    return tuple(one.window for one in scene.turn.state.dialogue.wanted)


def _holds(outer: Window, inner: Window) -> bool:
    ends = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return outer.start <= inner.start and ends


def asked_for(scene: Scene, found: Found) -> Slot | None:
    """The slot at the one hour that this turn asks for, or that was asked for before there was
    anything to offer: then it is a yes and no list."""
    first = not (scene.dialogue.offers or scene.dialogue.offered_before)
    named = wanted(scene) if first else ahead(scene)
    if not found.fitting or len(named) != 1:
        return None
    [one] = named
    exact = one.grain in NARROW and one.end is not None and not one.approximate
    if not exact or one.end is None or one.end - one.start > _HOUR:
        return None
    return next((slot for slot in found.slots if slot.start == one.start), None)


def wanted(scene: Scene) -> tuple[Window, ...]:
    """The windows of this turn; "earlier" and "later" are read against what was offered; else
    those that were named before."""
    said = scene.heard.pick.taken if scene.heard.pick else None
    offers = sorted(scene.dialogue.offers, key=lambda one: one.start)
    if ahead(scene):
        return ahead(scene)
    if said is Taken.EARLIER and offers:
        return (Window(scene.turn.now, offers[0].start, Grain.DAY),)
    if said is Taken.LATER and offers:
        return (Window(offers[-1].start + timedelta(minutes=1), None, Grain.DAY),)
    out = ruled_out(scene)
    before = (one.window for one in scene.dialogue.wanted)
    return tuple(one for one in before if not any(_holds(gone, one) for gone in out))


def ahead(scene: Scene) -> tuple[Window, ...]:
    """The windows of this turn that are not over: "it began yesterday" is no wish."""
    now = scene.turn.now
    return tuple(one for one in scene.heard.times.windows if one.end is None or one.end > now)


def ruled_out(scene: Scene) -> tuple[Window, ...]:
    return (
        *scene.heard.times.excluded,
        *(one.window for one in scene.dialogue.excluded),
    )


def _meets_own(scene: Scene, slot: Slot) -> bool:
    """Whether the customer is somewhere else then: at another appointment of theirs, or at the very
    time that they want to leave."""
    return any(
        slot.start == one.slot.start
        if one.id == scene.dialogue.appointment
        else slot.start < one.slot.end and one.slot.start < slot.end
        for one in scene.booked
    )


def _around(slots: Sequence[Slot], asked: datetime, count: int) -> list[Slot]:
    """The `count` nearest to a time said with "around" or "ish", in order."""
    near = sorted(slots, key=lambda slot: abs(slot.start - asked))[:count]
    return sorted(near, key=lambda slot: slot.start)


def _some(scene: Scene, slots: Sequence[Slot], *, together: bool) -> tuple[Slot, ...]:
    return tuple(spread(slots, scene.booking.offers, scene.zone, together=together))


def _nearest(slots: Sequence[Slot], windows: Sequence[Window]) -> Sequence[Slot]:
    """In order of time: the last one before the first window, and what comes from it on."""
    if not windows:
        return slots
    asked = windows[0].start
    before = [slot for slot in slots if slot.start < asked][-1:]
    return [*before, *(slot for slot in slots if slot.start >= asked)][:_NEAR]
