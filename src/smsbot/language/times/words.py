"""The words of time, and what each can be. A line is: kind, value, and the words that are it, with
"|" between; several words stand for one meaning. Accents and apostrophes are folded away before.
"""

# What a word does. Times themselves:
WEEKDAY, MONTH, RELDAY, WEEKEND, HOLIDAY = "weekday", "month", "relday", "weekend", "holiday"
PART, NOON, MIDNIGHT, ASAP, NOW = "part", "noon", "midnight", "asap", "now"
UNIT, NUMBER, NTH, COUPLE, FEW = "unit", "number", "nth", "couple", "few"
# What stands before, between and after them:
AT, ON, THE, OF, IN, FOR, A = "at", "on", "the", "of", "in", "for", "a"
NEXT, THIS, LAST, EARLY, MID, END, LATER = "next", "this", "last", "early", "mid", "end", "later"
LATE, HALF, QUARTER, PAST, OCLOCK, ISH = "late", "half", "quarter", "past", "oclock", "ish"
AFTER, BEFORE, BY, UNTIL, FROM, SINCE = "after", "before", "by", "until", "from", "since"
BETWEEN, AROUND, TO, OR, AND, BUT = "between", "around", "to", "or", "and", "but"
AGO, FROM_NOW, WITHIN, EVERY, SOFT = "ago", "from_now", "within", "every", "soft"
OR_LATER, OR_EARLIER, NEXT_POST, LAST_POST = "or_later", "or_earlier", "next_post", "last_post"
NEG, EXCEPT, GREETING, MERIDIEM = "neg", "except", "greeting", "meridiem"
MIDWEEK, HACE = "midweek", "hace"

TABLE: tuple[tuple[str, int | str, str], ...] = (
    (WEEKDAY, 0, "monday|mondays|mon|mons|lunes|lune|mondy|munday|modnay"),
    (WEEKDAY, 1, "tuesday|tuesdays|tues|tue|tu|teus|tuez|tusday|martes|marte"),
    (WEEKDAY, 2, "wednesday|wednesdays|weds|wed|wensday|wendsday|wedsday|wensdays|wendesday|miercoles|miercole|mierkoles|miercolez|mircoles"),
    (WEEKDAY, 3, "thursday|thursdays|thurs|thrs|thur|thu|th|thrus|thirsday|thrusday|thursdy|jueves|jueve|juebes"),
    (WEEKDAY, 4, "friday|fridays|fri|fris|frid|fryday|firday|viernes|vierne|biernes|bierne"),
    (WEEKDAY, 5, "saturday|saturdays|sat|sats|satday|saterday|sabado|sabados|savado|sabdo"),
    (WEEKDAY, 6, "sunday|sundays|sun|suns|domingo|domingos|domigo"),
    (MONTH, 1, "january|jan|enero"), (MONTH, 2, "february|feb|febuary|febrero"),
    (MONTH, 3, "march|mar|marzo"), (MONTH, 4, "april|apr|abril"), (MONTH, 5, "may|mayo"),
    (MONTH, 6, "june|jun|junio"), (MONTH, 7, "july|jul|julio"),
    (MONTH, 8, "august|aug|agosto"), (MONTH, 9, "september|sept|sep|septiembre|setiembre"),
    (MONTH, 10, "october|oct|octubre"), (MONTH, 11, "november|nov|noviembre"),
    (MONTH, 12, "december|dec|diciembre|dic"),
    (RELDAY, 0, "today|2day|todays|tday|tdy|hoy|hoy mismo|hoy dia"),
    (RELDAY, 1, "tomorrow|tomorrows|tmrw|tmrrw|tmr|tmw|tmo|tmmrw|tmro|tomoro|tomoz|2moro|2morrow|2mrw|2mro|2mor|tomm|tommorow|tommorrow|tomorow|tomorro|tomarrow|tommarow|2moz|tmorrow|tmrow|tommrow|tomorrw|tmmw|tom|tomor|manana|dia siguiente|to morrow|tmoro|tmoz|morrow"),
    (RELDAY, 2, "day after tomorrow|day after tmrw|day after tomorow|day after 2moro|day after tmr|day after tom|day after tommorow|overmorrow|pasado manana"),
    (RELDAY, -1, "yesterday|yesterdays|yday|yest|yesterdy|ayer"),
    (RELDAY, -2, "day before yesterday|anteayer|antier"),
    (WEEKEND, 0, "weekend|weekends|wkend|wknd|week end|wkends|wkd|finde|fin de semana"),
    (HOLIDAY, "christmas", "christmas|xmas|christmas day|xmas day|navidad"),
    (HOLIDAY, "christmas eve", "christmas eve|xmas eve|nochebuena"),
    (HOLIDAY, "new years day", "new years day|new year day|new years|the new year|first of the year|1st of the year|the first of the year|the 1st of the year"),
    (HOLIDAY, "new years eve", "new years eve|new year eve|nye"),
    (HOLIDAY, "july 4th", "4th of july|fourth of july|july fourth|independence day"),
    (HOLIDAY, "thanksgiving", "thanksgiving|thanksgiving day|turkey day"),
    (HOLIDAY, "black friday", "black friday"), (HOLIDAY, "labor day", "labor day|labour day"),
    (HOLIDAY, "memorial day", "memorial day"), (HOLIDAY, "halloween", "halloween"),
    (HOLIDAY, "valentines", "valentines day|valentines"), (HOLIDAY, "juneteenth", "juneteenth"),
    (HOLIDAY, "veterans day", "veterans day"), (HOLIDAY, "mothers day", "mothers day"),
    (HOLIDAY, "fathers day", "fathers day"), (HOLIDAY, "mlk day", "mlk day"),
    (HOLIDAY, "presidents day", "presidents day"),
    (MIDWEEK, 0, "midweek|mid week|middle of the week"),
    (PART, "morning", "morning|mornings|mornin|mrng|mornign|la manana|por la manana|de la manana|en la manana|las mananas|a la manana|forenoon|moning|morn|am hours|a m hours"),
    (PART, "early morning", "early in the morning|early early morning|de madrugada|la madrugada|bright and early|crack of dawn|early am|temprano en la manana|breakfast time"),
    (PART, "late morning", "late am|late in the morning|later in the morning|late mornings"),
    (PART, "mid morning", "midmorning|mid mornings"),
    (PART, "first thing", "first thing|1st thing|first thing in the morning|1st thing in the morning|first thing in the am|1st thing in the am|first thing am|first appointment|first slot|primera hora|first available in the morning"),
    (PART, "midday", "midday|mid day|mediodia|al mediodia|a mediodia|middle of the day"),
    (PART, "lunch", "lunch|lunchtime|lunch time|lunch hour|lunch break|luchtime"),
    (PART, "afternoon", "afternoon|afternoons|aftn|arvo|afternn|la tarde|por la tarde|de la tarde|en la tarde|las tardes|afternoonish|aftrnoon|after noon hours|pm hours"),
    (PART, "late afternoon", "late in the afternoon|later in the afternoon|late in the day|later in the day|late pm|late day|mas tarde en el dia"),
    (PART, "early afternoon", "early pm|early in the afternoon"), (PART, "mid afternoon", "midafternoon"),
    (PART, "evening", "evening|evenings|evenin|evng|suppertime|evening time"),
    (PART, "eve", "eve"),
    (PART, "dinner", "dinnertime|dinner time"),
    (PART, "night", "night|nights|nite|nites|nighttime|night time|la noche|por la noche|de la noche|en la noche|las noches"),
    (PART, "tonight", "tonight|2night|2nite|tonite|tonights|tnite|tnight|esta noche|hoy por la noche|hoy en la noche"),
    (PART, "after work", "after work|after i get off work|after i get off|after im off work|when i get off work|when i get off|once i get off work|despues del trabajo|despues de trabajar|after office hours|after hours|after the work day|after work hours|when im off work"),
    (PART, "end of day", "end of day|end of the day|eod|cob|close of business|fin del dia|end of business|end of business day|end of the work day|end of the business day|eob"),
    (PART, "after school", "after school"), (PART, "before work", "before work"),
    (NOON, 0, "noon|noontime|12 noon|high noon|noontime|12noon|twelve noon"),
    (MIDNIGHT, 0, "midnight|midnite|medianoche|12 midnight|media noche"),
    (ASAP, 0, "asap|a s a p|right now|right away|rightaway|immediately|immediatly|immediate|as soon as possible|as soon as you can|as soon as u can|soon as possible|soon as you can|soonest|soonest possible|straight away|this minute|this instant|this second|right this minute|lo antes posible|cuanto antes|ahora mismo|ahorita|ahorita mismo|de inmediato|inmediatamente|enseguida|ya mismo|lo mas pronto posible|asap as possible|as soon as poss|rn|at once|soon as u can|as quickly as possible|as quick as possible|as soon as you guys can|soon as you guys can|pronto como sea posible|lo mas antes posible|sooner the better"),
    (NOW, 0, "now|ahora|orita|horita"),
    (UNIT, "second", "seconds|secs|sec|segundos"),
    (UNIT, "minute", "minute|minutes|min|mins|minuto|minutos|minuts|mintues|minites"),
    (UNIT, "hour", "hour|hours|hr|hrs|hora|horas|houres"),
    (UNIT, "day", "day|days|dia|dias"), (UNIT, "business day", "business days|business day|working days|work days|workdays"),
    (UNIT, "week", "week|weeks|wk|wks|semana|semanas"),
    (UNIT, "fortnight", "fortnight|fortnights"),
    (UNIT, "month", "month|months|mo|mos|mes|meses|mnth|mnths"),
    (UNIT, "year", "year|years|yr|yrs|anos"),
    (NUMBER, 1, "one|uno|una"), (NUMBER, 2, "two|dos"), (NUMBER, 3, "three|tres"),
    (NUMBER, 4, "four|cuatro"), (NUMBER, 5, "five|cinco"), (NUMBER, 6, "six|seis"),
    (NUMBER, 7, "seven|siete"), (NUMBER, 8, "eight|ocho"), (NUMBER, 9, "nine|nueve"),
    (NUMBER, 10, "ten|diez"), (NUMBER, 11, "eleven"), (NUMBER, 12, "twelve|doce"),
    (NUMBER, 15, "fifteen|quince"), (NUMBER, 20, "twenty|veinte"), (NUMBER, 30, "thirty|treinta"),
    (NUMBER, 40, "forty"), (NUMBER, 45, "forty five|fortyfive"), (NUMBER, 50, "fifty"), (NUMBER, 35, "thirty five"),
    (NUMBER, 25, "twenty five"), (NUMBER, 55, "fifty five"), (NUMBER, 14, "fourteen"), (NUMBER, 13, "thirteen"),
    (NTH, 1, "first|primer|primero"), (NTH, 2, "second"), (NTH, 3, "third"), (NTH, 4, "fourth"),
    (NTH, 5, "fifth"), (NTH, 6, "sixth"), (NTH, 7, "seventh"), (NTH, 8, "eighth"),
    (NTH, 9, "ninth"), (NTH, 10, "tenth"), (NTH, 11, "eleventh"), (NTH, 12, "twelfth"),
    (NTH, 13, "thirteenth"), (NTH, 14, "fourteenth"), (NTH, 15, "fifteenth"), (NTH, 16, "sixteenth"),
    (NTH, 17, "seventeenth"), (NTH, 18, "eighteenth"), (NTH, 19, "nineteenth"), (NTH, 20, "twentieth"),
    (NTH, 21, "twenty first"), (NTH, 22, "twenty second"), (NTH, 23, "twenty third"), (NTH, 24, "twenty fourth"),
    (NTH, 25, "twenty fifth"), (NTH, 26, "twenty sixth"), (NTH, 27, "twenty seventh"), (NTH, 28, "twenty eighth"),
    (NTH, 29, "twenty ninth"), (NTH, 30, "thirtieth"), (NTH, 31, "thirty first"),
    (COUPLE, 2, "couple|couple of|cple|coupla|couple more|par de"), (FEW, 3, "few|few more|several"),
    (AT, 0, "at|a las|a la|las|alas|@"), (ON, 0, "on|for on"), (THE, 0, "the|el|los|da|tha|la"),
    (OF, 0, "of|de|del|o f"), (IN, 0, "in|en|inn|dentro de"), (HACE, 0, "hace"), (FOR, 0, "for|para"), (A, 1, "a|an|un"),
    (NEXT, 0, "next|nxt|nex|following|proximo|proxima|prox|siguiente"),
    (THIS, 0, "this|ths|dis|coming|upcoming|this coming|this upcoming|this very|this next|este|esta|current"),
    (LAST, 0, "last|this past|previous|ultimo|ultima|lst"),
    (EARLY, 0, "early|temprano|beginning of|begining of|the beginning of|early in|earlier in|start of|early part of|first part of|principios|principios de|inicio de|first half of|front half of|the top of|erly"),
    (MID, 0, "mid|middle|middle of|mediados|mediados de|midde of"),
    (LATE, 0, "late|late in|tail end of|latter part of|finales de|back half of|second half of|last part of"),
    (END, 0, "end of|end of the|fin de|tail end|the end of"),
    (LATER, 0, "later|later on|later in|rest of|remainder of|mas tarde"),
    (HALF, 30, "half|media"), (QUARTER, 15, "quarter|qtr|cuarto|1/4"),
    (PAST, 0, "past"), (OCLOCK, 0, "oclock|o clock|oclok|o'clock|clock|en punto|sharp|oclck|o'clok"),
    (ISH, 0, "ish|or so|or thereabouts|give or take|or there abouts|or around there|or around then|y pico"),
    (AFTER, 0, "after|aft|aftr|afer|aft er|afta|anytime after|any time after|later than|despues de|despues|despues del|pasadas|pasadas las"),
    (BEFORE, 0, "before|b4|befor|bfore|prior to|ahead of|earlier than|sooner than|antes de|antes del|antes|bf"),
    (BY, 0, "by|no later than|not later than|latest by|on or before|at or before|por ahi de|para antes de|at the latest by"),
    (UNTIL, 0, "between now and|from now until|from now till|now until|now till|now til|from now to|now through|from now through|from today until|from now thru|until|till|til|untill|up to|up until|up till|upto|hasta|hasta las|hasta el|unitl"),
    (FROM, 0, "from|starting|starting at|starting from|starting on|beginning|beginning at|beginning on|as of|as early as|on or after|at or after|no earlier than|not earlier than|no sooner than|desde|desde las|a partir de|a partir de las|a partir del|not before|no antes de|anytime from|any time from|effective|not until|not till|not til|earliest is"),
    (SINCE, 0, "since|ever since|desde hace"),
    (BETWEEN, 0, "between|btwn|btw|betwn|inbetween|in between|bt|beetween|betwen|anywhere between|anytime between|any time between|sometime between|somewhere between|entre|b/w|btween|bw"),
    (AROUND, 0, "around|about|abt|approx|approximately|roughly|circa|close to|near|aroun|arround|round|around about|sometime around|anytime around|any time around|somewhere around|aroud|arnd|bout|como a|como|como a las|sobre las|a eso de las|alrededor de las|alrededor de|~|ard|maybe around|more like|right around|towards|toward|hacia"),
    (TO, 0, "to|thru|through|thrugh|-|–|—|throu|al"),
    (OR, 0, "or|o|or even|or maybe|or else|or perhaps|or possibly|and or|or like|or either|/"), (AND, 0, "and|&|n|y|plus|also|as well as|nor|ni"),
    (BUT, 0, "but|however|though|instead|tho|pero|otherwise|anyway|actually|sino|unless|because|cuz|bc|since then|so"),
    (AGO, 0, "ago|back|earlier"), (FROM_NOW, 0, "from now|from today|hence|out from now|from right now|from this moment"),
    (WITHIN, 0, "within|w in|inside of|within the next|in the next|over the next|during the next|within the|in the coming|in the upcoming|sometime in the next|in under|in less than|inside"),
    (EVERY, 0, "every|each|evry|everyother|every other|cada|todos los|todas las|per|once a|twice a|once every|times a|time a|x a|times per|ea"),
    (SOFT, 0, "maybe|sometime|some time|anytime|any time|like|say|perhaps|probably|prob|prolly|possibly|ideally|preferably|pref|just|any|anything|anywhere|whenever|or like|mayb|around the time|during|all day|all|over|algun|alguna|some day|someday|any day|time|throughout|either|tal vez|quizas|only|um|uh|hmm|lets say|let say"),
    (OR_LATER, 0, "or later|at the earliest|at earliest|onwards|onward|and later|and on|or anytime after|or any time after|and beyond|or so on|and up|en adelante|or thereafter|or onwards|or beyond|or past|or past that|or after that|forward|on out"),
    (OR_EARLIER, 0, "or earlier|or sooner|at the latest|at latest|latest|or prior|a mas tardar|or before that|o antes"),
    (NEXT_POST, 0, "que viene|que entra|entrante|proximo"), (LAST_POST, 0, "pasado|pasada"),
    (NEG, 0, "not|cant|cannot|can not|wont|dont|do not|doesnt|does not|isnt|is not|arent|no|never|unable|unavailable|cnt|couldnt|wouldnt|will not|neither|n't|not available|not free|busy|booked|tied up|out of town|im away|be away|were away|im out|were out|im out of town|were out of town|im out of the office|were out of the office|im out of office|on vacation|im gone|were gone|traveling|travelling|no good|unavail|no puedo|no podemos|no se puede|not able|would not|out of office|slammed|swamped|instead of|rather than|ni el|no el|nunca|cudnt|wnt|dnt"),
    (NEG, 0, "nothing"),
    (EXCEPT, 0, "except|better than|except for|anything but|any day but|anyday but|any time but|anytime but|every day but|everyday but|any other day than|other than|besides|excluding|any but|all but|apart from|aside from|menos|menos el|excepto|excepto el|but not|just not|not on|exept|any day except|any day besides|with the exception of|any day other than|salvo|save for|anyday except|everything but|all days but|any days but|any weekday but"),
    (GREETING, 0, "good morning|good afternoon|good evening|good night|gm|goodnight|gd morning|good day|good mornin|gud morning|goodmorning|buenas tardes|buenas noches|buenos dias|happy holidays|happy thanksgiving|merry christmas|happy friday|happy monday|happy new year|happy new years|happy halloween|happy easter|happy mothers day|happy fathers day|happy valentines day|happy tuesday|happy wednesday|happy thursday|happy saturday|happy sunday|good mrng|have a good day|have a good weekend|have a great weekend|have a nice weekend|have a good night|have a great day|have a nice day|have a good evening|have a good one|enjoy your weekend|have a great evening|have a great night|have a blessed day|enjoy the weekend|enjoy your day|enjoy your evening|have a wonderful day|enjoy your night|feliz navidad|hope you had a good weekend|hope you had a great weekend|hope youre having a good day|hope youre having a great day|happy hour|one day|some day|day one|day 1|one night|one morning|24 hours a day|morning sickness|monday morning quarterback|sun room|may i|may we|the may|may be|may have|may need|may not|april fools|day to day|night stand|up to date|week to week|the other day|other day|these days|at the moment|at least|at most|at all|after all|at first|casual friday|fridays restaurant|tgi fridays|ruby tuesday|taco tuesday|taco tuesdays|cyber monday|blue monday|manic monday|sunday best|sunday funday|ruby tuesdays|super bowl sunday|sunday school|night shift|night guard|night guards|night light|night lights|night time moisturizer|wednesday addams|friday night lights|freaky friday|all day long|most days|in the long run|day care|second opinion|second floor|on second thought|second thoughts|second hand|one second|a second|a sec|the next step|the next time|once upon a time|later gator|see you later|c u later|see ya later|see ya|talk later|talk to you later|talk soon|sooner or later|better late than never|half off|half price|half of|sun screen|sun light|the sun|sat down|sat there|sat on|sat in|sat through|sat around|march madness|first time|last time|next time|this time|that time|same time|long time|every time|first class|last minute|new year new me|last name|first name|last one|next one|next step|next steps|next question|this one|that one|the one|no one|one more|one thing|one another|one who|one that|which one|each one|every one|another one|only one|just one|good one|first one|second one|first floor|third floor|third party|first aid|first come|first of all|first off|at last|at first|any second|last second|last call|last place|last year model|so far|as far|as long as|9 to 5 job|nine to five|9 to 5|9-5 job|8-5 job|9 to 5er|24/7|24 7|7 days a week|five days a week|5 days a week|lunch box|lunch boxes|five oclock shadow|five o'clock shadow|5 o'clock shadow|full sun|part sun|direct sun|phoenix suns|the apr|apr on|year round|may or may not|may as well|might or may|may just|come may|8 to 5 job"),
)  # fmt: skip

PARTS: dict[str, tuple[int, int]] = {
    "early morning": (6, 9), "morning": (6, 12), "mid morning": (9, 11), "late morning": (10, 12),
    "first thing": (8, 10), "midday": (12, 13), "lunch": (12, 13), "early afternoon": (12, 15),
    "afternoon": (12, 17), "mid afternoon": (14, 16), "late afternoon": (15, 18),
    "evening": (17, 21), "eve": (17, 21), "early evening": (17, 19), "late evening": (19, 21), "dinner": (18, 20),
    "tonight": (18, 24), "night": (20, 24), "early night": (20, 22), "late night": (22, 24),
    "early tonight": (18, 20), "late tonight": (21, 24), "after work": (17, 21),
    "end of day": (16, 17), "after school": (15, 18), "before work": (6, 9),
}  # fmt: skip
"""Part of the day -> local hours [from, to)."""

BEFORE_NOON = frozenset(
    {"early morning", "morning", "mid morning", "late morning", "first thing", "before work"}
)
"""The parts in which "6" is six in the morning; in all others it is 18:00."""
