"""A confirmation holds the link to its calendar file, and still fits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsbot.clocks import RandomIds
from smsbot.conversation import Conversation
from smsbot.conversation.approved import Piece, from_template
from smsbot.conversation.composing import Material, put_together
from smsbot.conversation.state import ConversationState
from smsbot.conversation.turn import TurnInput, TurnOutput
from smsbot.conversation.work import Part, PartKind
from smsbot.domain.act import ActKind
from smsbot.domain.calendar_link import LENGTH, appointment_of, link_of, token_of
from smsbot.domain.contact import Contact
from smsbot.domain.ids import AppointmentId, ContactId
from smsbot.language.segments import segments
from smsbot.pack.load import load, load_shipped
from smsbot.pack.models import Pack
from smsbot.pack.qualification import in_language
from smsbot.pack.slot_words import say_with_zone
from tests.conversation.talk import OPEN, PHONE, Talk, said

BASE = "https://texts.juniperhomeservices.example"
MADE = AppointmentId("apt_1a20ef2d51ce0a94af5f2cdd2148e56")
LINK = link_of(BASE, MADE) or ""
PACKS = Path(__file__).parents[2] / "evals/packs"
BOOKED = (
    "my water heater is leaking, i need a repair",
    "today",
    "12 Elm St, Denver 80202",
    "yes",
    "1",
)


@dataclass
class _Linked:
    bot: Conversation
    base: str

    async def run(self, turn: TurnInput) -> TurnOutput:
        return await self.bot.run(replace(turn, link_url=self.base, new_id=MADE))


async def confirmed(base: str) -> TurnOutput:
    talk = Talk()
    talk._bot = _Linked(talk._bot, base)  # type: ignore[assignment]
    outputs = [await talk.say(body) for body in BOOKED]
    act = outputs[-1].act
    assert act is not None
    assert act.kind is ActKind.BOOK
    return outputs[-1]


async def test_a_confirmation_ends_with_the_link() -> None:
    output = await confirmed(BASE)
    assert said(output).endswith(f" {LINK}")
    assert segments(said(output)).count <= 2
    assert output.handoff is None


async def test_without_a_public_address_there_is_no_link() -> None:
    assert "://" not in said(await confirmed(""))


def test_a_token_leads_back_and_nothing_else_does() -> None:
    assert len(token_of(MADE) or "") == LENGTH
    assert appointment_of(token_of(MADE) or "") == MADE
    for wrong in (
        "",
        "x",
        "z" * LENGTH,
        "0" * (LENGTH + 1),
        "é" * LENGTH,
        "../../../../etc/passwd",
    ):
        assert appointment_of(wrong) is None
    assert link_of(BASE, AppointmentId("apt_new")) is None


@given(st.integers(0, 16**31 - 1))
def test_every_identifier_has_a_token_of_its_own(number: int) -> None:
    made = AppointmentId(f"apt_{number:031x}")
    assert appointment_of(token_of(made) or "") == made


def test_the_identifiers_of_production_have_tokens() -> None:
    assert token_of(AppointmentId(RandomIds().new("apt"))) is not None


def packs() -> Iterator[Pack]:
    yield load_shipped()
    for place in sorted(PACKS.iterdir()):
        if (place / "graphs").is_dir():
            yield load(place / "graphs", place / "prompts")


def confirmations() -> Iterator[tuple[Pack, str, str, Piece]]:
    """Each confirmation of each pack, language and service, with a long date and address."""
    for pack in packs():
        for service in pack.booking.services if pack.booking else ():
            for template in ("booked", "moved"):
                for language in ("en", "es", "fr"):
                    when = say_with_zone(OPEN + timedelta(days=1), pack.business.zone, language)
                    tokens = {"service": in_language(service.name, language), "when": when}
                    place = {"place": "12345 Northwest Magnolia Boulevard"}
                    given = tokens | (place if template == "booked" else {})
                    yield pack, language, template, from_template(pack, template, language, **given)


@pytest.mark.parametrize("first", [False, True])
def test_a_confirmation_fits_in_every_pack_and_language(first: bool) -> None:
    seen = 0
    for pack, language, template, done in confirmations():
        turn = TurnInput(
            texts=(),
            state=ConversationState(),
            contact=Contact(ContactId("con_1"), PHONE),
            pack=pack,
            now=OPEN,
            first_reply=first,
        )
        parts = (
            Part(PartKind.DONE, 0, done, template, ""),
            Part(PartKind.LINK, 0, Piece(LINK, "calendar link", (LINK,)), "", ""),
        )
        reply, left = put_together(Material(turn, language, parts, ()))
        assert reply is not None
        assert not left
        assert done in reply.pieces
        assert segments(reply.body).count <= 2, reply.body
        # Where it is not the first text there is room for the link, in every language.
        assert first or LINK in reply.body, reply.body
        seen += 1
    assert seen >= 12
