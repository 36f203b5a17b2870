"""The small business's questions and what can be booked with it."""

from pathlib import Path

from smsbot.pack.required import AREA_TEMPLATES, BOOKING_TEMPLATES, QUALIFICATION_TEMPLATES

from .small import message, write_small

QUESTIONS = """\
ask_at_most: 2
questions:
  - key: reason
    type: choice
    ask: {en: "What brings you in?"}
    choices:
      - {value: checkup, label: {en: a checkup}, words: [cleaning, check up]}
      - {value: pain, label: {en: a toothache}, words: [hurts, ache]}
  - key: patient
    type: yes_no
    crm_field: is_patient
    when: {reason: [pain]}
    ask: {en: "Have you been here before?"}
  - key: age
    type: number
    least: 0
    most: 120
    ask: {en: "How old is the patient?"}
stages: {booked: Booked}
"""

BOOKING = """\
address: {en: 14 Pier Street}
lead_minutes: 60
horizon_days: 14
territory: ["100"]
absences:
  - {person: ana, first: 2031-02-03, last: 2031-02-05}
services:
  - id: cleaning
    name: {en: cleaning}
    when: {reason: [checkup]}
    minutes: 45
    people: [ana]
    place: business
    needs: [age]
    price: {text: {en: A cleaning is $90.}}
  - id: visit
    name: {en: pain visit}
    words: [toothache visit]
    when: {reason: [pain]}
    minutes: 30
    people: [ana]
    place: business
    hours:
      tue: [{start: 09:00, end: 11:00}]
    needs: [patient]
"""


def write_talking(root: Path) -> tuple[Path, Path]:
    """Write the small pack with questions, booking and their texts under `root`."""
    graphs, prompts = write_small(root)
    (graphs / "conversation" / "qualification.yaml").write_text(QUESTIONS, encoding="utf-8")
    (graphs / "conversation" / "booking.yaml").write_text(BOOKING, encoding="utf-8")
    given = {**QUALIFICATION_TEMPLATES, **BOOKING_TEMPLATES, **AREA_TEMPLATES}
    for template_id, tokens in given.items():
        body = " ".join(["Well:", *(f"{{{token}}}" for token in sorted(tokens))])
        path = prompts / "messages" / f"{template_id}.md"
        path.write_text(message(template_id, body), encoding="utf-8")
    return graphs, prompts
