"""An address that is corrected."""

import pytest

from smsbot.language.answers import completed, corrected_place, only_zip

PLACE = "930 Corona St Denver 80218"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("its 940 Corona not 930", "940 Corona St Denver 80218"),
        ("not 930, its 940", "940 Corona St Denver 80218"),
        ("oops the address is 940 Corona St", "940 Corona St Denver 80218"),
        ("wrong house number, its 940", "940 Corona St Denver 80218"),
        ("wrong address, 12 Oak Ave Boulder 80301", "12 Oak Ave Boulder 80301"),
        ("can you come to 1450 Race St Denver 80206 instead", "1450 Race St Denver 80206"),
        ("the zip is 80206", "930 Corona St Denver 80206"),
        ("wrong street, its 930 Clarkson St", "930 Clarkson St"),
    ],
)
def test_a_correction_is_put_in_its_place(text: str, place: str) -> None:
    assert corrected_place(text, PLACE) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("80206", "1450 Race St, 80206"),
        ("denver 80206", "1450 Race St, denver 80206"),
        ("its 80206", "1450 Race St, 80206"),
        ("call me at 80206 please today", None),
    ],
)
def test_a_zip_that_was_lacking_is_added(text: str, place: str | None) -> None:
    assert corrected_place(text, "1450 Race St") == place


@pytest.mark.parametrize(
    "text",
    [
        "the gate code is 4455",
        "930 Corona St Denver 80218",
        "i live at 940 corona st, 80218",
        "not at 930, 10 works",
        "not 930, 10",
        "sorry i meant 2",
        "actually make it 3pm",
        "my number changed to 303 555 0142",
        "",
    ],
)
def test_what_corrects_no_address(text: str) -> None:
    assert corrected_place(text, PLACE) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("80918", "80918"),
        ("its 80918!", "80918"),
        ("80206 thanks", "80206"),
        ("80206-1234", "80206"),
        ("i live in 80918", "80918"),
        ("the zip code is 80206", "80206"),
        ("el codigo es 80206", "80206"),
        ("colorado springs, 80918", "colorado springs 80918"),
        ("80206 denver", "80206"),
    ],
)
def test_a_zip_alone(text: str, code: str) -> None:
    assert only_zip(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "1450 Race St 80206",
        "my budget is 12000",
        "12000 dollars",
        "10000 sq ft",
        "about 15000",
        "i have 10000 of them",
        "303 555 0142",
        "8020",
        "call 80206 before you come here today",
        "",
    ],
)
def test_what_is_no_zip_alone(text: str) -> None:
    assert only_zip(text) is None


@pytest.mark.parametrize(
    ("said", "known", "whole"),
    [
        ("80206", "1450 Race St", "1450 Race St, 80206"),
        ("1450 Race St", "80206", "1450 Race St, 80206"),
        ("1450 Race St 80211", "80206", "1450 Race St 80211"),
        ("80206", "80211", "80206"),
        ("80206", "1450 Race St 80211", "1450 Race St 80211"),
        ("1450 Race St", "12 Oak Ave 80211", "1450 Race St"),
    ],
)
def test_the_parts_of_an_address_are_put_together(said: str, known: str, whole: str) -> None:
    assert completed(said, known) == whole
