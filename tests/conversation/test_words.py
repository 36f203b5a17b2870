import pytest

from smsbot.conversation.words import Kind, kind_of, stem, words_of


@pytest.mark.parametrize(
    "family",
    [
        ("charge", "charges", "charged", "charging"),
        ("install", "installs", "installed", "installing", "installation"),
        ("city", "cities"),
        ("trip", "tripped", "tripping"),
        ("year", "yearly", "years"),
        ("license", "licensed", "licenses"),
        ("hire", "hiring"),
    ],
)
def test_forms_of_a_word_meet(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(
    "pair", [("heater", "heat"), ("plumber", "plumbing"), ("gas", "ga"), ("address", "add")]
)
def test_different_words_do_not(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


@pytest.mark.parametrize("word", ["24", "200", "ac", "80204", "a1b2ing"])
def test_numbers_and_short_words_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


def test_texting_is_written_out() -> None:
    assert words_of("R u open 2moro? Thx 😀") == ("are", "you", "open", "tomorrow", "thanks")
    assert words_of("¿Cuál es su teléfono?") == ("cual", "es", "su", "telefono")
    assert words_of("What's") == ("whats",)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("furnace", Kind.CONTENT),
        ("where", Kind.ASKING),
        ("the", Kind.FUNCTION),
        ("please", Kind.CHATTER),
        ("put", Kind.LIGHT),
    ],
)
def test_how_much_a_word_tells(word: str, kind: Kind) -> None:
    assert kind_of(word) is kind
