"""What people say for common options, beside the words that an option declares."""

from smsbot.domain.question import Option
from smsbot.language.answers.pieces import words_of

_GROUPS = tuple(
    tuple(phrase.strip() for phrase in line.split("|"))
    for line in """
not sure|unsure|i don't know|don't know|idk|no idea|undecided|haven't decided
any|either|no preference|whichever|whatever|doesn't matter|don't care|both|all of them|flexible
none|neither|none of these|none of them|none of those|nothing|no
other|something else|none of those|else|different
yes|yeah|yep|yup|sure|ya|si|oui|i do|we do|i am|definitely|of course|absolutely
no|nope|nah|not really|i don't|we don't|non|not yet|not currently
asap|right away|immediately|as soon as possible|now|right now|today|urgent|emergency|yesterday
just looking|browsing|just browsing|looking around|exploring|researching|window shopping|no rush
house|home|single family|single family home|detached
apartment|apt|flat|unit
condo|condominium
townhouse|townhome|town house
buy|buying|purchase|purchasing|to buy
rent|renting|rental|lease|leasing|tenant|renter|i rent
sell|selling|to sell|list my house
own|owner|homeowner|own it|owned|i own
repair|fix|broken|fixing|busted|not working|stopped working
replace|replacement|replacing|swap|swap out|change out
install|installation|new install|put in|brand new
morning|mornings|am|before noon|early
afternoon|afternoons|pm|after lunch|midday
evening|evenings|night|after work|tonight
text|sms|message|texting|text me
call|phone|phone call|calling|call me
email|e-mail|mail
cash|cash only|in cash
finance|financing|loan|mortgage|payments
residential|home|house
commercial|business|office|store|warehouse
small|little|tiny
large|big|huge
heating|heat|heater|furnace
cooling|ac|air conditioning|air conditioner|a/c
""".strip().splitlines()
)  # fmt: skip
_FOLDED = tuple(frozenset(words_of(phrase) for phrase in group) for group in _GROUPS)


def paraphrases(option: Option) -> tuple[str, ...]:
    """Other phrases for `option`, where its label, value or words are a common one's."""
    said = {
        words_of(phrase) for phrase in (option.label, option.value.replace("_", " "), *option.words)
    }
    return tuple(
        phrase
        for group, folded in zip(_GROUPS, _FOLDED, strict=True)
        if said & folded
        for phrase in group
    )
