"""Words around a number that say what it is: a time of day, or a number of things."""

SAFE = frozenset(
    """
    look looking sound fit fits
    works work worked working ok okay k kk good great fine best better perfect cool would wld will
    wud could can cld is if please pls plz pleas thanks thx thank ty that thats then i im ill id
    we were well you u ur your it its he she they my me us his her our someone somebody anyone for
    with when while where who what whats which how why as than too yes yep yeah yea yup sure
    instead available avail free open possible though tho still right should be been was are do
    does did has have having need needs want wanna gonna going gotta got get see ya come coming
    came go let lets make appt appointment slot opening spot meeting call
    consultation consult visit reservation booking showing tour session class cleaning estimate
    inspection quote checkup service pickup delivery dropoff haircut lesson time times timeframe
    est edt pst pdt cst cdt mst mdt mountain eastern central pacific et pt ct cant except unless
    until tops only even ever most more or sorry hi hello hey lol haha there here at into onto off
    out up down by w yall guys sir maam mam man dude bro am doesnt wont isnt might must shall may
    hows any anything everything dr doc doctor tech guy usually que por favor porfa gracias esta
    bien puede puedo te si se funciona sirve hrs hours h looks sounds seems suits suit preferred
    prefer ideally latest earliest confirmed confirm booked scheduled flexible sharp exactly
    """.split()
)
"""What may follow a time; what stands here is no thing that can be counted."""

ASKS_FOR = frozenset(
    """
    do does would will could can say prefer need want take book make
    """.split()
)
"""Verbs that a time may be the object of: "can we do 3"."""

GOOD = frozenset(
    """
    work works ok okay good fine be suit possible open free available best better great perfect do
    fit ideal
    """.split()
)

POLITE = frozenset(
    """
    please pls plz
    """.split()
)

ASKS = frozenset(
    """
    do does say it would
    """.split()
)

GOOD_AFTER = frozenset(
    """
    work works ok okay good fine be suit possible open free available is would sound sounds please
    pls plz then instead better best great perfect
    """.split()
)
"""What may say that a time suits: "3 works"."""

BOOKED_FOR = frozenset(
    """
    down me us up it set booked schedule scheduled appt appointment him her them open shoot
    """.split()
)
""""put me down for 3", and not "a table for 3"."""

NUMBERED = frozenset(
    """
    room rm apt apartment unit suite ste number num no. # ext extension option model version v
    size sz grade grades age ages aged page pages chapter level route rt hwy highway interstate
    exit gate bay aisle lane lot bldg building floor step part item order invoice code zip po box
    account acct ending channel section season episode vol windows iphone type stage phase team
    group score won lost beat top bus flight line zone district ward pier dock table bed bedroom
    rated digits pin numbers sizes answer question press reply dial galaxy android xbox ps
    playstation combo combination lock locker plate tag pin password passcode pw
    """.split()
)
"""What has a number by nature: "room 12", "exit 4"."""

SECRETS = frozenset(
    """
    code combo combination pin password passcode pw plate number order invoice account acct ticket
    lockbox no serial keypad
    """.split()
)
"""What is a number itself, so that "is" may stand between: "the gate code is 10"."""

STREETS = frozenset(
    """
    st street ave avenue av rd road dr drive ln lane blvd boulevard ct court pl place cir circle
    hwy highway pkwy parkway terrace ter trail trl loop way apt unit suite ste nw ne sw se
    broadway
    """.split()
)

QUANTIFIED = frozenset(
    """
    people guests adults kids children persons ppl of bedrooms bedroom bathrooms bathroom bath
    baths bed beds inch inches ft feet foot miles mile mi gallons gallon ton tons lb lbs pounds oz
    percent pct dollars bucks usd grand k cars dogs cats rooms stars star point points sq square
    units locations different other times x million psi degrees degree volts volt amps amp watts
    mph rpm gb mb tb thousand hundred dozen cents
    """.split()
)
"""What a number before it counts or measures."""

MOVING = frozenset(
    """
    move moved push pushed change changed switch bump reschedule rescheduled
    """.split()
)

BEFORE_RANGE = frozenset(
    """
    is work works available free come do open here me you u window slot ok good there closed
    """.split()
)
"""What may stand before "2-4" where it is a time."""
