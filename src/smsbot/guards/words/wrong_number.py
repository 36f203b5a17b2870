"""How people say that the text reached somebody else (compliance.md 1, rule 4)."""

from smsbot.guards.grammar import Table
from smsbot.guards.words.names import NAMES

FILLERS = """
please just really actually sorry hi hello hey no nope oh um uh i think you must may might
probably certainly definitely still ever unfortunately believe the lol
"""

CLASSES = {
    "name": " ".join(f"={name} ={name}s" for name in NAMES.split()),
    "them": "he she they",
    "their": "his her their hers",
    "here": "here there",
    "kin": """husband wife son daughter mom mother dad father brother sister partner roommate
        assistant secretary fiance fiancee girlfriend boyfriend neighbor tenant spouse caregiver
        grandson granddaughter""",
    "gave": """gave give given put typed entered dialed called wrote listed sent send had texted
        provided used""",
    "wrong": "wrong wrng incorrect worng rong",
    "nobody": "nobody noone none one",
    "equivocado": "equivocado equivocada equivocados incorrecto erroneo",
}

SAYS = {
    "phrase": (
        "{wrong} number|person|guy|lady|dude|girl|woman|man|contact|recipient|individual|phone|human",
        "{wrong} no|nr /",
        "not the right|correct number|person|guy|contact",
        "not the one you",
        "isnt|aint the right|correct number|person|contact",
        "not|isnt who|whom you|youre looking|think|want|are|after|trying",
        "not the person|guy|customer you|youre|your",
        "looking for someone|somebody else",
        "texting|text|contacting|reaching|reached|messaging someone|somebody else|stranger",
        "have|has|got me confused|mixed|mistaken",
        "confused|mistaken|mistaking me with|for",
        "mistaken identity",
        "dont know who youre|you|your are? looking|trying|texting|asking|think",
        "no such person",
        "{nobody} {here}? named|called * {here}|/",
        "{nobody} {here}? by|with that|this name",
        "no one|person named|by|called",
        "isnt|wasnt|not {their} number|phone|cell anymore|/|now",
        "no longer {their} number|phone|cell",
        "number|phone no longer belongs",
        "number|phone doesnt|dont|didnt belong to",
        "number|phone belongs|belong to someone|somebody|me|another|my",
        "{them} doesnt|dont have|has|own|use this number|phone",
        "{them} no longer have|has|own|owns|use|uses this number|phone",
        "{them} changed|switched {their} number|numbers",
        "just got|received|bought this number|phone",
        "have|has|got a? new owner",
        "recently got this number",
        "new owner this number|phone",
        "had this number for|since",
        "never heard of {name}|her|him|them|that|this|such",
        "im not mr|mrs|ms|miss|dr",
        "this isnt mr|mrs|ms|miss|dr",
        "number has been? reassigned|recycled|changed",
        "number was reassigned|recycled",
    ),
    "not_them": (
        "this isnt|aint {name}",
        "im not {name}",
        "/ not {name} /",
        "isnt {name} number|phone|cell",
        "isnt {name} anymore",
        "this isnt|aint him|her /",
        "{name} doesnt|dont live|work|stay {here}|at|anymore",
        "{name} no longer lives|live|works|work|stays {here}|at|/",
        "no longer {name} number|phone|cell",
        "{name} doesnt|dont have|use|own this|that number|phone",
        "{name} no longer has|have|uses|use|owns this|that number|phone",
        "{name} not|isnt at|on this number|phone",
        "{name} changed|switched numbers|number|{their}",
        "theres no {name} {here}|at|/",
        "/ no {name} {here}|at",
        "dont know|have any|a|no? {name}",
        "dont know|have {name} /",
        "dont know who {name} is",
        "dont know who that|this|she|he|they is|are /",
    ),
    "maybe_a_name": (
        "this isnt|aint *",
        "im not *",
        "/ not * /",
        "theres no * {here}",
        "/ no * {here} /",
        "dont know any|a? * /",
        "no soy *",
        "no es *",
        "je suis pas *",
        "nest pas *",
    ),
    "spanish": (
        "numero|telefono|persona {equivocado}",
        "{equivocado} de|es numero|persona",
        "se|te|me|estan|esta|estas {equivocado}|equivoco|equivocaron|equivocaste|equivoca|confundieron|confundio",
        "mal numero",
        "no soy {name}",
        "no es {name}",
        "{name} ya? no vive|esta|tiene|es",
        "aqui no vive|hay nadie|ninguna|ningun|esta",
        "no vive aqui",
        "no conozco a|ninguna|ningun",
        "no soy la|esa|el|quien persona|que|busca|buscan|senor|senora",
        "este numero|telefono ya? no es de",
        "ya no es su|el numero",
    ),
    "french": (
        "mauvais|faux|mauvaise numero|personne",
        "trompez|trompe|trompes|erreur de? numero|personne",
        "vous|tu faites|fais erreur",
        "erreur de numero|personne",
        "suis pas {name}",
        "pas la bonne personne",
        "pas le bon numero",
        "connais pas|aucune|aucun de? {name}",
        "{name} habite|est plus|pas ici",
        "personne de ce nom",
        "nest plus son|le numero",
        "pas son numero",
    ),
}

UNLESS = (
    "{gave} ... {wrong} number|phone|person|contact",
    "{wrong} number of|on|in|listed|for|at|there|earlier|before|down|written",
    "{wrong} phone number? on|in|listed",
    "{wrong} person|guy|lady|man to|came|showed|paid|was|got|for|on|in|signed",
    "{wrong} number >> its|its|should|correct|meant|is|here 0-9",
    "{wrong} number / 0-9",
    "isnt|wasnt|not|is this|if the? {wrong} number|person",
    "is this|it the? {wrong} number|person",
    "do|did i have the? {wrong} number|person",
    "correct|right person|number to|for|on|in",
    "maybe|hope|if not the right",
    "im not {name} i|but|yet",
    "im|am looking for someone|somebody else",
    "charged|billed|sent|paid ... {wrong} person|number|guy",
    "i had|ive|have|we had this number for|since",
    "just got|received this number|phone from|back|about",
    "never heard back|from|anything",
    "numero esta equivocado en|de|del",
    "dont know who this|that is",
    "change|update|new number",
)

LIMITS = (
    "isnt|not {name} >> {kin}",
    "isnt|not * >> {kin}",
    "number|phone so|save|update",
    "this number for >> should|save|keep|update",
)

TABLE = Table(classes=CLASSES, says=SAYS, unless=UNLESS, limits=LIMITS, fillers=FILLERS)
