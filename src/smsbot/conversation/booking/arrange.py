"""What to do about a booking, a move or a cancellation: the next question, an offer, or the act."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from smsbot.conversation.booking import offers, questions
from smsbot.conversation.booking.scene import Scene
from smsbot.conversation.booking.territory import outside
from smsbot.conversation.booking.wording import say_options, say_slot, say_with_zone
from smsbot.conversation.dialogue import APPOINTMENT, SLOT, Dialogue, Goal, Offered, Wanted
from smsbot.domain.act import Act, ActKind
from smsbot.domain.booking import Appointment, Slot
from smsbot.domain.ids import AppointmentId
from smsbot.language.choices import Taken, pick
from smsbot.pack.booking import Service
from smsbot.pack.qualification import AskedQuestion, in_language

GOALS: Mapping[str, Goal] = {
    "cancel_appointment": Goal.CANCEL,
    "reschedule": Goal.MOVE,
    "book": Goal.BOOK,
    "availability": Goal.BOOK,
}
"""Intent -> what it starts; the first of these that was heard counts."""

MOST_BESIDES = 2
"""How much oftener a question is asked again where each time something else was told."""
MOST_LOST = 2
"""Slots that a turn may lose to others and think again; then a person takes over (DESIGN.md 5)."""


@dataclass(frozen=True, slots=True)
class Say:
    """A template with its tokens, or the declared words of a question."""

    template: str = ""
    tokens: tuple[tuple[str, str], ...] = ()
    question: AskedQuestion | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Arranged:
    """`says` in order, at most one of which asks; `need` hands over to a person; `stage` is the
    CRM's new one."""

    dialogue: Dialogue
    says: tuple[Say, ...] = ()
    act: Act | None = None
    need: str | None = None
    stage: str | None = None
    why: str = ""


def arrange(scene: Scene) -> Arranged:
    """Pure. The dialogue's goal, or the one that this turn starts, taken one step further."""
    if len(scene.turn.lost) > MOST_LOST:
        return Arranged(Dialogue(), need="slot_lost", why="the chosen slots were taken by others")
    goal = next((goal for intent, goal in GOALS.items() if intent in scene.intents), None)
    if goal and goal is not scene.dialogue.goal:
        fresh = Dialogue(goal=goal, asked_before=scene.dialogue.asked_before)
        scene = replace(scene, dialogue=fresh, heard=replace(scene.heard, pick=None))
    match scene.dialogue.goal:
        case Goal.CANCEL | Goal.MOVE:
            return _with_appointment(scene)
        case _:
            return _book(scene)


def _with_appointment(scene: Scene) -> Arranged:
    """Cancel or move: first of all, which one."""
    booked = scene.booked
    if not booked:
        return Arranged(Dialogue(), need="no_appointment", why="there is no appointment")
    mine = _meant(scene, booked)
    if mine is None:
        if scene.dialogue.asked == APPOINTMENT and scene.dialogue.tries > 1:
            return Arranged(Dialogue(), need="which_appointment", why="which one stayed unclear")
        options = say_options([one.slot for one in booked], scene.zone, scene.language)
        asked = Say("ask_which", (("options", options),), asks=True)
        return Arranged(scene.dialogue.asking(APPOINTMENT), (asked,), why="which appointment?")
    if scene.dialogue.goal is Goal.CANCEL:
        return _cancel(scene, mine)
    picked = scene.dialogue.asked == APPOINTMENT
    heard = replace(scene.heard, pick=None) if picked else scene.heard
    update = {"appointment": mine.id, "service": mine.slot.service}
    dialogue = scene.dialogue.model_copy(update=update)
    return _slots(replace(scene, dialogue=dialogue, heard=heard))


def _meant(scene: Scene, booked: tuple[Appointment, ...]) -> Appointment | None:
    if scene.dialogue.appointment:
        return next((a for a in booked if a.id == scene.dialogue.appointment), None)
    if len(booked) == 1:
        return booked[0]
    if scene.dialogue.asked != APPOINTMENT:
        return None
    text = "\n".join(one.body for one in scene.turn.texts)
    starts = [one.slot.start for one in booked]
    said = pick(text, starts, scene.turn.now.astimezone(scene.zone), scene.zone)
    return booked[said.index] if said and said.index is not None else None


def _cancel(scene: Scene, mine: Appointment) -> Arranged:
    when = say_slot(mine.slot.start, scene.zone, scene.language)
    return Arranged(
        Dialogue(asked_before=scene.dialogue.asked_before),
        (Say("cancelled", (("when", when),)),),
        Act(ActKind.CANCEL, mine.id),
        stage=scene.turn.pack.qualification.stages.cancelled,
        why=f"cancels {mine.id}",
    )


def _book(scene: Scene) -> Arranged:
    """The declared questions first, unless offers are out already."""
    kept = _remembering(scene)
    asked = scene.dialogue.asked
    pending = asked is not None and asked not in (SLOT, APPOINTMENT)
    if pending and scene.heard.missed:
        again = _again(scene, kept)
        if again:
            return again
    if asked != SLOT:
        question = questions.next_question(scene)
        if question and not _given_up(scene, question):
            return _ask(kept, question, why=f"asks {question.key}")
    return _slots(replace(scene, dialogue=kept))


def _again(scene: Scene, kept: Dialogue) -> Arranged | None:
    """The pending question once more, as often as the pack allows; then a person."""
    declared = scene.turn.pack.qualification
    question = next((q for q in declared.questions if q.key == scene.dialogue.asked), None)
    if question is None or question.optional:
        return None
    if scene.heard.anything and scene.dialogue.tries <= declared.ask_again + MOST_BESIDES:
        so_far = (Say("go_on"),)
        return _ask(kept, question, before=so_far, why=f"asks {question.key}, having heard more")
    if scene.besides:
        return _ask(kept, question, besides=True, why=f"asks {question.key} again")
    if scene.dialogue.tries > declared.ask_again:
        return Arranged(Dialogue(), need="unanswered", why=f"{question.key} stayed unanswered")
    return _ask(kept, question, before=(Say("ask_again"),), why=f"asks {question.key} again")


def _given_up(scene: Scene, question: AskedQuestion) -> bool:
    return question.optional and question.key in scene.dialogue.asked_before


def _ask(
    dialogue: Dialogue,
    question: AskedQuestion,
    *,
    before: tuple[Say, ...] = (),
    besides: bool = False,
    act: Act | None = None,
    why: str,
) -> Arranged:
    asked = Say(question=question, asks=True)
    kept = dialogue.asking(question.key, besides=besides)
    return Arranged(kept, (*before, asked), act, why=why)


def _remembering(scene: Scene) -> Dialogue:
    """The dialogue with the times that were named, for when there is something to offer."""
    windows = offers.wanted(scene)
    return scene.dialogue.model_copy(
        update={
            "wanted": tuple(Wanted.of(one) for one in windows),
            "excluded": tuple(Wanted.of(one) for one in offers.ruled_out(scene)),
        }
    )


def _slots(scene: Scene) -> Arranged:
    """Offer, or take what was picked of the offers."""
    service = scene.service()
    if outside(scene, service):
        return Arranged(Dialogue(), need="outside_area", why="the address is outside the area")
    dialogue = _remembering(scene)
    chosen = _chosen(scene)
    if scene.dialogue.held and not chosen:
        chosen = scene.dialogue.held
    if chosen:
        return _take(replace(scene, dialogue=dialogue), service, chosen)
    if scene.dialogue.asked == SLOT and not _goes_on(scene):
        return _same_offers(scene, dialogue, service)
    return _fresh_offers(scene, dialogue, service)


def _same_offers(scene: Scene, dialogue: Dialogue, service: Service) -> Arranged:
    """What is on offer once more, where the texts said nothing of it; then a person."""
    if not scene.besides and scene.dialogue.tries > scene.turn.pack.qualification.ask_again:
        return Arranged(Dialogue(), need="unanswered", why="no offer was chosen")
    shown = tuple(one.slot for one in scene.dialogue.offers)
    template = "offer_slots" if scene.besides else "ask_again_slots"
    return _offer(scene, dialogue, service, shown, template, same=True)


def _fresh_offers(scene: Scene, dialogue: Dialogue, service: Service) -> Arranged:
    """What is free in what was named, else nearest to it; after as many rounds as the pack has, a
    person."""
    if scene.dialogue.rounds >= scene.booking.rounds:
        return Arranged(Dialogue(), need="no_slot_fits", why="no offer fitted, round after round")
    found = offers.find(replace(scene, dialogue=dialogue), service)
    if not found.slots:
        return Arranged(Dialogue(), need="no_availability", why="nothing is free")
    named = bool(offers.wanted(scene))
    template = "offer_slots" if found.fitting or not named else "no_slots"
    return _offer(scene, dialogue, service, found.slots, template)


def _goes_on(scene: Scene) -> bool:
    return bool(scene.heard.pick or scene.heard.times.windows or scene.heard.times.excluded)


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
    if not scene.can_have(service, slot):
        return _lost(scene, service)
    missing = questions.needed(scene, service)
    dialogue = scene.dialogue
    if missing:
        hold = AppointmentId(dialogue.hold or scene.turn.new_id)
        expires = scene.turn.now + timedelta(minutes=scene.booking.hold_minutes)
        act = Act(ActKind.HOLD, hold, slot, expires_at=expires)
        kept = dialogue.model_copy(update={"hold": hold, "held": chosen, "offers": ()})
        return _ask(kept, missing, act=act, why=f"holds the slot and asks {missing.key}")
    return _commit(scene, service, slot)


def _commit(scene: Scene, service: Service, slot: Slot) -> Arranged:
    dialogue, stages = scene.dialogue, scene.turn.pack.qualification.stages
    made = AppointmentId(dialogue.hold or scene.turn.new_id)
    place = _place(scene, service)
    when = say_with_zone(slot.start, scene.zone, scene.language)
    name = in_language(service.name, scene.language)
    done = Dialogue(asked_before=dialogue.asked_before)
    if dialogue.goal is Goal.MOVE and dialogue.appointment:
        old = AppointmentId(dialogue.appointment)
        act = Act(ActKind.MOVE, made, slot, old=old, place=place)
        said = Say("moved", (("service", name), ("when", when)))
        return Arranged(done, (said,), act, stage=stages.moved, why=f"moves {old} to {made}")
    act = Act(ActKind.BOOK, made, slot, place=place)
    said = Say("booked", (("service", name), ("when", when), ("place", place)))
    return Arranged(done, (said,), act, stage=stages.booked, why=f"books {made}")


def _place(scene: Scene, service: Service) -> str:
    """Where it happens, in words; empty where the customer's address is not asked."""
    if service.place == "customer":
        return scene.address()
    address = scene.booking.address if service.place == "business" else None
    return in_language(address, scene.language) if address else ""


def _lost(scene: Scene, service: Service) -> Arranged:
    """Somebody else was quicker: said, and replaced."""
    dialogue = scene.dialogue.model_copy(update={"hold": None, "held": None})
    anew = replace(scene, dialogue=dialogue, heard=replace(scene.heard, pick=None))
    found = offers.find(anew, service)
    if not found.slots:
        return Arranged(Dialogue(), need="no_availability", why="the slot is gone, and no other is")
    return _offer(anew, dialogue, service, found.slots, "slot_lost")


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
            "offers": tuple(Offered.of(slot) for slot in slots),
            "offered_before": (*dialogue.offered_before, *dialogue.offers),
            "rounds": dialogue.rounds + 1,
            "asked": None,
            "tries": 0,
        }
    name = in_language(service.name, scene.language)
    said = Say(template, (("service", name), ("options", options)), asks=True)
    kept = dialogue.model_copy(update=update).asking(SLOT, besides=same and scene.besides)
    return Arranged(kept, (said,), why=f"offers {len(slots)} slots")
