"""Whatever comes in: no guard fails, and the same text gets the same answer."""

from hypothesis import given
from hypothesis import strategies as st

from smsbot.domain.conversation import Owner
from smsbot.domain.guard import GuardFacts
from tests.guards.support import ask

FACTS = st.builds(
    GuardFacts,
    suppressed=st.booleans(),
    owner=st.sampled_from(Owner),
    carrier_keyword=st.sampled_from([None, "STOP", "START", "HELP"]),
    texts_last_30s=st.integers(0, 30),
    texts_last_hour=st.integers(0, 100),
    recent_bodies=st.lists(st.text(max_size=40), max_size=10).map(tuple),
    replies_last_hour=st.integers(0, 60),
)
PIECES = st.sampled_from(
    (
        "stop don't never text texting me my number list off take remove no more until . , ? ! 🛑 "
        "lawyer call cancel plan gas fire myself wrong Maria is not please ALTO de pas 5pm "
        "“ ” arrêt"
    ).split()
)
SENTENCES = st.lists(PIECES, max_size=40).map(" ".join)


@given(st.one_of(st.text(max_size=1600), SENTENCES), FACTS)
def test_no_guard_fails_on_any_text(text: str, facts: GuardFacts) -> None:
    decision = ask(text, facts)
    assert not [v for v in decision.spoke if v.rule.startswith("guard_failed")]
    assert decision == ask(text, facts)


@given(SENTENCES)
def test_what_stands_around_a_text_changes_nothing(text: str) -> None:
    assert [v.rule for v in ask(f"  {text}\n").spoke] == [v.rule for v in ask(text).spoke]


@given(st.sampled_from(["stop ", "a", "l", "😀", "dont text me ", "s.", "stop texting me until "]))
def test_the_longest_text_is_as_good_as_any(piece: str) -> None:
    ask((piece * 1600)[:1600])
