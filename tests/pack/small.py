"""A second business, as unlike the shipped one as can be: it keeps the code honest."""

from pathlib import Path

BUSINESS = """\
brand: Harbor Dental
assistant: the Harbor Dental bot
timezone: America/New_York
languages: [en]
support_phone: (212) 555-0140

hours:
  tue: [{start: 09:30, end: 12:00}, {start: 13:00, end: 17:30}]
  sun: [{start: 10:00, end: 14:00}]

holidays:
  - {date: 2030-07-02, name: Founders' day}

numbers:
  - {phone: +12125550140, use_case: conversations, carrier_keywords: none}

people:
  - {id: ana, name: Ana, phone: +12125550141, queues: [desk], on_call: yes}

queues:
  - {id: desk}
  - {id: pager, due_minutes: 5, notify: on_call}

routing:
  default: desk
  after_hours: desk
  cannot_wait: pager
  by_reason: {billing: desk}

guards:
  escalations:
    - {id: complaint, reason: Complaint, queue: desk, terms: [complaint], text: handoff_complaint}
  emergencies:
    - {id: swelling, reason: Swelling, terms: [cannot swallow], text: emergency}
  self_harm: {id: self_harm, reason: Self harm, terms: [kill myself], text: self_harm}
"""

FAQ = """\
entries:
  - id: parking
    questions: [where do i park, is there parking]
    answer:
      en: The lot behind the building is free for patients.
  - id: hours
    questions: [when are you open]
    answer: {en: "We're open {hours}."}
"""

SMALL_TALK = """\
entries:
  - {id: greeting, phrases: [hi, hello], text: greeting}
  - {id: deny, phrases: [no, nope], text: goodbye}
"""

MESSAGES = {
    "opt_out_confirmation": "{brand}: You won't get more texts from us.",
    "opt_in_confirmation": "{brand}: You'll get our texts.",
    "help": "{brand}: Call {support_phone}.",
    "wrong_number": "{brand}: Sorry, we won't text this number again.",
    "emergency": "{brand}: Call 911 now.",
    "self_harm": "{brand}: Call or text 988 now. A person has been told.",
    "handoff": "A person will answer here by {when}.",
    "handoff_rest": "For the rest a person will answer here by {when}.",
    "handoff_after_hours": "We open {when}. A person will answer then.",
    "handoff_complaint": "Sorry about that. A person will answer here.",
    "holding": "Noted for the person who will answer.",
    "media_received": "I can't open pictures; a person will.",
    "language_handoff": "A person who speaks your language will answer.",
    "not_understood": "I'm not sure, so a person will answer here.",
    "handoff_pricing": "A person will tell you the price here by {when}.",
    "closed_day": "We're closed {day} and back {when}.",
    "after_hours_reason": "We open {when}. What is it about?",
    "after_hours_urgent": "Can it wait until then?",
    "after_hours_callback": "When can we reach you?",
    "after_hours_noted": "Noted. A person will reach you {when}.",
    "on_call_told": "The person on call has been told.",
    "first_contact": "{brand}, {assistant}:",
    "is_bot": "I'm {assistant}, a program. Ask for a person any time.",
    "greeting": "How can we help?",
    "thanks": "You're welcome.",
    "goodbye": "Bye.",
    "staff_on_call": "{reason}: {said} {link}",
}


def message(template_id: str, body: str, *, language: str = "en", tokens: str | None = None) -> str:
    """A template's file; its tokens are the ones in the text unless they are given."""
    found = (part.partition("}")[0] for part in body.split("{")[1:])
    named = ", ".join(dict.fromkeys(found)) if tokens is None else tokens
    head = f"id: {template_id}\nowner: Desk\nlanguage: {language}\ntokens: [{named}]"
    return f"---\n{head}\n---\n{body}\n"


PROMPT = "---\nid: understand\nowner: Desk\ntokens: [brand, pending]\n---\n{brand} {pending}\n"


def write_small(root: Path) -> tuple[Path, Path]:
    """Write the pack under `root`; returns its graphs and prompts directories."""
    files = {
        "graphs/business.yaml": BUSINESS,
        "graphs/conversation/faq.yaml": FAQ,
        "graphs/conversation/smalltalk.yaml": SMALL_TALK,
        "prompts/models/understand.md": PROMPT,
    }
    for template_id, body in MESSAGES.items():
        files[f"prompts/messages/{template_id}.md"] = message(template_id, body)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "graphs", root / "prompts"
