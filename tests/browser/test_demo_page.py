"""The demo's page in a browser, over the whole running product."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from smsbot.language.segments import segments
from tests.browser.conftest import Open

pytestmark = pytest.mark.xdist_group("browser")

expect.set_options(timeout=20_000)
PHONE, DESK = 390, 1440
WANTED = (
    "my furnace died, i own the house at 1450 S Pearl St, Denver 80209. "
    "can someone come thursday after 3?"
)
TOO_SMALL = """
    [...document.querySelectorAll("body *:not(kbd, code)")]
      .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
      .filter(one => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 15)
      .map(one => one.outerHTML.slice(0, 80))
"""
"""What is written smaller than 15 px, keys and the names of rules aside."""


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(re.escape(name))).first.click()


def bubbles(page: Page, side: str) -> Locator:
    return page.locator(f"#messages .{side}-side p")


def chapter(page: Page, title: str) -> Locator:
    return page.locator("details.chapter", has=page.locator(".title", has_text=title))


def pill(place: Locator) -> Locator:
    return place.locator("summary .pill")


def in_time(page: Page, choice: str) -> None:
    """Set the customer's local time."""
    page.locator(f"#times [data-choice={choice}]").click()


def task(page: Page) -> Locator:
    return page.locator("#tasks .task")


def test_three_presses_show_what_the_product_is(open_page: Open) -> None:
    page = open_page()
    press(page, "are you a bot?")
    expect(bubbles(page, "business")).to_contain_text("AI assistant")
    expect(pill(chapter(page, "Guards"))).to_contain_text("let through")
    expect(pill(chapter(page, "Delivered"))).to_contain_text("delivered")
    expect(page.locator("#messages .business-side .pill")).to_contain_text("delivered")
    expect(page.locator("#record")).to_contain_text("may be answered")

    press(page, "pls stop texting me")
    expect(pill(chapter(page, "Guards"))).to_contain_text("opt-out")
    expect(page.locator("#consent")).to_contain_text("opted out")
    expect(page.locator("#owner")).to_contain_text("nobody")
    expect(bubbles(page, "business").last).to_contain_text("You won't get more texts")

    first = page.locator("#customer").input_value()
    press(page, "my lawyer")
    expect(page.locator("#notices")).to_contain_text("this one comes from")
    expect(page.locator("#customer")).not_to_have_value(first)
    expect(page.locator("#clock")).to_contain_text("2:14 AM")
    expect(task(page)).to_contain_text("on-call")
    expect(task(page)).to_contain_text("I'm calling my lawyer")
    expect(page.locator("#owner")).to_contain_text("waiting for a person")


def test_every_rule_of_the_gate_is_one_click_away(open_page: Open) -> None:
    page = open_page()
    press(page, "are you a bot?")
    gate = chapter(page, "Gate")
    expect(pill(gate)).to_contain_text("approved")
    expect(gate.get_by_text("suppression").first).to_be_hidden()
    gate.locator("summary").click()
    expect(gate.get_by_text("suppression").first).to_be_visible()
    expect(gate.get_by_text("output_check").first).to_be_visible()


def test_a_burst_is_answered_once(open_page: Open) -> None:
    page = open_page()
    press(page, "5 texts in 4 seconds")
    expect(page.locator("#messages .typing")).to_be_visible()
    expect(bubbles(page, "phone")).to_have_count(5)
    expect(pill(chapter(page, "Delivered"))).to_contain_text("delivered")
    expect(chapter(page, "Conversation")).to_contain_text("Took 5 texts together")
    expect(bubbles(page, "business")).to_have_count(1)
    expect(page.locator("#messages .typing")).to_be_hidden()


def test_the_carriers_own_answer_is_marked_as_the_carriers(open_page: Open) -> None:
    page = open_page()
    press(page, "“STOP”")
    own = page.locator("#messages .carrier-side")
    expect(own).to_contain_text("From the carrier itself")
    expect(pill(chapter(page, "Gate"))).to_contain_text("held back")
    expect(bubbles(page, "business")).to_have_count(0)
    expect(page.locator("#opt")).to_have_text("Opt in: text START")
    page.locator("#opt").click()
    expect(page.locator("#consent")).to_contain_text("may be answered")


def test_a_person_claims_replies_and_gives_it_back(open_page: Open) -> None:
    page = open_page()
    press(page, "can you cancel my")
    card = task(page)
    expect(card).to_contain_text("nobody has it yet")
    expect(card).to_contain_text(re.compile("Meant for(Dana|Luis)"))
    expect(card.get_by_role("button", name="Send reply")).to_be_disabled()
    card.get_by_role("button", name="Claim").click()
    expect(card).to_contain_text("has it")
    card.get_by_label("Reply to the customer").fill("Hi, which day was it?")
    card.get_by_role("button", name="Send reply").click()
    expect(bubbles(page, "business").last).to_have_text("Hi, which day was it?")
    card.get_by_role("button", name="Return to the bot").click()
    expect(card).to_contain_text("resolved")
    expect(page.locator("#owner")).to_contain_text("the bot")


def say(page: Page, text: str) -> None:
    """Type it and send it; wait for the answer."""
    answered = bubbles(page, "business").count()
    box = page.get_by_label("Text to the business")
    box.fill(text)
    box.press("Enter")
    expect(bubbles(page, "business")).to_have_count(answered + 1)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_an_appointment_is_seen_booked_moved_and_cancelled(open_page: Open, width: int) -> None:
    page = open_page(width, 844)
    expect(page.locator("#appointments")).to_contain_text("None")
    in_time(page, "custom")
    page.locator("#custom-at").fill("2031-06-03T09:20")  # no week of a holiday
    expect(page.locator("#clock")).to_contain_text("Tue, 9:20 AM")
    say(page, WANTED)
    expect(bubbles(page, "business")).to_contain_text("Reply with a number")
    say(page, "1")
    card = page.locator("#appointments .appointment")
    expect(card).to_have_count(1)
    expect(card.locator(".pill")).to_contain_text("booked")
    expect(card).to_contain_text("repair visit")
    expect(card).to_contain_text(re.compile(r"Thu Jun 5, \d:\d\d PM MT"))
    expect(card).to_contain_text("1450 S Pearl St, Denver 80209")
    expect(pill(chapter(page, "Conversation"))).to_contain_text("booked")
    link = card.get_by_role("link", name="appointment.ics")
    file = page.request.get(str(link.get_attribute("href")))
    assert file.text().startswith("BEGIN:VCALENDAR")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(link).to_be_focused()

    say(page, "can you move it to friday morning")
    say(page, "1")
    expect(card).to_have_count(2)
    expect(card.first.locator(".pill")).to_contain_text("booked")
    expect(card.first).to_contain_text("Fri Jun 6")
    expect(card.last.locator(".pill")).to_contain_text("moved")
    expect(card.last).to_contain_text("Moved to")

    say(page, "please cancel my appointment")
    expect(card.first.locator(".pill")).to_contain_text("cancelled")
    expect(pill(chapter(page, "Conversation"))).to_contain_text("cancelled")
    inner, whole = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
    assert whole <= inner


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("429, too fast", "2 calls to the carrier made 1 text."),
        ("500, broken", "2 calls to the carrier made 1 text."),
        ("Accepts, then hangs", "On the phone"),
        ("Webhook twice", "The carrier posted it 2 times"),
        ("Reports in reverse", "changed nothing"),
    ],
)
def test_a_misbehaving_carrier_doubles_nothing(open_page: Open, name: str, says: str) -> None:
    page = open_page()
    press(page, "Make the carrier misbehave")
    press(page, name)
    expect(page.locator("#chapters")).to_contain_text(says)
    expect(pill(chapter(page, "Delivered"))).to_contain_text("delivered")
    expect(bubbles(page, "phone")).to_have_count(1)
    expect(bubbles(page, "business")).to_have_count(1)


def test_a_filtered_text_goes_to_a_person(open_page: Open) -> None:
    page = open_page()
    press(page, "Make the carrier misbehave")
    press(page, "30007")
    expect(page.locator("#messages .business-side .pill")).to_contain_text("not delivered (30007)")
    expect(pill(chapter(page, "Delivered"))).to_contain_text("not delivered")
    expect(task(page)).to_contain_text("30007")


def test_markup_in_a_text_is_shown_as_text(open_page: Open) -> None:
    page = open_page()
    evil = '<script>document.title="owned"</script><img src=x onerror="document.title=1">'
    title = page.title()
    page.get_by_label("Text to the business").fill(evil)
    page.get_by_role("button", name="Send", exact=True).click()
    expect(bubbles(page, "phone")).to_have_text(evil)
    expect(page.locator("#story-about")).to_contain_text(evil)
    expect(page.locator("#timeline")).to_contain_text(evil)
    expect(page.locator("#chapters")).to_contain_text("Received")
    assert page.title() == title
    assert page.locator("main img, main script").count() == 0


def test_the_keyboard_alone_is_enough(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_label("Text to the business")).to_be_focused()
    page.keyboard.type("I want to talk to a person")
    page.keyboard.press("Enter")
    expect(task(page)).to_be_visible()
    summary = page.locator("#chapters summary").first
    expect(summary).to_be_visible()  # the task may be there before the story is
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(summary).to_be_focused()
    outline = summary.evaluate("one => getComputedStyle(one).outlineStyle")
    assert outline == "solid", "the focus can be seen"
    page.keyboard.press("Enter")
    expect(page.locator("details.chapter").first).to_have_attribute("open", "")
    page.keyboard.press("t")
    claim = task(page).get_by_role("button", name="Claim")
    expect(claim).to_be_focused()
    page.keyboard.press("Enter")
    expect(task(page)).to_contain_text("has it")
    before = page.locator("#customer").input_value()
    page.keyboard.press("n")
    expect(page.locator("#customer")).not_to_have_value(before)
    page.keyboard.press("5")
    expect(bubbles(page, "phone")).to_have_text("are you a bot?")


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_screen(open_page: Open, width: int, scheme: str) -> None:
    page = open_page(width, 844, scheme)
    press(page, "i smell gas")
    expect(task(page)).to_be_visible()
    for summary in page.locator("#chapters summary").all():
        summary.click()
    inner, whole = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
    assert whole <= inner
    small = page.evaluate(TOO_SMALL)
    assert small == []


def test_the_local_time_is_the_customers_own(open_page: Open) -> None:
    page = open_page()
    in_time(page, "night")
    expect(page.locator("#clock")).to_contain_text("closed")
    in_time(page, "open")
    expect(page.locator("#clock")).to_contain_text("open")
    in_time(page, "custom")
    page.get_by_label("Date and time there").fill("2026-12-25T10:30")
    page.get_by_label("Date and time there").press("Enter")
    expect(page.locator("#clock")).to_contain_text("Fri, 10:30 AM")
    expect(page.locator("#clock")).to_contain_text("closed")


def test_any_number_can_be_given_but_the_business_own(open_page: Open) -> None:
    page = open_page()
    page.locator("#customer").select_option("own")
    number = page.get_by_label("Their number")
    number.fill("303 555 0100")
    number.press("Enter")
    expect(page.locator("#notices")).to_contain_text("one of the business's own")
    number.fill("555")
    number.press("Enter")
    expect(page.locator("#notices")).to_contain_text("ten digits")
    number.fill("(505) 555-0123")
    number.press("Enter")
    expect(page.locator("#customer")).to_have_value("+15055550123")


def test_a_page_that_is_opened_again_tells_the_same_story(open_page: Open) -> None:
    page = open_page()
    press(page, "are you a bot?")
    expect(pill(chapter(page, "Delivered"))).to_contain_text("delivered")
    page.reload()
    expect(bubbles(page, "business")).to_have_count(1)
    expect(pill(chapter(page, "Delivered"))).to_contain_text("delivered")


def test_the_reason_of_an_answer_is_behind_its_why(open_page: Open) -> None:
    page = open_page()
    press(page, "are you a bot?")
    expect(pill(chapter(page, "Delivered"))).to_contain_text("delivered")
    page.locator("#messages .business-side button").click()
    expect(page.locator("#story-about")).to_contain_text("To the answer")
    expect(page.locator("#chapters")).to_contain_text("Why it was written")


def test_segments_are_counted_as_the_business_counts_them(open_page: Open) -> None:
    page = open_page()
    samples = [
        "",
        "a" * 160,
        "a" * 161,
        "€" * 81,
        "a" * 152 + "€",
        "“" * 70,
        "“" * 71,
        "😀" * 34,
        "é~ñ",
    ]
    counted = page.evaluate(
        """async samples => {
             const { segments } = await import("/demo/static/demo/segments.js");
             return samples.map(one => [segments(one).count, segments(one).units]);
           }""",
        samples,
    )
    assert counted == [[segments(one).count, segments(one).units] for one in samples], json.dumps(
        counted
    )
