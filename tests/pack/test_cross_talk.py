import pytest

from smsbot.pack.required import AREA_TEMPLATES, BOOKING_TEMPLATES, QUALIFICATION_TEMPLATES

from .conftest import SmallPack
from .small import message

ASKS = "graphs/conversation/qualification.yaml"
BOOKS = "graphs/conversation/booking.yaml"


def test_questions_and_booking_are_read_into_the_pack(talking: SmallPack) -> None:
    pack = talking.load()
    assert [one.key for one in pack.qualification.questions] == ["reason", "patient", "age"]
    assert pack.qualification.questions[1].field == "is_patient"
    assert pack.qualification.stages.booked == "Booked"
    assert pack.booking is not None
    assert pack.booking.service("cleaning").minutes == 45


def test_both_may_be_left_out(talking: SmallPack) -> None:
    (talking.root / BOOKS).unlink()
    assert talking.load().booking is None
    (talking.root / ASKS).unlink()
    assert talking.load().qualification.questions == ()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [(ASKS, "brings you in", "brings you here"), (BOOKS, "minutes: 45", "minutes: 60")],
)
def test_the_hash_covers_them(talking: SmallPack, name: str, old: str, new: str) -> None:
    before = talking.load().hash
    talking.edit(name, old, new)
    assert talking.load().hash != before


@pytest.mark.parametrize(
    "template_id", [*QUALIFICATION_TEMPLATES, *BOOKING_TEMPLATES, *AREA_TEMPLATES]
)
def test_their_texts_must_be_there_with_them_only(talking: SmallPack, template_id: str) -> None:
    (talking.prompts / "messages" / f"{template_id}.md").unlink()
    assert talking.complaints() == [f"prompts/messages/{template_id}.md: is not there"]
    (talking.root / ASKS).unlink()
    (talking.root / BOOKS).unlink()
    assert talking.load()


def test_their_texts_get_their_own_tokens_only(talking: SmallPack) -> None:
    talking.write("prompts/messages/moved.md", message("moved", "Moved: {service} at {place}."))
    assert talking.complaints() == [
        "prompts/messages/moved.md:7: text: uses {place}, which nobody fills in here"
    ]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('{en: "What brings', '{de: "What brings', ":5: questions[0].ask: has no English text"),
        ("{en: a checkup}", "{en: ''}", ":7: questions[0].choices[0].label.en: is empty"),
        (
            "{en: a checkup}",
            "{en: a checkup, es: una cita}",
            ":7: questions[0].choices[0].label.es: 'es' is not a language of this business",
        ),
        (
            "What brings you in?",
            "What brings {name} in?",
            ":5: questions[0].ask.en: has a brace in it, and no token is filled in here",
        ),
        (
            "What brings you in?",
            "Hello? What is it?",
            ":5: questions[0].ask.en: asks 2 questions; people answer one of them",
        ),
        (
            "What brings you in?",
            "Is it urgent? Reply YES.",
            ":5: questions[0].ask.en: "
            "offers YES as an answer, a word that carriers take for a command",
        ),
        (
            "What brings you in?",
            "W" * 161,
            ":5: questions[0].ask.en: does not fit in one text message, whatever its letters",
        ),
        (
            "words: [hurts",
            "words: [Stop",
            ":8: questions[0].choices[1].words[0]: "
            "'Stop' is a word that carriers and opt-outs take, so it never arrives",
        ),
        (
            "value: pain,",
            "value: checkup,",
            ":8: questions[0].choices[1].value: 'checkup' is taken already, on line 7",
        ),
        ("key: age", "key: reason", ":14: questions[2].key: 'reason' is taken already, on line 3"),
        (
            "{reason: [pain]}",
            "{motive: [pain]}",
            ":12: questions[1].when.motive: "
            "names the question 'motive', which is not asked by then",
        ),
        (
            "{reason: [pain]}",
            "{age: [pain]}",
            ":12: questions[1].when.age: names the question 'age', which is not asked by then",
        ),
        (
            "{reason: [pain]}",
            "{reason: [tooth]}",
            ":12: questions[1].when.reason[0]: names 'tooth', which is no answer to reason",
        ),
        (
            "{reason: [pain]}",
            "{reason: []}",
            ":12: questions[1].when: can never hold: no answer to reason leads here",
        ),
        ("least: 0", "least: 150", ":16: questions[2].least: is above most"),
        ("type: number", "type: text", ":16: questions[2].least: is not for a text"),
        (
            "crm_field: is_patient",
            "crm_field: age",
            ":14: questions[2].key: fills 'age', as the question patient does",
        ),
        (
            "crm_field: is_patient",
            "crm_field: phone",
            ":11: questions[1].crm_field: "
            "would overwrite 'phone', which every record has of its own",
        ),
        ("type: number", "type: choice", ": a choice needs choices, and no other type has them"),
    ],
)
def test_a_question_that_contradicts(
    talking: SmallPack, old: str, new: str, complaint: str
) -> None:
    talking.edit(ASKS, old, new)
    assert any(complaint in said for said in talking.complaints())


def test_a_question_whose_way_is_blocked_further_up(talking: SmallPack) -> None:
    talking.edit(
        ASKS,
        "  - key: age",
        "  - key: weight\n    type: text\n    when: {patient: [yes], "
        'reason: [checkup]}\n    ask: {en: "How much do you weigh?"}\n  - key: age',
    )
    assert talking.complaints() == [
        f"{ASKS}:16: questions[2].when: can never hold: no answer to reason leads here"
    ]


def test_two_questions_may_fill_one_field_on_different_branches(talking: SmallPack) -> None:
    talking.edit(
        ASKS,
        "    least: 0",
        "    crm_field: is_patient\n    when: {reason: [checkup]}\n    least: 0",
    )
    assert talking.load()


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("{en: cleaning}", "{es: limpieza}", ":9: services[0].name: has no English text"),
        (
            "id: visit",
            "id: cleaning",
            ":16: services[1].id: 'cleaning' is taken already, on line 8",
        ),
        (
            "{reason: [checkup]}",
            "{motive: [x]}",
            ":10: services[0].when.motive: names the question 'motive', which is not asked by then",
        ),
        (
            "{reason: [checkup]}",
            "{reason: [x]}",
            ":10: services[0].when.reason[0]: names 'x', which is no answer to reason",
        ),
        (
            "{reason: [checkup]}",
            "{age: ['7']}",
            ":10: services[0].when.age: depends on age, whose answer is a number and can be any",
        ),
        (
            "{reason: [checkup]}",
            "{patient: [yes], reason: [checkup]}",
            ":10: services[0].when: can never hold: no answer to reason leads here",
        ),
        (
            "needs: [age]",
            "needs: [size]",
            ":14: services[0].needs[0]: names the question 'size', which is not declared",
        ),
        (
            "people: [ana]",
            "people: [bob]",
            ":12: services[0].people[0]: names the person 'bob', who is not declared",
        ),
        (
            "people: [ana]",
            "people: [ana, ana]",
            ":12: services[0].people[1]: 'ana' is taken already, on line 12",
        ),
        ("people: [ana]", "people: []", ":12: services[0].people: is empty"),
        (
            "person: ana",
            "person: bob",
            ":6: absences[0].person: names the person 'bob', who is not declared",
        ),
        ("last: 2031-02-05", "last: 2031-02-01", ":6: absences[0].last: is before first"),
        (
            "address: {en: 14 Pier Street}\n",
            "",
            ":12: services[0].place: is at the business, and its address is not declared",
        ),
        (
            "end: 11:00",
            "end: 08:00",
            ":24: services[1].hours.tue[0].end: is not after the start",
        ),
        (
            '["100"]',
            "[Boston]",
            ":4: territory[0]: 'Boston' is neither a ZIP code nor the beginning of one",
        ),
        ("A cleaning is $90.", "''", ":15: services[0].price.text.en: is empty"),
        (
            "words: [toothache visit]",
            "words: [help]",
            ":18: services[1].words[0]: "
            "'help' is a word that carriers and opt-outs take, so it never arrives",
        ),
    ],
)
def test_a_service_that_contradicts(talking: SmallPack, old: str, new: str, complaint: str) -> None:
    talking.edit(BOOKS, old, new)
    assert f"{BOOKS}{complaint}" in talking.complaints()


def test_without_questions_nothing_can_be_needed(talking: SmallPack) -> None:
    (talking.root / ASKS).unlink()
    assert f"{BOOKS}:14: services[0].needs[0]: names the question 'age', which is not declared" in (
        talking.complaints()
    )


@pytest.mark.parametrize(
    ("field", "complaint"),
    [
        ("on_call_for: {motive: [pain]}", "on_call_for.motive: names the question 'motive'"),
        ("on_call_offered: {reason: [ache]}", "on_call_offered.reason[0]: names 'ache'"),
    ],
)
def test_what_somebody_is_called_for_at_night_can_be_answered(
    talking: SmallPack, field: str, complaint: str
) -> None:
    talking.edit(
        "graphs/business.yaml",
        "by_reason: {billing: desk}",
        f"by_reason: {{billing: desk}}\n  {field}",
    )
    assert any(f"routing.{complaint}" in one for one in talking.complaints())
