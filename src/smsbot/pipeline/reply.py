"""A turn: take what is unanswered, think with no transaction open, commit all of it or nothing."""

from collections.abc import Sequence
from datetime import datetime

from smsbot.conversation import Conversation
from smsbot.conversation.state import dump_state, load_state, must_disclose
from smsbot.conversation.turn import TurnInput, TurnOutput, UnansweredText
from smsbot.domain.booking import Slot
from smsbot.domain.event import Event, EventType
from smsbot.domain.ids import ConversationId
from smsbot.domain.task import TaskContext, Urgency
from smsbot.pipeline.appointments import carry_out
from smsbot.pipeline.handoff import HandedOff, Need, Parties, hand_off, record_link
from smsbot.pipeline.outgoing import Queued, put_out
from smsbot.pipeline.promising import OF_WORDS, instead_of_refused
from smsbot.pipeline.reply_failed import note_failure
from smsbot.pipeline.services import Services
from smsbot.pipeline.taking import Taken, settled
from smsbot.pipeline.turn_record import Thought, kept
from smsbot.ports import SlotTaken
from smsbot.store import contacts, conversations, inbox, timeline, turns
from smsbot.store.db import Tx


async def reply(
    services: Services, conversation: Conversation, conversation_id: ConversationId, *, model: bool
) -> str:
    """Answer what is unanswered in a conversation. Returns what became of it: `nothing`,
    `committed`, `fenced`, `silenced` or `failed`.

    A newer text voids the turn once; the second time it commits for what it took, and the newer
    text's own job answers that. An error never leaves: it is noted, and the tick comes back.
    """
    lost: list[Slot] = []
    voided = False
    try:
        while True:
            taken = await settled(services, conversation_id)
            if taken is None:
                return "nothing"
            await services.reach("reply.taken")
            turn = _input(services, taken, lost, model=model)
            thought = Thought(turn, await conversation.run(turn))
            await services.reach("reply.thought")
            try:
                outcome = await _commit(services, taken, thought, may_void=not voided)
            except SlotTaken:
                # Nothing was kept. With the lost ones known it thinks again, and hands over
                # after the third.
                act = thought.output.act
                assert act is not None
                assert act.slot is not None
                lost.append(act.slot)
                continue
            if outcome != "voided":
                return outcome
            voided = True
    except Exception as error:
        await note_failure(services, conversation_id, error)
        return "failed"


def _input(services: Services, taken: Taken, lost: Sequence[Slot], *, model: bool) -> TurnInput:
    """Raises `StateUnreadable`."""
    state = load_state(taken.conversation.state or None)
    seen = services.clock.seen_by(taken.contact.phone)
    return TurnInput(
        texts=tuple(
            UnansweredText(text.id, text.body, text.received_at, len(text.media))
            for text in taken.texts
        ),
        state=state,
        contact=taken.contact,
        pack=taken.pack,
        now=seen,
        history=taken.history,
        first_reply=must_disclose(state, seen),
        record_link=record_link(taken.pack, services.public_url, taken.contact),
        use_model=model,
        busy=taken.calendar.busy,
        appointments=taken.calendar.appointments,
        past=taken.calendar.past,
        lost=tuple(lost),
        new_id=taken.made,
        link_url=services.link_url,
    )


async def _commit(services: Services, taken: Taken, thought: Thought, *, may_void: bool) -> str:
    """Everything that the turn decided, or nothing: fence, newer texts, owner, gate on fresh
    facts, then state, events, outbox, tasks and jobs in one transaction."""
    now = services.clock.now()
    async with services.database.transaction() as tx:
        contact = await contacts.lock(tx, taken.contact.id)
        waiting = {row.id for row in await inbox.unanswered(tx, taken.conversation.id)}
        if may_void and waiting - set(taken.ids) and waiting.issuperset(taken.ids):
            await _end(tx, taken, thought, "voided", "a newer text came while it was thinking", now)
            return "voided"
        moved = await conversations.pass_fence(
            tx, taken.conversation.id, taken.conversation.version, dump_state(thought.output.state)
        )
        if moved is None:
            await _end(tx, taken, thought, "fenced", "the conversation moved meanwhile", now)
            return "fenced"
        await services.reach("reply.fence_passed")
        parties = Parties(taken.pack, contact, moved, taken.number)
        outcome = await _write(tx, services, parties, taken, thought, now)
        await services.reach("reply.written")
    await services.reach("reply.committed")
    return outcome


async def _write(
    tx: Tx,
    services: Services,
    parties: Parties,
    taken: Taken,
    thought: Thought,
    now: datetime,
) -> str:
    output = thought.output
    judged: list[Queued] = []
    refused: list[str] = []
    for draft in output.drafts:
        queued = await put_out(
            tx,
            services,
            parties.pack,
            draft,
            number=parties.number,
            contact=parties.contact,
            conversation=parties.conversation,
            now=now,
            turn_id=taken.id,
        )
        judged.append(queued)
        if queued.refused and draft.fallback_task:
            refused.append(queued.decision.reason)
    booked: Event | None = None
    if output.act is not None and not refused:
        # What the customer is not told is not done.
        booked = await carry_out(tx, services, parties, output.act, taken.ids[-1])
    handed: HandedOff | None = None
    if output.handoff is not None:
        raised = output.handoff
        need = Need(
            reason=raised.reason,
            detail=raised.queue_hint,
            urgency=raised.urgency,
            context=raised.context,
            message_id=taken.ids[-1],
            then=raised.then,
            due_at=raised.due_at,
        )
        handed = await hand_off(tx, services, parties, need, now)
    elif refused and not parties.contact.consent.suppressed:
        handed = await hand_off(tx, services, parties, _unsent(taken, refused[0]), now)
    if handed and any(one.refused and one.decision.rule in OF_WORDS for one in judged):
        await instead_of_refused(tx, services, parties, handed, taken.texts, now)
    if output.tags:
        await contacts.set_fields(tx, parties.contact.id, output.tags)
    await inbox.settle(tx, taken.ids, "turn", taken.id, now)
    await _note(tx, parties, output, taken, now, booked)
    await _end(tx, taken, thought, "committed", "answered", now, judged)
    return "committed"


def _unsent(taken: Taken, why: str) -> Need:
    return Need(
        reason=f"The reply was not sent: {why}",
        detail="refused",
        urgency=Urgency.NORMAL,
        context=TaskContext(
            wants="an answer",
            question="\n".join(text.body for text in taken.texts),
            next_step="Answer the customer yourself",
        ),
        message_id=taken.ids[-1],
    )


async def _note(
    tx: Tx,
    parties: Parties,
    output: TurnOutput,
    taken: Taken,
    now: datetime,
    booked: Event | None,
) -> None:
    happened = [*output.events, *((booked,) if booked else ())]
    if output.tags:
        happened.append(
            Event(
                type=EventType.CONTACT_CHANGED,
                reason="Noted from the conversation",
                at=now,
                data=dict(output.tags),
                message_id=taken.ids[-1],
            )
        )
    names = ", ".join(intent.name for intent in output.understanding.intents) or "nothing"
    happened.append(
        Event(
            type=EventType.TURN_COMMITTED,
            reason=f"Understood: {names}",
            at=now,
            data={"turn": taken.id, "source": output.understanding.source},
            message_id=taken.ids[-1],
        )
    )
    await timeline.record(
        tx,
        happened,
        contact_id=parties.contact.id,
        conversation_id=parties.conversation.id,
    )


async def _end(
    tx: Tx,
    taken: Taken,
    thought: Thought,
    outcome: str,
    reason: str,
    now: datetime,
    judged: Sequence[Queued] = (),
) -> None:
    facts = [one.facts for one in judged]
    await turns.end(tx, taken.id, outcome, reason, now, **kept(thought, facts))
