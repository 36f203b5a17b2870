"""Slots: offered, taken, lost; and what is booked or moved."""

from dataclasses import replace
from datetime import timedelta

from smsbot.conversation.booking import offers, questions
from smsbot.conversation.booking.arranged import Arranged, Say, ask_for
from smsbot.conversation.booking.besides import for_whoever_comes
from smsbot.conversation.booking.scene import Scene
from smsbot.conversation.booking.territory import outside
from smsbot.conversation.booking.visit import tokens_of
from smsbot.conversation.booking.wording import say_options, say_with_zone
from smsbot.conversation.dialogue import SLOT, Dialogue, Goal, Offered, Wanted
from smsbot.domain.act import Act, ActKind
from smsbot.domain.booking import Slot
from smsbot.domain.ids import AppointmentId
from smsbot.language.choices import Taken
from smsbot.pack.booking import Service
from smsbot.pack.qualification import in_language


def remembering(scene: Scene) -> Dialogue:
    """The dialogue with the times that were named, for when there is something to offer."""
    windows = offers.wanted(scene)
    return scene.dialogue.model_copy(
        update={
            "wanted": tuple(Wanted.of(one) for one in windows),
            "excluded": tuple(Wanted.of(one) for one in offers.ruled_out(scene)),
            "forgotten": tuple(k for k in scene.dialogue.forgotten if k not in scene.told),
            "note": _note(scene),
        }
    )


def _note(scene: Scene) -> str:
    """What was said for whoever comes beside a choice; not what was answered in this turn."""
    remark = scene.heard.pick.remark if scene.heard.pick else ""
    return for_whoever_comes(remark, besides=scene.besides) or scene.dialogue.note


def offer_or_take(scene: Scene) -> Arranged:
    """Offer, or take what was picked of the offers."""
    service = scene.service()
    if service is None:
        return Arranged(Dialogue(), need="no_service", why="no service is for these answers")
    if outside(scene, service):
        return Arranged(Dialogue(), need="outside_area", why="the address is outside the area")
    dialogue = remembering(scene)
    chosen = _chosen(scene)
    if scene.dialogue.held and not chosen:
        chosen = scene.dialogue.held
    if chosen:
        return _take(replace(scene, dialogue=dialogue), service, chosen)
    if scene.dialogue.asked == SLOT and not _goes_on(scene):
        return _same_offers(scene, dialogue, service)
    return _fresh_offers(scene, dialogue, service)


def _same_offers(scene: Scene, dialogue: Dialogue, service: Service) -> Arranged:
    """What is on offer once more, where the texts said nothing of it; then a person. What they
    told besides, as a corrected address, is taken first."""
    shown = tuple(one.slot for one in scene.dialogue.offers)
    if scene.heard.readdresses(scene.turn.pack):
        again = _offer(scene, dialogue, service, shown, "offer_slots", same=True)
        return replace(again, says=(Say("go_on"), *again.says))
    if not scene.besides and scene.dialogue.tries > scene.turn.pack.qualification.ask_again:
        return Arranged(Dialogue(), need="unanswered", why="no offer was chosen")
    template = "offer_slots" if scene.besides else "ask_again_slots"
    return _offer(scene, dialogue, service, shown, template, same=True)


def _fresh_offers(scene: Scene, dialogue: Dialogue, service: Service) -> Arranged:
    """What is free in what was named, else nearest to it; after as many refused rounds as the pack
    has, a person."""
    spent = scene.dialogue.rounds + offers.refused(scene)
    dialogue = dialogue.model_copy(update={"rounds": spent})
    if spent >= scene.booking.rounds:
        return Arranged(Dialogue(), need="no_slot_fits", why="no offer fitted, round after round")
    found = offers.find(replace(scene, dialogue=dialogue), service)
    if not found.slots:
        return Arranged(Dialogue(), need="no_availability", why="nothing is free")
    named = bool(offers.wanted(scene))
    template = "offer_slots" if found.fitting or not named else "no_slots"
    asked = offers.asked_for(scene, found)
    if asked:
        return _offer(scene, dialogue, service, (asked,), "slot_free")
    return _offer(scene, dialogue, service, found.slots, template)


def _goes_on(scene: Scene) -> bool:
    return bool(scene.heard.pick or offers.says_more(scene))


def _chosen(scene: Scene) -> Offered | None:
    said, out = scene.heard.pick, scene.dialogue.offers
    if scene.dialogue.asked != SLOT or said is None or not out:
        return None
    if said.taken is Taken.ONE and said.index is not None:
        return out[said.index]
    return out[0] if said.taken is Taken.ANY else None


def _take(scene: Scene, service: Service, chosen: Offered) -> Arranged:
    """Book what was picked; where a fact is missing, hold it and ask for the fact."""
    slot = chosen.slot
    if not scene.can_have(service, chosen):
        return _lost(scene, service, chosen)
    missing = questions.needed(scene, service)
    dialogue = scene.dialogue
    if missing:
        hold = AppointmentId(dialogue.hold or scene.turn.new_id)
        expires = scene.turn.now + timedelta(minutes=scene.booking.hold_minutes)
        act = Act(ActKind.HOLD, hold, slot, expires_at=expires)
        kept = dialogue.model_copy(update={"hold": hold, "held": chosen, "offers": ()})
        when = say_with_zone(slot.start, scene.zone, scene.language)
        held = () if dialogue.held else (Say("held", (("when", when),)),)
        why = f"holds the slot and asks {missing.key}"
        return ask_for(kept, missing, before=held, act=act, why=why)
    return _commit(scene, service, slot)


def _commit(scene: Scene, service: Service, slot: Slot) -> Arranged:
    dialogue, stages = scene.dialogue, scene.turn.pack.qualification.stages
    made = AppointmentId(dialogue.hold or scene.turn.new_id)
    place = _place(scene, service)
    when = say_with_zone(slot.start, scene.zone, scene.language)
    name = in_language(service.name, scene.language)
    done = Dialogue(asked_before=dialogue.asked_before)
    noted = (Say("note_added"),) if dialogue.note else ()
    if dialogue.goal is Goal.MOVE and dialogue.appointment:
        old = AppointmentId(dialogue.appointment)
        act = Act(ActKind.MOVE, made, slot, old=old, place=place, note=dialogue.note)
        said = Say("moved", (("service", name), ("when", when)))
        return Arranged(done, (said, *noted), act, stage=stages.moved, why=f"moves {old} to {made}")
    act = Act(ActKind.BOOK, made, slot, place=place, note=dialogue.note)
    named = _NAMED_AT[service.place] if place or service.place == "phone" else "booked"
    said = Say(named, (("service", name), ("when", when), ("place", place)))
    return Arranged(done, (said, *noted), act, stage=stages.booked, why=f"books {made}")


_NAMED_AT = {
    "customer": "booked_customer",
    "business": "booked_business",
    "phone": "booked_phone",
}
"""Where a service happens -> what says that it is booked."""


def _place(scene: Scene, service: Service) -> str:
    """Where it happens, in words; empty where the customer's address is not asked."""
    if service.place == "customer":
        return scene.address()
    address = scene.booking.address if service.place == "business" else None
    return in_language(address, scene.language) if address else ""


def _lost(scene: Scene, service: Service, chosen: Offered) -> Arranged:
    """Somebody else was quicker, which is said, or it is too late for it now; and replaced."""
    dialogue = scene.dialogue.model_copy(update={"hold": None, "held": None})
    anew = replace(scene, dialogue=dialogue, heard=replace(scene.heard, pick=None))
    found = offers.find(anew, service)
    if not found.slots:
        return Arranged(Dialogue(), need="no_availability", why="the slot is gone, and no other is")
    begun = chosen.start <= scene.turn.now
    return _offer(anew, dialogue, service, found.slots, "no_slots" if begun else "slot_lost")


_OF_ONE = {"offer_slots": "offer_one", "slot_free": "slot_free"}
"""Template -> what is said instead where there is one slot."""


def _offer(
    scene: Scene,
    dialogue: Dialogue,
    service: Service,
    slots: tuple[Slot, ...],
    template: str,
    *,
    same: bool = False,
) -> Arranged:
    options = say_options(slots, scene.zone, scene.language)
    update: dict[str, object] = {"service": service.id, "goal": dialogue.goal or Goal.BOOK}
    if not same:
        update |= {
            "offers": tuple(Offered.of(slot, scene.turn.now) for slot in slots),
            "offered_before": (*dialogue.offered_before, *dialogue.offers),
            "asked": None,
            "tries": 0,
        }
    name = in_language(service.name, scene.language)
    said = Say(template, (("service", name), ("options", options)), asks=True)
    if len(slots) == 1 and template in _OF_ONE:
        when = say_with_zone(slots[0].start, scene.zone, scene.language)
        said = Say(_OF_ONE[template], (("service", name), ("when", when)), asks=True)
    kept = dialogue.model_copy(update=update).asking(SLOT, besides=same and scene.besides)
    told = () if said.template == "slot_free" else _moving(scene)
    return Arranged(kept, (*told, said), why=f"offers {len(slots)} slots")


def _moving(scene: Scene) -> tuple[Say, ...]:
    """That the old time stays until there is a new one: once, before the first choice of a move."""
    before, moved = scene.turn.state.dialogue, scene.dialogue.appointment
    chose = before.goal is Goal.MOVE and before.asked == SLOT and len(before.offers) > 1
    if scene.dialogue.goal is not Goal.MOVE or chose:
        return ()
    return tuple(Say("moving", tokens_of(scene, one)) for one in scene.booked if one.id == moved)
