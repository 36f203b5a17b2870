import pytest

from smsbot.pack.load import sealed
from smsbot.pack.models import Pack
from smsbot.pack.render import (
    CannotRender,
    find_template,
    opens_itself,
    render,
    render_answer,
    render_prompt,
)

from .conftest import SmallPack
from .small import message


def test_a_text_with_its_source(shipped: Pack) -> None:
    said = render(shipped, "handoff", "en", when="today at 3:40 PM")
    assert said.text == (
        "I've passed this on to our team. "
        "A person will text you back here, today at 3:40 PM at the latest."
    )
    template = next(one for one in shipped.templates if (one.id, one.language) == ("handoff", "en"))
    assert said.source == f"handoff@en:{template.version}"


def test_the_business_fills_in_its_own_tokens(shipped: Pack) -> None:
    text = render(shipped, "help", "en").text
    assert text.startswith("Juniper Home Services: For help, call (303) 555-0100")


def test_what_the_caller_gives_goes_before_the_business(small: SmallPack) -> None:
    assert render(small.load(), "help", "en", support_phone="us").text == "Harbor Dental: Call us."


def test_the_language_asked_for_else_english(small: SmallPack) -> None:
    small.write("prompts/messages/thanks.es.md", message("thanks", "De nada.", language="es"))
    pack = small.load()
    assert render(pack, "thanks", "es").text == "De nada."
    assert render(pack, "thanks", "fr").text == "You're welcome."
    assert render(pack, "thanks", "fr").source.startswith("thanks@en:")


@pytest.mark.parametrize("value", [None, "", "  ", "Unknown", "UNKNOWN "])
def test_a_value_that_is_none_is_never_said(shipped: Pack, value: str | None) -> None:
    with pytest.raises(CannotRender, match=r"template handoff needs \{when\}, and it is empty"):
        render(shipped, "handoff", "en", when=value)


def test_a_missing_token_is_named(shipped: Pack) -> None:
    with pytest.raises(
        CannotRender, match=r"template handoff needs \{when\}, and it was not given"
    ):
        render(shipped, "handoff", "en")


def test_an_unknown_template_is_named(shipped: Pack) -> None:
    with pytest.raises(
        CannotRender, match="the pack has no template 'handof', not even in English"
    ):
        render(shipped, "handof", "en")


def test_braces_in_what_a_customer_said_stay_as_they_are(shipped: Pack) -> None:
    said = "{link} {brand} {0.__class__} }{"
    text = render(
        shipped, "staff_on_call", "en", reason="r", said=said, link="https://x.example"
    ).text
    assert f'"{said}"' in text


def test_english_is_kept_in_the_cheap_alphabet_and_others_as_written(small: SmallPack) -> None:
    small.write("prompts/messages/thanks.md", message("thanks", "You’re welcome – anytime…"))
    small.write("prompts/messages/thanks.fr.md", message("thanks", "C’est ça…", language="fr"))
    pack = small.load()
    assert render(pack, "thanks", "en").text == "You're welcome - anytime..."
    assert render(pack, "thanks", "fr").text == "C’est ça…"
    assert render(pack, "handoff", "en", when="Renée’s visit").text.endswith("by Renée's visit.")


def test_a_faq_answer_with_its_source(shipped: Pack) -> None:
    english = render_answer(shipped, "hours", "en")
    assert english.text == (
        "We're open Mon-Fri 8 AM-6 PM, Sat 9 AM-1 PM, closed Sun. You can text us here any time."
    )
    assert english.source.startswith("faq:hours@en:")
    assert render_answer(shipped, "hours", "es").source.startswith("faq:hours@es:")
    assert render_answer(shipped, "hours", "de").text == english.text
    with pytest.raises(CannotRender, match="no FAQ entry 'hour'"):
        render_answer(shipped, "hour", "en")


def test_a_faq_answers_version_changes_with_the_hours(small: SmallPack) -> None:
    before = render_answer(small.load(), "hours", "en").source
    small.edit("graphs/business.yaml", "end: 14:00", "end: 15:00")
    assert render_answer(small.load(), "hours", "en").source != before


def test_a_model_prompt_keeps_braces_that_are_not_its_tokens(small: SmallPack) -> None:
    small.edit("prompts/models/understand.md", "{brand} {pending}", '{brand}: {pending} {"a": {b}}')
    pack = small.load()
    prompt = render_prompt(pack, "understand", brand="Harbor", pending="")
    assert prompt.text == 'Harbor:  {"a": {b}}'
    assert prompt.source == f"understand:{pack.model_prompts[0].version}"
    with pytest.raises(CannotRender, match="model prompt understand needs pending"):
        render_prompt(pack, "understand", brand="Harbor")
    with pytest.raises(CannotRender, match="the pack has no model prompt 'x'"):
        render_prompt(pack, "x")


def test_the_text_itself_never_depends_on_the_packs_hash(shipped: Pack) -> None:
    other = sealed(shipped.model_copy(update={"hash": "0"}))
    assert render(other, "thanks", "en") == render(shipped, "thanks", "en")


def test_a_text_of_danger_that_begins_with_the_brand_stands_alone(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", "text: emergency}", "text: swelling}")
    for body, alone in (("{brand}: Call 911 now.", True), ("Call 911, then {brand}.", False)):
        small.write("prompts/messages/swelling.md", message("swelling", body))
        pack = small.load()
        assert opens_itself(pack, find_template(pack, "swelling", "en")) is alone
    assert opens_itself(pack, find_template(pack, "help", "en"))
    assert not opens_itself(pack, find_template(pack, "handoff_complaint", "en"))
