"""What looks like a time and is none."""

import pytest

from tests.language.times.support import times

PLAIN = """
call me at 303-555-0100
text (720) 555-0142 instead
$450 seems high
at 3% interest
3 bathrooms and 2 kids
need a 2 ton unit
1200 sq ft
room 12
we are at 1420 oak street
at 12 main st
the 5th floor
i need a second opinion
may i ask a question
april said she would call
june is my wife
the sun is strong in that room
my dog sat on it
he is 10 years old
built in 1998
its a 2015 honda
version 2.0.1
model number 2230
order #4521
they won 3-2
9/10 would recommend
open 24/7 right?
i work a 9 to 5 job
every 6 months
every monday
twice a year
$40 a month
takes 3 hours
for 2 weeks
how many hours a day
last time you guys were great
the other day someone called
anytime
whenever works
good morning
have a great weekend
happy thanksgiving
Morning! quick question
table for 4
10 feet by 12
around 3k
on a scale of 1-10
in a minute
1/2 inch pipe
1
what now
see https://example.com/12/5
buenas tardes
llego tarde
3 cuartos
"""


@pytest.mark.parametrize("text", PLAIN.strip().splitlines())
def test_no_time(text: str) -> None:
    assert times(text) == []
