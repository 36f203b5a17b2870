"""The English words of an opt-out, by what they do."""

FILLERS = """
please kindly just really fucking fuckin fkn fking effing freaking freakin frickin fricking
friggin flipping damn dam damned dang darn goddamn goddam god damnit dammit bloody literally
actually simply honestly seriously ever already now right away immediately asap forever
permanently completely entirely hey hi hello yo ugh ugg omg omfg wtf lol lmao smh jesus christ
gosh of bro bruh dude man sir maam miss yall thanks thank ok
okay oh mam mate pal buddy friend dear hun honey ladies gents boss homie wow argh aargh grr nty yikes geez jeez sheesh
fck fk sht um uh umm uhh hmm hm er erm ffs fgs smfh istg tho though fr frfr ong ugly stupid dumb annoying effin mf so again hereby also too instead even still all fuck shit hell tf af
"""

CLASSES = {
    "stop": "stop stp stpo sotp sto =tsop =sstop =sttop =stopp =stopt =stahp =stawp stap =stoping stopping",
    "cease": """=sop stop stp stpo sotp sto =stopp =stahp stap =stopping quit quitting cease desist halt
        discontinue""",
    "end": """stop stp stpo sotp =stopp =stahp quit cease halt discontinue cancel cancle end
        terminate disable deactivate suspend mute silence kill drop stopping ending canceling
        cancelling""",
    "texting": """texting messaging messeging contacting calling ringing phoning emailing mailing
        spamming spaming smsing pinging bothering bugging pestering harassing harrassing harasing
        hounding annoying bombarding notifying soliciting badgering hassling disturbing stalking
        writing dming blasting nagging targeting reminding alerting hitting
        blowing messing robotexting robocalling whatsapping facetiming inboxing testing filling clogging
        cluttering advertising marketing selling pitching promoting =hmu""",
    "bare": """texting messaging messeging contacting spamming spaming soliciting harassing
        harrassing pestering bugging bothering sending hounding badgering calling communicating
        communication contact texts messages smsing nagging""",
    "text": """text message messege contact call ring phone email sms spam ping harass
        harrass hound bombard notify solicit badger hassle stalk write dm inbox robotext""",
    "calls": "call calling phone phoning ring ringing email emailing",
    "pester": "bother bug pester annoy disturb",
    "send": "send sending give giving push pushing",
    "to": "to at on with",
    "ask": """asking offering begging pushing inviting pressuring pitching promoting upselling
        guilting tempting chasing wasting""",
    "lists": "list lists database mailing mailings texts messages texting system rolls blast blasts marketing notifications alerts promos sms",
    "my": "my our this the his her their",
    "kind": "telephone tel digits cell phone mobile home work personal contact wifes husbands moms dads sons daughters",
    "me": """me us myself phone number cell cellphone line mobile inbox wife husband mom mother dad
        father son daughter kid kids grandma grandmother grandpa family house parents brother
        sister boyfriend girlfriend here""",
    "texts": """texts messages messsages message texting messaging sms smses mms notifications
        notification alerts alert reminders updates spam spams promos promo promotions promotional
        ads advertisements offers solicitations solicitation marketing communications
        communication contact correspondence calls emails junk blasts dms newsletters
        advertising robotexts robocalls coupons deals campaigns texties links link coupons surveys survey invites pics memes""",
    "plural": """texts messages sms smses notifications alerts spam promos promotions ads
        advertisements solicitations marketing communications communication contact
        correspondence junk blasts robotexts texting messaging""",
    "stuff": """stuff things thing shit crap bs bullshit junk garbage nonsense anything everything
        trash mess""",
    "that": "this that these those it them",
    "nonsense": """nonsense bs bullshit crap shit harassment madness spam spamming foolishness
        garbage bombardment stupidity annoyance torture""",
    "person": "me us her him them myself",
    "det": """none the these those this that your any all every further more additional such my our
        future other of anymore no""",
    "goes_on": """i im ive id ill ima imma iam we weve you youre yall he she they theyre or because
        since who whos why its thats not no never dont didnt leave remove delete lose unsubscribe
        yes yeah have wrong else thank k kk kthx nobody none theres unless take get fake spam scam
        before otherwise wont cant were isnt idk""",
    "permit": """permission allowed authorized consent approval permitted
        welcome appreciated authorised""",
    "consider": "consider treat take accept",
    "insult": """idiot idiots moron morons loser losers creep creeps jerk jerks asshole assholes
        mf mfer mfers motherfucker motherfuckers scammer scammers spammer spammers bot bots
        robot clown clowns trolls troll pests pest weirdo weirdos dumbass dickhead bitch bitches stalker you""",
    "sent": "said texted typed wrote sent replied yelled shouted pressed pushed hit",
    "times": """once twice thrice times time yesterday last today already several many multiple
        before three four five two a like earlier weeks days repeatedly 2 3 4 5 6 10""",
    "from_now": "anymore more again ever",
    "more": "more anymore further additional another",
    "you": "you yall ya yous youse them",
    "yours": "you yall your yours these this anyone any anybody them anything",
    "want": "want wanna wants need wish care like desire wanted appreciate asked",
    "wanted": "want wanna need wish care like desire would rather prefer id",
    "receive": "receive receiving get getting hear see seeing have read be",
    "texted": """texted messaged contacted called bothered spammed harassed harrassed emailed
        notified solicited disturbed reminded annoyed bugged pestered texting messaging hounded""",
    "remove": """remove removing delete deleting erase drop scratch purge scrub strike unlist
        exclude omit deregister delist unregister unenroll wipe cross disenroll suppress discard
        eliminate""",
    "take": "tak take taking get getting pull drop cross strike scratch cut kick leave keep vote count bounce boot bump",
    "asked": "asked asking ask request requested requesting demand demanded beg begged insist beg require instruct",
    "removed": "removed taken unsubscribed deleted dropped unenrolled off out erased struck scrubbed purged suppressed excluded withdrawn stricken cut pulled",
    "number": """number numbers phone cell digits contact info information details data name
        record records""",
    "list": """list lists listing database databases db system systems records texts messages
        mailing mailings contacts campaign campaigns distribution thread chat chain newsletter
        directory marketing texting messaging sms spam rolodex blast program subscription
        notifications alerts updates reminders phone phones rotation outreach group groups rolls
        blasts files mailers crm solicitations contact loop call calls promo promos""",
    "lose": "lose loose forget delete erase ditch burn dump discard toss trash destroy scrap shred remove purge scrub",
    "unsub": """unsubscribe unsubscribed unsubscribing unsub unsubs unsubscribes unsubscription
        desubscribe unscribe unsubscribtion unsubscibe unsubcribe unsuscribe unsubscrbe optout
        unsuscribed""",
    "opt": "opt opting opted",
    "consent": "consent consented agree agreed permission authorize authorized authorization",
    "signed": "sign signed subscribe subscribed opt opted ask asked request requested authorize "
    "authorized consent consented agree agreed register registered enroll enrolled",
    "neg": "dont never not didnt doesnt wont",
    "cant": "wont cant doesnt didnt never dont isnt arent not couldnt wouldnt non without",
    "modal": "can could would will must should need have gotta better got",
    "said": "said say saying says text texted texting reply replied type typed sent send wrote told "
    "tell replying",
    "hear": "here before",
    "channel": """call calls calling phone phones ring ringing email emails emailing mail
        flyers flyer letters letter mailers voicemail voicemails robocalls postcards postcard catalog
        catalogs statements paper knocking visit visits doorbell bell whatsapp messenger facebook""",
    "works": """is are works work does do fine better ok okay good best only instead preferred
        easier""",
    "prefer": "prefer rather like by via through keep keeping switch use using just only",
    "kin": """husband wife son daughter mom mother dad father brother sister partner roommate boyfriend
        girlfriend grandson granddaughter nephew niece cat dog hijo hija""",
    "yay": """cutest wow blushin wallet love cute hilarious adorable sweet sweetest amazing gorgeous stunning blush blushing
        crying hungry drooling yummy delicious congrats congratulations excited yay obsessed
        fantastic incredible""",
    "it": "it this that",
    "quitword": "stop stp end quit cancel revoke optout unsubscribe unsub stopall remove alto basta parar arret cease",
}

MACROS = {
    "ENDS": (
        "/|{goes_on}|{from_now}|effective|starting|immediately|now|today",
        "from|by|for|going|as now|here|today|this|good|ever|real|life|forward|of|soon",
        "and thanks|thank",
    ),
    "TO_ME": ("{to}? {my}? {kind}? {me}",),
    "TEXTS_ARE_FINE": (
        "text|texts|texting|sms {works}",
        "{prefer} to? a|by|via|through|the|your? text|texts|texting|sms",
        "/|just|only|instead|and|but text|message me|us|instead",
    ),
    "OTHER_LINE": (
        "use|try|switch|go ... my|the|this|mine cell|mobile|personal|new|other|main|number|one",
        "only|just me|mine|this|text",
        "my|mine|the|new|personal|other|main|right ... number|cell|phone|line|one is 0-9",
        "text|call|message my|the new|other|cell|personal|work|main",
        "keep|use this|that",
        "number is 0-9",
    ),
    "STOP_ENDS": ("{stop} {that}? /|{goes_on}",),
}
