"""A customer who talks with the bot, the state stored as JSON and read again after each turn."""

import datetime as dt
import json
from dataclasses import dataclass, field
from functools import lru_cache

from smsbot.conversation import Conversation
from smsbot.conversation.state import (
    ConversationState,
    after_return,
    dump_state,
    load_state,
)
from smsbot.conversation.turn import TurnInput, TurnOutput, UnansweredText
from smsbot.domain.contact import Contact
from smsbot.domain.ids import ContactId, InboxId
from smsbot.pack.load import load_shipped, sealed
from smsbot.pack.models import FaqEntry, Pack
from smsbot.pack.render import render, render_answer
from smsbot.ports import Model

OPEN = dt.datetime(2026, 11, 24, 18, 0, tzinfo=dt.UTC)
"""A Tuesday, 11:00 in Denver."""
NIGHT = dt.datetime(2026, 11, 25, 4, 0, tzinfo=dt.UTC)
"""The same Tuesday, 21:00 in Denver; Wednesday is no holiday."""
PHONE = "+13035550142"


@lru_cache(maxsize=1)
def shipped() -> Pack:
    return load_shipped()


@lru_cache(maxsize=1)
def without_model() -> Conversation:
    return Conversation(None)


def with_answers(pack: Pack, *entries: FaqEntry) -> Pack:
    """The pack with these FAQ entries and no others."""
    return sealed(pack.model_copy(update={"faq": pack.faq.model_copy(update={"entries": entries})}))


def entry(entry_id: str, question: str, answer: str, follow_up: str | None = None) -> FaqEntry:
    return FaqEntry(id=entry_id, questions=(question,), answer={"en": answer}, follow_up=follow_up)


@dataclass
class Talk:
    """One conversation; `say` is one turn over all bodies. `first` starts it with a disclosure."""

    pack: Pack = field(default_factory=shipped)
    model: Model | None = None
    use_model: bool = True
    now: dt.datetime = OPEN
    first: bool = False
    name: str | None = None
    state: ConversationState = field(default_factory=ConversationState)
    history: list[tuple[str, str]] = field(default_factory=list)
    inputs: list[TurnInput] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._bot = Conversation(self.model) if self.model else without_model()
        self._texts = 0

    async def say(self, *bodies: str, media: int = 0) -> TurnOutput:
        turn = TurnInput(
            texts=tuple(self._text(body, media) for body in bodies),
            state=self.state,
            contact=Contact(ContactId("con_1"), PHONE, name=self.name),
            pack=self.pack,
            now=self.now,
            history=tuple(self.history[-10:]),
            first_reply=self.first,
            record_link="https://desk.example/contacts/con_1",
            use_model=self.use_model,
        )
        self.inputs.append(turn)
        output = await self._bot.run(turn)
        self.history += [("customer", body) for body in bodies]
        self.history += [("bot", draft.body) for draft in output.drafts]
        self.state = load_state(json.loads(json.dumps(dump_state(output.state))))
        assert self.state == output.state
        self.first = self.first and not output.drafts
        return output

    def rep_says(self, body: str) -> None:
        self.history.append(("rep", body))

    def returned_to_bot(self) -> None:
        """As the desk does it: the state's boundary, and a history that begins anew."""
        self.state = after_return(self.state)
        self.history.clear()

    def text(self, template: str, language: str = "en", **tokens: str) -> str:
        return render(self.pack, template, language, **tokens).text

    def answer(self, faq_id: str, language: str = "en") -> str:
        return render_answer(self.pack, faq_id, language).text

    def _text(self, body: str, media: int) -> UnansweredText:
        self._texts += 1
        return UnansweredText(InboxId(f"in_{self._texts}"), body, self.now, media)


def said(output: TurnOutput) -> str:
    """The one reply's body."""
    [draft] = output.drafts
    return draft.body


def detail(output: TurnOutput) -> str | None:
    return output.handoff.detail if output.handoff else None
