"""How people say in English that they want no more texts (compliance.md 1, rules 2, 3 and 7).

`{cease} {texting} {me}` and the like: verbs of ceasing, contacting and removing times what they
are done to. The phrase language is that of `smsbot.language.phrases`. `TO_ME` is written out as
whoever the texts reach: "me", "my wife's phone", "this number".
"""

from smsbot.guards.grammar import Table
from smsbot.guards.words import (
    opt_out_en_contact,
    opt_out_en_leaving,
    opt_out_en_remove,
    opt_out_en_wanted,
)
from smsbot.guards.words.opt_out_en_unless import LIMITS, UNLESS
from smsbot.guards.words.opt_out_en_words import CLASSES, FILLERS, MACROS

SAYS = {
    **opt_out_en_contact.SAYS,
    **opt_out_en_wanted.SAYS,
    **opt_out_en_remove.SAYS,
    **opt_out_en_leaving.SAYS,
}

TABLE = Table(
    classes=CLASSES, says=SAYS, unless=UNLESS, limits=LIMITS, macros=MACROS, fillers=FILLERS
)
