"""What looks like a time and is none."""

import pytest

from tests.language.times.support import times

PLAIN = """
tell Mr. Friday his truck is blocking my driveway
hi its January Lee from the bank
my name is Patricia Noon
Noon is my last name
se llama Lunes
soy Julio el de la camioneta roja
Abril quiere las uñas iguales
we are the yellow house at 3 Morning Glory Way
22 April Ct. mind the dog
calle 16 de Septiembre 230
vivo en la 12 de Octubre numero 88
corner of 5th and 10th
corner of March Ave and June Ct
is the tire place on 5th
hi its Janet from Jan-San supply
are the Friday Harbor ferries pet friendly
is the night crawler bait 3.50
someone quoted me between 150 and 200 for it
budget is between 400 and 600
insurance pays 80% up to 1500
tune it to 440 please
locker 41 combo 10-20-30
lockbox is 1-2-1-5
our team is 12-2 and needs trophies
we want the 1st, 4th and 9th pic
take off about 2 in and some layers
toner model is XR-12/30
no complaints here, 10/10
trainer no showed me three fridays in a row
wed like a booth
just pm it to me
my sister is an RN
mayo on the side for both
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
