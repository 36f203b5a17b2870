import pytest

from smsbot.pack.lint import check, lint
from smsbot.pack.lint_reserved import offered

from .conftest import SmallPack
from .small import message


def _whats(small: SmallPack, template_id: str, body: str, language: str = "en") -> list[str]:
    """What lint says of one template with this text."""
    name = f"{template_id}.md" if language == "en" else f"{template_id}.{language}.md"
    small.write(f"prompts/messages/{name}", message(template_id, body, language=language))
    file = f"prompts/messages/{name}"
    return [problem.what for problem in lint(small.load()) if problem.file == file]


def _faq_whats(small: SmallPack, answer: str) -> list[str]:
    small.edit(
        "graphs/conversation/faq.yaml", "The lot behind the building is free for patients.", answer
    )
    return [problem.what for problem in lint(small.load())]


def test_the_small_pack_has_no_problem(small: SmallPack) -> None:
    assert lint(small.load()) == []


# ---- the brand -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "opener",
    [
        *("opt_out_confirmation", "opt_in_confirmation", "help", "wrong_number"),
        *("emergency", "self_harm", "first_contact"),
    ],
)
def test_a_first_text_names_the_business(small: SmallPack, opener: str) -> None:
    assert _whats(small, opener, "You will get no more texts from us.") == [
        "can be the first text that somebody gets, and does not name the business"
    ]
    assert _whats(small, opener, "Harbor Dental: you will get no more texts.") == []


def test_what_follows_the_first_text_need_not(small: SmallPack) -> None:
    assert _whats(small, "thanks", "You're welcome.") == []


# ---- reserved words ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reply CANCEL to cancel.", ["cancel"]),
        ("text YES if that works", ["yes"]),
        ("Just reply with yes and we'll be there.", ["yes"]),
        ('Reply "Yes" or "No".', ["yes"]),
        ("Answer 1, or CANCEL.", ["cancel"]),
        ("Reply 1/2/END", ["end"]),
        ("Send back the word quit.", ["quit"]),
        ("YES to confirm, NO to change it", ["yes"]),
        ("Text START for texts.", ["start"]),
        ("Text STOP.", ["stop"]),
        ("Responda CANCELAR para cambiarla", ["cancelar"]),
        ("Répondez ARRET si vous voulez", ["arret"]),
        ("Reply stop or cancel now", ["stop", "cancel"]),
    ],
)
def test_reserved_words_that_are_offered(text: str, words: list[str]) -> None:
    assert list(offered(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "Reply STOP to opt out.",
        "Reply HELP for help or STOP to opt out.",
        "Text STOP anytime.",
        "Responda STOP para no recibir mensajes.",
        "Répondez HELP pour de l'aide ou STOP pour ne plus en recevoir.",
        "Reply 1 for yes or 2 for no.",
        "Reply C and we'll take it off the calendar.",
        "Yes, we can start Monday and will help you to the end.",
        "You can cancel up to a day before.",
        "Text us here any time, help is near.",
        "The answer is yes.",
    ],
)
def test_reserved_words_that_are_not(text: str) -> None:
    assert list(offered(text)) == []


def test_a_reserved_choice_is_a_problem(small: SmallPack) -> None:
    assert _whats(small, "greeting", "Shall we come by? Reply yes.") == [
        "offers YES as an answer, a word that carriers take for a command"
    ]


# ---- what carriers filter ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("See https://bit.ly/3xyz", "bit.ly"),
        ("See TinyURL.com/abc.", "TinyURL.com"),
        ("See t.co/x", "t.co"),
    ],
)
def test_link_shorteners(small: SmallPack, text: str, host: str) -> None:
    assert _whats(small, "thanks", text) == [
        f"links through {host}, and carriers filter public link shorteners"
    ]


@pytest.mark.parametrize(
    "text",
    ["See https://harbor.example/visit", "Write to ana@rabbit.ly", "See not.bit.lyon.example"],
)
def test_own_addresses_are_not_shorteners(small: SmallPack, text: str) -> None:
    assert _whats(small, "thanks", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("We are CLOSED today", "CLOSED"), ("FREE visit, act NOW", "FREE, NOW"), ("ÇA VA", "ÇA, VA")],
)
def test_shouting(small: SmallPack, text: str, words: str) -> None:
    assert _whats(small, "thanks", text) == [f"shouts: {words}"]


@pytest.mark.parametrize(
    "text",
    [
        "Your HVAC and AC are fine, at 8 AM.",
        "I am a bot. A PDF follows, plan B.",
        "Write STOP to end, HELP for help.",
        "Open at 3PM in room 4B",
        "We're at 22 Wharf Street, Portland, ME 04101.",
    ],
)
def test_acronyms_do_not_shout(small: SmallPack, text: str) -> None:
    assert not any(what.startswith("shouts") for what in _whats(small, "thanks", text))


def test_a_brand_in_capitals_does_not_shout(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", "brand: Harbor Dental", "brand: ACME Dental")
    assert _whats(small, "thanks", "ACME says thanks.") == []
    assert _whats(small, "thanks", "ACMES says thanks.") == ["shouts: ACMES"]


def test_a_declared_name_in_capitals_does_not_shout(small: SmallPack) -> None:
    text = "Call ASPCA poison control NOW."
    assert _whats(small, "thanks", text) == ["shouts: ASPCA, NOW"]
    small.edit("graphs/business.yaml", "timezone:", "names: [ASPCA]\ntimezone:")
    assert _whats(small, "thanks", text) == ["shouts: NOW"]


@pytest.mark.parametrize("marks", ["!!", "??", "?!", "..", "...", ",,"])
def test_repeated_punctuation(small: SmallPack, marks: str) -> None:
    whats = _whats(small, "thanks", f"Thank you{marks} See you soon.")
    assert f"repeats punctuation: {marks}" in whats


def test_single_marks_are_fine(small: SmallPack) -> None:
    assert _whats(small, "thanks", "Thank you! It's 1,200.50, isn't it?") == []


# ---- what people read ----------------------------------------------------------------------------


def test_more_than_one_question(small: SmallPack) -> None:
    asked = "asks 2 questions; people answer one of them"
    assert _whats(small, "greeting", "How can we help? What's your ZIP?") == [asked]
    assert _whats(small, "greeting", "How can we help, and what's your ZIP?") == []


def test_a_curly_quote_that_doubles_the_price(small: SmallPack) -> None:
    assert _whats(small, "thanks", "You’re welcome – any time.") == [
        "can hold only 70 characters instead of 160, for the sake of ’ –"
    ]
    assert _whats(small, "thanks", "You're welcome - any time.") == []
    assert _whats(small, "thanks", "Aquí está el niño.") == []
    assert _whats(small, "thanks", "Aquí está l’eau.") == []


def test_a_text_of_more_segments_than_leave_here(small: SmallPack) -> None:
    first = len("Harbor Dental, the Harbor Dental bot: ")
    assert _whats(small, "thanks", "a" * (306 - first)) == []
    [what] = _whats(small, "thanks", "a" * (307 - first))
    assert what.startswith("takes 3 segments as a first reply (GSM-7), and 2 are allowed: Harbor")


def test_a_text_that_stands_alone_has_all_the_room(small: SmallPack) -> None:
    assert _whats(small, "help", f"{{brand}}: {'a' * 291}") == []
    [what] = _whats(small, "help", f"{{brand}}: {'a' * 292}")
    assert what.startswith("takes 3 segments (GSM-7), and 2 are allowed: Harbor Dental: aaa")


def test_the_longest_way_to_say_when_counts(small: SmallPack) -> None:
    room = 306 - len("Harbor Dental, the Harbor Dental bot: ") - len(" Mon Jan 12 at 12:30 PM")
    assert _whats(small, "handoff", f"{'a' * room} {{when}}") == []
    [what] = _whats(small, "handoff", f"{'a' * (room + 1)} {{when}}")
    assert what.endswith("a Mon Jan 12 at 12:30 PM")


def test_it_counts_behind_the_first_words(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", "guards:\n", "limits: {max_segments: 1}\n\nguards:\n")
    room = 160 - len("Harbor Dental, the Harbor Dental bot: ") - len(" Mon Jan 12 at 12:30 PM")
    assert _whats(small, "handoff", f"{'a' * room} {{when}}") == []
    [what] = _whats(small, "handoff", f"{'a' * (room + 1)} {{when}}")
    assert what.startswith("takes 2 segments as a first reply (GSM-7), and 1 are allowed")


def test_a_declared_limit_is_the_one_that_counts(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", "guards:\n", "limits: {max_segments: 1}\n\nguards:\n")
    [what] = _whats(small, "help", f"{{brand}}: {'a' * 150}")
    assert what.startswith("takes 2 segments (GSM-7), and 1 are allowed")


def test_faq_answers_are_held_to_the_same(small: SmallPack) -> None:
    assert _faq_whats(small, "Behind the building! See bit.ly/lot.") == [
        "links through bit.ly, and carriers filter public link shorteners"
    ]


# ---- where it stands -----------------------------------------------------------------------------


def test_check_gives_each_problem_its_line(small: SmallPack) -> None:
    small.write("prompts/messages/thanks.md", message("thanks", "THANKS"))
    small.edit("graphs/conversation/faq.yaml", "We're open {hours}.", "OPEN {hours}.")
    small.edit("graphs/business.yaml", ", on_call: yes", "")
    found = check(small.graphs, small.prompts)
    assert [str(problem).splitlines()[0] for problem in found] == [
        f"{small.graphs}/business.yaml:22: queues[1].notify: "
        "tells whoever is on call of pager, and nobody is",
        f"{small.prompts}/messages/thanks.md:7: text: shouts: THANKS",
        f"{small.graphs}/conversation/faq.yaml:8: entries[1].answer.en: shouts: OPEN",
    ]


def test_check_says_why_a_pack_does_not_load(small: SmallPack) -> None:
    small.edit("graphs/business.yaml", "brand: Harbor Dental\n", "")
    [problem] = check(small.graphs, small.prompts)
    assert problem.field == "brand"
