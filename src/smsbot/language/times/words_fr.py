"""The words of time in French, as in `words`. They count only where the text is French by one of
`TELLING`: "mon", "pas" and "a" are words in other languages too.
"""

from smsbot.language.times import words as w

TELLING = frozenset(
    """
    lundi lundis mardi mardis mercredi mercredis jeudi jeudis vendredi vendredis samedi samedis
    dimanche dimanches demain apres matin matins soir soirs midi aprem semaine semaines heure heures
    aujourdhui prochain prochaine maintenant vers avant soiree matinee journee jusqua janvier
    fevrier avril juin juillet aout septembre octobre novembre decembre lapres lavant dapres
    possible nimporte laprem jours noel
    """.split()
)
"""Of which one says that a text is French, unless it is plainly English ("possible")."""
ALSO_ENGLISH = frozenset({"possible", "avant", "noel", "midi", "vers"})
"""Those of them that English has: they tell only beside another French word of time."""

TABLE: tuple[tuple[str, int | str, str], ...] = (
    (w.WEEKDAY, 0, "lundi|lundis"), (w.WEEKDAY, 1, "mardi|mardis"),
    (w.WEEKDAY, 2, "mercredi|mercredis|mecredi"), (w.WEEKDAY, 3, "jeudi|jeudis"),
    (w.WEEKDAY, 4, "vendredi|vendredis|vendrdi"), (w.WEEKDAY, 5, "samedi|samedis|samdi"),
    (w.WEEKDAY, 6, "dimanche|dimanches"),
    (w.MONTH, 1, "janvier"), (w.MONTH, 2, "fevrier"), (w.MONTH, 3, "mars"), (w.MONTH, 4, "avril"),
    (w.MONTH, 5, "mai"), (w.MONTH, 6, "juin"), (w.MONTH, 7, "juillet"), (w.MONTH, 8, "aout"),
    (w.MONTH, 9, "septembre"), (w.MONTH, 10, "octobre"), (w.MONTH, 11, "novembre"),
    (w.MONTH, 12, "decembre"),
    (w.RELDAY, 0, "aujourdhui|aujourd hui|ajd|aujourdui"), (w.RELDAY, 1, "demain|le lendemain"),
    (w.RELDAY, 2, "apres demain|apres-demain"), (w.RELDAY, -1, "hier"),
    (w.WEEKEND, 0, "fin de semaine|la fin de semaine|en fin de semaine|week-end|le week-end|weekend"),
    (w.HOLIDAY, "christmas", "noel|jour de noel"),
    (w.HOLIDAY, "new years day", "jour de lan|nouvel an"),
    (w.HOLIDAY, "thanksgiving", "action de graces|laction de graces|action de grace|laction de grace"),
    (w.PART, "morning", "matin|le matin|du matin|au matin|matinee|en matinee|dans la matinee|avant-midi|avant midi|lavant-midi|lavant midi|en avant-midi|en avant midi"),
    (w.PART, "early morning", "tot le matin|de bonne heure|tot en matinee|de bon matin"),
    (w.PART, "afternoon", "apres-midi|apres midi|lapres-midi|lapres midi|en apres-midi|en apres midi|dapres-midi|dans lapres-midi|dans lapres midi|aprem|laprem"),
    (w.PART, "evening", "soir|le soir|du soir|au soir|soiree|en soiree|apres le souper|apres souper"),
    (w.PART, "tonight", "ce soir|a soir|cette nuit"),
    (w.PART, "after work", "apres le travail|apres la job|apres louvrage|apres le boulot"),
    (w.PART, "end of day", "fin de journee|en fin de journee|la fin de journee|fin de la journee"),
    (w.PART, "first thing", "premiere heure|a la premiere heure"),
    (w.NOON, 0, "midi|a midi"), (w.MIDNIGHT, 0, "minuit"),
    (w.ASAP, 0, "des que possible|le plus tot possible|le plus vite possible|au plus vite|au plus tot|tout de suite|immediatement"),
    (w.NOW, 0, "maintenant"),
    (w.UNIT, "hour", "heure|heures"), (w.UNIT, "day", "jour|jours"), (w.UNIT, "week", "semaine|semaines"),
    (w.UNIT, "month", "mois"), (w.UNIT, "year", "annee|annees"),
    (w.NUMBER, 2, "deux"), (w.NUMBER, 3, "trois"), (w.NUMBER, 4, "quatre"), (w.NUMBER, 5, "cinq"),
    (w.NUMBER, 8, "huit"), (w.NUMBER, 9, "neuf"), (w.NUMBER, 10, "dix"), (w.NUMBER, 11, "onze"),
    (w.NUMBER, 12, "douze"),
    (w.AT, 0, "a|pour"), (w.ON, 0, "le|les"), (w.OF, 0, "de|du"), (w.IN, 0, "dans|en"),
    (w.NEXT_POST, 0, "prochain|prochaine|dapres|suivant|suivante"),
    (w.LAST_POST, 0, "dernier|derniere|passe|passee"),
    (w.THIS, 0, "ce|cet|cette"),
    (w.AFTER, 0, "apres"), (w.BEFORE, 0, "avant"), (w.BY, 0, "dici"),
    (w.UNTIL, 0, "jusqua"), (w.FROM, 0, "a partir de|a partir du|des"),
    (w.AROUND, 0, "vers|environ|autour de|aux alentours de|aux environs de"),
    (w.BETWEEN, 0, "entre"), (w.OR, 0, "ou"), (w.AND, 0, "et"), (w.BUT, 0, "mais"),
    (w.SINCE, 0, "depuis|depuis que"),
    (w.NEG, 0, "pas|jamais|je peux pas|je ne peux pas|je suis pas la|je ne suis pas la|je suis pas libre|ca marche pas|ca ne marche pas|peux pas|ne peux pas|pas libre|pas disponible|pas la|occupe|occupee"),
    (w.EXCEPT, 0, "sauf|a part"),
    (w.SOFT, 0, "plutot|peut etre|nimporte quand"),
    (w.GREETING, 0, "bonne journee|bonne soiree|bon matin|bonne fin de semaine|bonsoir|bonne apres-midi"),
    ("other", "mon", "mon"), ("other", "sept", "sept"), ("other", "mar", "mar"),
)  # fmt: skip
