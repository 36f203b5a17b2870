"""How much what a question asks for is worth at the least: nobody has a kitchen made for "15"."""

from smsbot.domain.question import Question
from smsbot.language.answers.pieces import words_of

_HUNDREDS_OF_THOUSANDS = frozenset(
    """
    salary revenue mortgage home homes house houses condo property equity funding funds estate
    building lot household
    """.split()
)
"""Below a thousand these are told in thousands."""
_TENS_OF_THOUSANDS = frozenset(
    """
    car truck boat vehicle rv camper kitchen bathroom bath remodel renovation addition roof hvac
    furnace wedding deck pool siding solar loan loans tuition refinance refi borrow trailer
    basement driveway
    """.split()
)
"""Below a hundred these are."""
_SMALL = frozenset(
    """
    rent rental month months monthly night nightly lease week weekly hour hourly visit tip fee
    fees copay payment payments deductible repair repairs cleaning clean wash detail detailing
    service insurance oil tires tune premium bill bills deposit cake inspection towing tow key
    rate per day daily parking stay session lesson lessons class ticket tickets application
    quote quoted utilities warranty filter paint painting mow mowing trip ride warrantee dues
    hoa flowers dress ring cost charge charges charged
    """.split()
)
"""With these the question is of a part, a month or a service of it."""
_EARNED = frozenset({"income", "earn", "make"})
_BY_YEAR = frozenset("year yearly annual annually household".split())
_SOLD = frozenset(
    """
    buy buying purchase sell selling list listing listed price worth offer asking paid pay value
    spend owe balance left looking range
    """.split()
)
"""What makes a home the thing that is paid for, and not where something is done."""
_PLACES = frozenset("home homes house houses condo property building lot".split())
_HUGE, _BIG = 1000, 100


def worth_from(question: Question) -> int:
    """Below how many dollars a bare number is told in thousands; 0 where it never is."""
    asked = {*question.words, *words_of(question.prompt)}
    if asked & _SMALL:
        return 0
    if asked & _EARNED and asked & _BY_YEAR:
        return _HUGE
    huge = asked & _HUNDREDS_OF_THOUSANDS
    if huge and (huge - _PLACES or asked & _SOLD):
        return _HUGE
    return _BIG if asked & _TENS_OF_THOUSANDS else 0
