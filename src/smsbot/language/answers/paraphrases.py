"""What people say for common options, beside the words that an option declares."""

from functools import lru_cache

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
dog|dogs|puppy|pup|perro|perra|perrito|chien
cat|cats|kitten|kitty|gato|gata|gatito|chat
toilet|commode|inodoro|excusado
kitchen|cocina
bathroom|bath|restroom|powder room|bano
today|hoy|this morning|this afternoon|tonight
this week|esta semana|in the next few days
morning|mornings|en la manana|por la manana|mananas|before lunch
afternoon|afternoons|en la tarde|por la tarde|tardes
no rush|no hurry|whenever|not urgent|can wait|anytime|flexible|take your time|no prisa|sin prisa
adult|adults|for me|myself|grown up|adulto
child|children|kid|kids|son|daughter|toddler|teenager|nino|nina|hijo|hija|my boy|my girl
indoors|indoor|inside|interior|adentro
outdoors|outdoor|outside|exterior|afuera|backyard|driveway|patio
new patient|new|first time|never been|first visit|nuevo|nueva
existing patient|existing|returning|been here before|been there before|been before|regular
weekday|weekdays|during the week|monday|tuesday|wednesday|thursday|friday|mon|tues|wed|thurs|fri
weekend|weekends|saturday|sunday|sat|sun|sabado|domingo
anyone|anybody|whoever|no preference|first available|dont care who|doesnt matter who
drop off|drop it off|dropping off|leave it|drop it|leave the car
wait|wait for it|ill wait|sit and wait|wait with it|wait there
tow|towed|needs a tow|wont start|cant drive|not running|undrivable
gas|natural gas|gasoline|unleaded|propane
friend or family|friend|friend or referral|referral|neighbor|coworker|word of mouth|recommended
online|google|googled|website|internet|search|web
ad|billboard or ad|billboard|sign|radio|flyer|mailer|postcard|commercial|coupon|tv
whole house|whole|entire|entire house|everything|everywhere|all of it|toda la casa
part of it|partial|half|some|only part
phone|ring me|give me a ring|by phone|call me|llamada
video|zoom|facetime|video call|video chat
in person|at our office|office|face to face|come in|in office|en persona
online class|online|zoom|virtual|remote|video
pick up|pickup|collect|grab it|come get it|pick it up
delivery|deliver|delivered|bring it|drop it at my house
both|the two|ambos|las dos|los dos|les deux
weight loss|lose weight|slim down|drop weight|shed pounds
haircut|cut|trim|bangs|corte
color|colour|dye|highlights|roots|balayage|tinte
cleaning|limpieza|clean
""".strip().splitlines()
)  # fmt: skip
_FOLDED = tuple(frozenset(words_of(phrase) for phrase in group) for group in _GROUPS)


@lru_cache(maxsize=1024)
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
