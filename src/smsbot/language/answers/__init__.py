"""Reading a customer's text as the answer to a question. Pure.

`pieces` cuts a text, `asides` tells what is no answer, `naming` finds the thing asked; then each
type of answer has its reader: `counted` (with `amounts`), `choosing` (with `paraphrases`),
`agreeing`, `wording`. `reading` takes the question just asked, `finding` those not yet asked, and
`replacing` corrects an address.
"""

from smsbot.language.answers.asides import announces_correction, leisurely
from smsbot.language.answers.finding import amount_spans, choices_in, find_answers, name_in
from smsbot.language.answers.places import completed, only_zip
from smsbot.language.answers.reading import read_answer
from smsbot.language.answers.replacing import corrected_place

__all__ = [
    "amount_spans",
    "announces_correction",
    "choices_in",
    "completed",
    "corrected_place",
    "find_answers",
    "leisurely",
    "name_in",
    "only_zip",
    "read_answer",
]
