"""Words that carry little, for telling what a text is about. Closed classes only: no word that a
business could be asked about, so that no pack needs another list. Without accents, as compared."""

from collections.abc import Mapping

from smsbot.language.shorthand import WORDS


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUNCTION_EN = word_set(
    """
    a an the this that these those some any each every all both either such same other another
    else i me my mine myself we us our ours you your yours yourself yourselves ourselves
    themselves itself he him his she her they them their it its one ones someone anyone somebody
    anybody something anything everything nothing yall am is are was were be been being do does
    did done doing have has had having can could will would shall should may might must im ive
    id ill youre youve youd youll were weve wed theyre hes shes thats theres whats whens wheres
    whos hows dont doesnt didnt isnt arent wasnt cant couldnt wont wouldnt havent hasnt lets and
    or but so if then than as because while though although unless until of at by for with about
    into to from in on off out up down over under again there here when where why how what which
    who whom whose not no nor only own too very just also even still yet already ever now get
    gets got getting go goes going gonna wanna gotta let
    """
)

FUNCTION_ES = word_set(
    """
    el la los las un una unos unas lo al del de en y o u e a con sin por para como que cual
    cuales quien donde cuando cuanto cuantos cuanta cuantas si no ni ya es son ser esta estan
    estar hay ha han he soy eres tengo tiene tienen tienes ustedes usted tu tus su sus mi mis yo
    me te se le les nos ellos ella este esto ese esa eso muy mas menos tambien pero porque puedo
    puede pueden pues aqui otro otra otros otras algo esos esas estos estas nosotros vamos voy va
    van ir fue seria sera estoy estamos estaba tenemos desde hasta entre ahi cada alla usted
    nuestro nuestra
    """
)

FUNCTION_FR = word_set(
    """
    le la les l un une des du de d et ou a au aux en dans sur avec sans pour par comme que qui
    quoi quel quelle quels quelles quand combien comment pourquoi est sont etre etes es suis ai
    as avez ont avoir il elle ils elles je tu vous nous on mon ma mes votre vos notre nos ce cet
    cette ces se si oui non ne pas plus tres aussi mais donc peux peut pouvez cest jai estce qu
    c j n s t y ca cela celui celle ceux celles chez fait faire faut faites aurait serait sera etait
    leur leurs lui eux moi toi depuis encore deja trop alors puis pis autre autres tout tous toute
    quelque aucun aucune sous entre jaimerais aimerais chu vos
    va vais vont aller allez
    """
)

CHATTER = word_set(
    """
    hi hello hey yo dear sir madam maam guys folks please kindly thanks thank appreciate ok okay
    sure yes yeah yep alright well oh um uh hmm lol haha sorry excuse pardon question questions
    wondering wonder curious ask asking asked know tell mean guess hope hoping trying try want
    wanted like possible able currently actually really basically maybe perhaps kinda sorta bit
    anyway btw fyi quick hola gracias favor quiero quisiera queria podria saber gustaria bonjour
    bonsoir salut merci svp voudrais savoir buenas buenos porfa porfavor disculpe oiga allo coucou
    excusez
    """
)
"""What people put around a question."""

LIGHT = word_set(
    """
    come comes came coming put puts putting take takes took taking give gives gave giving use
    uses used using keep keeps kept keeping bring brings brought find finds found happen happens
    happened show shows showing look looks looked looking see seen start starts started need
    needs needed provide provides offer offers offered handle handles deal deals include
    includes included kind kinds type types sort sorts way ways place places stuff thing things
    option options available right around back away else good best great nice own big lot lots care
    people person guy
    """
)
"""Verbs, nouns and adjectives that go with anything: they tell a little."""

ASKING = word_set(
    """
    when where who why time many long far soon often cuando donde quien cuanto cuantos cuanta
    quand qui combien
    """
)
"""Words that tell one question from another though they name no thing: "where are you"."""

TIME = word_set(
    """
    today tonight tomorrow now morning afternoon evening night noon weekend weekends weekday
    weekdays monday tuesday wednesday thursday friday saturday sunday mondays tuesdays
    wednesdays thursdays fridays saturdays sundays late early later hoy manana tarde noche lunes
    martes miercoles jueves viernes sabado sabados domingo domingos
    """
)
"""Times of a day and days of a week: where a sample names one of them, it stands for all."""

PRICING = word_set(
    """
    much price prices priced pricing cost costs costing charge charges charged rate rates fee
    fees quote quotes quoted cuesta cuestan costar costara costaria cobran cobra cobrarian precio
    precios tarifa cout coute coutent coutera couterait prix tarif tarifs
    """
)
"""Words that ask for a price."""

CONJUNCTIONS = word_set("and also plus but then y tambien pero et aussi mais pis")
THANKING = word_set("thanks thank gracias merci")
AGREEING = word_set(
    """
    yes yeah yep yup yea ya ok okay sure alright right cool k si vale claro oui daccord
    """
)
DECLINING = word_set("no nope nah non")
"""Said alone, they answer what was asked last."""

CLASSES: Mapping[str, tuple[str, ...]] = {
    "people": (
        *("person", "people", "human", "agent", "representative", "rep", "operator", "someone"),
        *("somebody", "anyone", "anybody", "manager", "supervisor", "persona", "alguien", "agente"),
        *("humano", "quelquun", "personne", "humain"),
    ),
    "human": ("human", "person", "humano", "persona", "humain", "personne"),
    "machine": ("bot", "robot", "chatbot", "machine", "computer", "ai", "automated", "maquina"),
    "say": ("talk", "speak", "chat", "hablar", "parler"),
    "saying": ("talking", "speaking", "chatting", "texting", "messaging"),
}
HUMAN = (
    "{say} to|with|con|a|avec ... {people}",
    "{people} ... {say} to|with",
    "connect|transfer ... {people}",
    "want|need|prefer|get|give|quiero|necesito|veux|voudrais me? a|an|some|una|un|une real|live? "
    "person|human|agent|representative|rep|operator|manager|supervisor|persona|agente|humano|"
    "personne|humain",
    "{people} call|phone|text|contact me",
    "call|phone me",
)
"""Phrases that ask for a person (language/phrases.py says how they are written)."""

IS_BOT = (
    "are|youre you|u ... {machine}",
    "you|u a|an {machine}",
    "you|u real $",
    "^ {machine} $",
    "is there a|an real|actual|live {human}",
    "is|are this|it|that|these a|an|just|all? {machine}",
    "are you|u a|an? real|actual|live|actually|really? {human}",
    "is this|it|that even? a|an? real|actual|live? {human}",
    "am i {saying} to|with a|an? real|actual|live|just? {human}|{machine}|someone|somebody",
    "who am i {saying} to|with",
    "^ who|whos is|are|dis? this|dis|you $",
    "^ quien|quienes es|eres|son? $",
    "{machine} or a|an? real|actual|live? {human}",
    "{human} or a|an? {machine}",
    "eres|es|son|usted un|una? {machine}|{human}",
    "hablo|hablando con un|una {machine}|{human}",
    "etes|es vous|tu un|une? {machine}|{human}",
    "vous|tu etes|es un|une? {machine}|{human}",
    "cest un|une {machine}",
)
"""Phrases that ask whether a machine writes. The truth is owed by law (compliance.md 6), so they
do not depend on what a pack declares."""

SULKY = frozenset("😠😡🤬😤👎🖕😢😭😞😟😣😖😩😫🙄😒💩❓❔⁉‼")
"""Emoji that, alone, are no agreement: a person looks."""

TEXTING = {
    **WORDS,
    "n": "and", "yall": "you", "2day": "today", "2moro": "tomorrow", "2morrow": "tomorrow",
    "tmr": "tomorrow", "appts": "appointments", "wknd": "weekend", "wkend": "weekend",
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "weds": "wednesday",
    "thurs": "thursday", "fri": "friday", "sat": "saturday", "sun": "sunday", "hrs": "hours",
    "hr": "hour", "min": "minute", "mins": "minutes", "info": "information", "addr": "address",
    "acct": "account", "k": "ok", "kk": "ok", "wat": "what", "wut": "what",
}  # fmt: skip
"""Short forms of texting, written out."""

SIGNATURES = ("sent from my ", "get outlook for ", "enviado desde mi ")
"""How a last line begins that a phone added."""
