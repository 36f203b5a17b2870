"""How many escalations reach a person in the very turn: `python -m evals.reaching [--set SET]`.

A guard hears most of them; what none hears is answered by the conversation, which hands over what
it does not understand. One text, by day, from somebody who has not texted before, to the shipped
business without a model. The table says by which of the two.
"""

import argparse
import asyncio
from collections import Counter
from datetime import UTC, datetime

from evals.guards import HERE, SETS, decide, read_line
from smsbot.conversation.graph import Conversation
from smsbot.conversation.state import ConversationState
from smsbot.conversation.turn import TurnInput, UnansweredText
from smsbot.domain.contact import Contact
from smsbot.domain.guard import Action
from smsbot.domain.ids import ContactId, InboxId
from smsbot.pack.load import load_shipped
from smsbot.pack.models import Pack

OPEN = datetime(2026, 12, 1, 16, 20, tzinfo=UTC)
"""A Tuesday at 9:20 in Denver."""
GUARD, CONVERSATION, NOBODY = "by a guard", "by the conversation", "not"
TO_PEOPLE = frozenset({Action.ESCALATE, Action.EMERGENCY, Action.SELF_HARM})


async def reached(text: str, pack: Pack, conversation: Conversation) -> str:
    """By what `text` reaches a person."""
    decision = decide(text, pack.business.guards)
    if any(one.action in TO_PEOPLE for one in (decision.winner, *decision.spoke)):
        return GUARD
    contact = Contact(ContactId("con_1"), "+13035550142")
    texts = (UnansweredText(InboxId("inb_1"), text, OPEN),)
    turn = TurnInput(texts, ConversationState(), contact, pack, OPEN, first_reply=True)
    return CONVERSATION if (await conversation.run(turn)).handoff else NOBODY


async def _measure(name: str) -> Counter[tuple[str, str]]:
    pack, conversation = load_shipped(), Conversation(None)
    found = Counter[tuple[str, str]]()
    for path in sorted((HERE / name / "guards").glob("*escalation.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            text, label = read_line(path, number, line)
            found[(label, await reached(text, pack, conversation))] += 1
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evals.reaching", description=__doc__)
    parser.add_argument("--set", choices=SETS, default="heldout")
    found = asyncio.run(_measure(parser.parse_args().set))
    ways = (GUARD, CONVERSATION, NOBODY)
    print(f"| label | texts | {' | '.join(ways)} |\n|---|---|---|---|---|")
    for label in sorted({label for label, _ in found}):
        counts = [found[(label, way)] for way in ways]
        print(f"| {label} | {sum(counts)} | {' | '.join(map(str, counts))} |")
    totals = [sum(n for (_, way), n in found.items() if way == one) for one in ways]
    print(f"| all | {sum(totals)} | {' | '.join(map(str, totals))} |")


if __name__ == "__main__":
    main()
