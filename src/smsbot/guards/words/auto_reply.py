"""What machines write: absence notes, phones in cars, other bots' footers and carriers' notices."""

from smsbot.guards.grammar import Table

FILLERS = "please currently just the automatically"

CLASSES = {
    "answer": "respond reply responding answer get",
    "stop": "stop end quit cancel unsubscribe optout alto arret",
    "thanks": "thank thanks",
    "contacting": "contacting calling texting reaching messaging emailing writing",
    "auto": "automatic automated auto automatica automatico automatique",
}

SAYS = {
    "absence": (
        "{auto} reply|response|message|answer|replies|text|email|notification",
        "autoreply|autoresponder|autoresponse",
        "reply|response|message sent|generated|is automatically|automated|auto",
        "respuesta|mensaje|reponse|message {auto}",
        "out of office >> return|returning|back|respond|reply|limited|access|assistance|urgent|contact|messages|emails|monday",
        "/ out of office until",
        "fuera de la? oficina >> regreso|volvere|respondere|hasta|responder",
        "absent|absente du bureau",
        "away from my? desk|office|phone|email >> respond|reply|get",
        "limited access to my? email|emails|messages|phone",
        "will {answer} ... as soon as possible|i|we|able",
        "{thanks} you? for {contacting} >> {answer}|shortly|soon|hours|closed|received|representative|team|menu",
        "{thanks} you? for your message|text|inquiry|call|email >> {answer}|shortly|soon|hours|closed|received|office|team",
        "your message|inquiry|request|text has been received",
        "we have received your message|inquiry|request|text|email",
        "we|our are? closed >> reopen|open|business|hours|return",
        "message|mailbox|number|inbox|line|messages|replies is|are? isnt|not|arent monitored",
        "unmonitored number|mailbox|inbox|line",
        "number|mailbox|inbox|line is unmonitored",
        "number|line|mailbox does|can? isnt|not|doesnt|cant accept|receive ... messages|texts|replies|text",
        "dont reply|respond to this",
        "dear customer",
    ),
    "driving": (
        "im|am driving with",
        "do|dont disturb ... turned|enabled|mode|driving|on",
        "dont disturb while|mode",
        "im|am driving >> back|respond|reply|autoreply|text|message|messages",
        "ill see your message when",
        "im not receiving notifications",
        "has notifications silenced",
        "sent from my? car|vehicle|android",
    ),
    "footer": (
        "msg|message and? data rates",
        "reply|text|txt|send|respond|rispondi ... {stop} to|2|for ... {stop}|unsubscribe|opt|optout|receiving",
        "reply|text {stop} to",
        "text|reply help for",
        "{stop} to {stop}|optout|unsubscribe help|text|reply|msg",
        "youve been? unsubscribed|opted|subscribed from|out|to",
        "you have been? successfully? been? unsubscribed|opted|subscribed|removed",
        "youre|you now|are? unsubscribed|subscribed|opted",
        "youre now connected",
        "code|otp is 0-9",
        "verification|security|passcode code",
        "repondez {stop}",
        "responda {stop}",
    ),
    "carrier": (
        "message blocking is active",
        "unable to deliver|send message|your",
        "free msg|message",
        "freemsg",
        "subscriber >> unavailable|unreachable|available",
        "isnt a textable number",
        "message|text could|couldnt|cant|not be? delivered",
        "message|text failed to? deliver|send|sending|delivery",
        "message|text not|undeliverable|undelivered delivered|/",
        "im|am a|an virtual|ai|automated|digital assistant|bot|agent",
    ),
}

UNLESS = (
    "want|need|like|dont|why|stop|no|got|get|getting|received|receive|another|your|sending|these|those|hate|have|turn|with ... {auto} reply|response|message|text|replies|messages",
    "is this|it an|a? {auto}",
    "{stop} {auto}",
    "it|you|message|text says|said|told ... reply|text|send {stop}",
    "if|should|do|can i reply|text|send",
    "code|number is 0-9 ... gate|door|garage|lockbox",
    "gate|door|garage|lockbox|entry|alarm *? code is 0-9",
    "are you a|an",
    "i|ill have? reply|text|texted|sent",
    "was|am|got|get|why|how ... unsubscribed|subscribed",
    "what|how ... reply|text {stop}",
    "youre|are you|your|not|another|stupid|this *? virtual|ai|automated assistant|bot|agent",
)

TABLE = Table(classes=CLASSES, says=SAYS, unless=UNLESS, fillers=FILLERS)
