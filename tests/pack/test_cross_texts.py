import pytest

from smsbot.pack.required import REQUIRED_TEMPLATES

from .conftest import SmallPack
from .small import message


@pytest.mark.parametrize("template_id", REQUIRED_TEMPLATES)
def test_a_text_that_the_code_sends_must_be_there(small: SmallPack, template_id: str) -> None:
    (small.prompts / "messages" / f"{template_id}.md").unlink()
    assert f"prompts/messages/{template_id}.md: is not there" in small.complaints()


def test_the_text_to_whom_a_task_is_assigned_is_needed_where_a_queue_tells_them(
    small: SmallPack,
) -> None:
    told = "{id: desk, assign: round_robin, notify: assigned}"
    small.edit("graphs/business.yaml", "{id: desk}", told)
    assert small.complaints() == ["prompts/messages/staff_assigned.md: is not there"]


def test_a_file_with_an_error_in_it_is_not_missing_too(small: SmallPack) -> None:
    small.write("prompts/messages/holding.md", "Noted.")
    assert small.complaints() == ["prompts/messages/holding.md:1: has no front matter"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            message("thanks", "Thanks, {name}."),
            ":7: text: uses {name}, which nobody fills in here",
        ),
        (
            message("thanks", "First line.\nSecond for {when}."),
            ":8: text: uses {when}, which nobody fills in here",
        ),
        (
            message("thanks", "Visit {website}."),
            ":7: text: uses {website}, which business.yaml leaves open",
        ),
        (
            message("thanks", "{brand} thanks you.", tokens=""),
            ":7: text: uses {brand}, which is not declared",
        ),
        (
            message("thanks", "Thank you.", tokens="brand"),
            ":5: tokens[0]: declares brand, and the text does not use it",
        ),
        (
            message("thanks", "Thanks {Name}.", tokens=""),
            ":7: text: has a brace that is not part of a token",
        ),
        (message("thanks", "Thanks }", tokens=""), ":7: text: has a brace that is not part of a "),
        (message("gratitude", "Thanks."), ":2: id: does not agree with the file's name"),
        (
            message("thanks", "Gracias.", language="es"),
            ":2: id: does not agree with the file's name",
        ),
        (message("thanks", "\n\n"), ":6: text: is empty"),
        ("---\nid: thanks\n", ":1: has no front matter"),
        ("---\nid: thanks\nid: thanks\n---\nHi\n", ":3: id: stands here a second time"),
        ("---\nid: thanks\n---\nHi\n", ":2: owner: is missing"),
        (
            message("thanks", "Hi").replace("owner", "color: red\nowner"),
            ":3: color: is not a field that is known here",
        ),
    ],
)
def test_a_templates_own_faults(small: SmallPack, text: str, complaint: str) -> None:
    small.write("prompts/messages/thanks.md", text)
    [said] = small.complaints()
    assert said.startswith(f"prompts/messages/thanks.md{complaint}")


def test_the_tokens_that_can_be_used_are_listed(small: SmallPack) -> None:
    small.write("prompts/messages/handoff.md", message("handoff", "By {time}."))
    small.complaints()
    with pytest.raises(
        Exception, match="The tokens here are: assistant, brand, hours, support_pho"
    ):
        small.load()
    with pytest.raises(Exception, match=r"support_phone, when\."):
        small.load()


def test_a_translation_needs_its_english_text(small: SmallPack) -> None:
    small.write("prompts/messages/promo.es.md", message("promo", "Hola.", language="es"))
    assert small.complaints() == [
        "prompts/messages/promo.es.md:2: id: has no English text beside it"
    ]


def test_an_escalations_own_text_gets_the_businesss_tokens_only(small: SmallPack) -> None:
    own = "prompts/messages/handoff_complaint.md"
    small.write(own, message("handoff_complaint", "Call {support_phone}."))
    assert small.load()
    small.write(own, message("handoff_complaint", "By {when}."))
    assert small.complaints() == [f"{own}:7: text: uses {{when}}, which nobody fills in here"]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            "- id: hours",
            "- id: parking",
            ":6: entries[1].id: 'parking' is taken already, on line 2",
        ),
        (
            "answer: {en:",
            "answer: {es:",
            ":8: entries[1].answer: has no English answer",
        ),
        (
            "{hours}",
            "{opening}",
            ":8: entries[1].answer.en: uses {opening}, which nobody fills in here",
        ),
        (
            "{hours}",
            "{website}",
            ":8: entries[1].answer.en: uses {website}, which business.yaml leaves open",
        ),
        (
            "{hours}",
            "{ hours }",
            ":8: entries[1].answer.en: has a brace that is not part of a token",
        ),
        ("en: The lot behind", "en: ''\n      es: The lot", ":5: entries[0].answer.en: is empty"),
        ("[when are you open]", "[]", ":7: entries[1].questions: is empty"),
    ],
)
def test_the_faqs_faults(small: SmallPack, old: str, new: str, complaint: str) -> None:
    small.edit("graphs/conversation/faq.yaml", old, new)
    assert small.complaints() == [f"graphs/conversation/faq.yaml{complaint}"]


def test_the_faq_is_read_without_the_business_too(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", "brand: Harbor Dental\n", "")
    small.edit("graphs/conversation/faq.yaml", "answer: {en:", "answer: {es:")
    assert small.complaints() == [
        "graphs/business.yaml:1: brand: is missing",
        "graphs/conversation/faq.yaml:8: entries[1].answer: has no English answer",
    ]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("id: deny", "id: greeting", ":3: entries[1].id: 'greeting' is taken already, on line 2"),
        (
            "text: goodbye",
            "text: nay",
            ":3: entries[1].text: names the template 'nay', which is not there",
        ),
    ],
)
def test_small_talks_faults(small: SmallPack, old: str, new: str, complaint: str) -> None:
    small.edit("graphs/conversation/smalltalk.yaml", old, new)
    assert small.complaints() == [f"graphs/conversation/smalltalk.yaml{complaint}"]


def test_a_model_prompts_tokens_are_those_that_the_code_gives(small: SmallPack) -> None:
    small.edit("prompts/models/understand.md", "[brand, pending]", "[brand, mood]")
    small.edit("prompts/models/understand.md", "{brand} {pending}", '{brand} {mood} {"json": 1}')
    assert small.complaints() == [
        "prompts/models/understand.md:6: text: uses {mood}, which nobody fills in here"
    ]


def test_a_model_prompt_may_hold_braces_of_its_own(small: SmallPack) -> None:
    small.edit("prompts/models/understand.md", "{brand} {pending}", '{brand} {pending} {"a": {}}')
    assert small.load().model_prompts[0].body == '{brand} {pending} {"a": {}}'
