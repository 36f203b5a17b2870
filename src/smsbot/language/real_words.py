"""Words that look like a declared word misspelt, and are words: "contract" is no "contact".

Small on purpose: it holds what lies one edit from the words that we look for, not the language.
"""

REAL_WORDS = frozenset(
    """
    abort absence accept accepted accepts account accounts actions agency agenda agent
    agente agents agreements agrees ahogada ahogado ahogar alerts allows along alter amounts
    answers appeal appele appointments appreciated arent argent arretee arrives assent asset
    assistants associated attach attached attaching attacker attacks attempts attorney
    attorneys aucun automate avoid avoids awaited awaiting back backed badge barking barn
    basis batch batched batches beach beak become beep believed believes bells better bigger
    blames bland blank blast bleach bleed blend blobs block blocked blocks booking boost
    boot border born bother bounds brake brakes brand breach bread breadth break breaker
    breaks breath breathe breed brian bring brings broke broken brother brought buen bunt
    burn burner burnt bursting caches calendar call calle called caller calling calls
    cameras cancel canceled cancellation cancellations cancelled cancelling cancels cancer
    candle carbon carried carriers carries case casing casts cause caused causes cease
    ceilings cellar cells cest chains chance change changed changes chard charge charged
    charger charges chased cheap cheat checks chess chest child choices chopping cleaned
    cleans clear clearer clearing client clients climb clone cloned cloning close closed
    closer closes closest clothes clothing codes coding cold colon colors come command
    commands communication complain complaint complement completed completer completes
    completing compliant compliment compliments compute computed computes conform confuse
    connections connects consent consequence considers console consult consume consumed
    consumers consumes contact contacted contacto contain contains content contents contest
    context continued continues contract contracts contrast contrat controls conversations
    cooking cooling cores correo could council counsel count country counts county coupon
    court courts cover created credits crest cross cuanto cuesta culled customers damage
    damaged damages dates deactivated deactivates dead deal dealings delate deleted deletes
    delivers delivery demanda depth derive desired detail dialing difficult digit dilute
    disabled disables discards disconnects dispatched dispatches displays distributions
    doing domain done down downer drains drawn drip dripping drive driven drivers drives
    dropping drops dying eliminate email emails enable enables encode endings enter entire
    entirety entry errors escaped escapes esta estara estare estates estimated estimates
    estufa evenings except excluded excludes excuse existed exists exit exiting exits
    expects expert expire expires exploring exporting expose exposes extras failing fails
    falling favour field fifty file filed files filled filling fills film filters fine
    finishes fire fired fires firing five fixes fixing flake flame flare flares flight
    floors flyer follows font forks formed forth forwards found frame frames freud friday
    friends frond fryer futures gain garage garbage generate generates gets getter getters
    given gives glass gotea grant greet grouped guaranteed guarantees gutters habla hablan
    hablo handled handler handles happen hard head header heading hear heard heart heaters
    heating hell hire hires holder holds homeowner hopping horrible horrid hose hour
    husbands identify ignores individuals information installations installed installs
    insured intent interest invite invited issued issuer item jour just keep known lames
    late later latter launch lawyer lawyers layer layers leading leads leaf leak leaking
    leaks lean leans leap lease leash leasing least leave leaves leaving legal letters level
    lever lies lifting limiter limits linea linear lines links linting list listed listen
    listens listing listings lists llama llamo llave llaves llevar llevara locals locking
    looking loose looses lose loses lower luego lumber lunes machines made mail main major
    manage managed manager managers manages mange manger mappelez marker market martin
    masked massage mean means meant media meeting meetings member members mensajes mere
    merge message messages minute minutes missing mistake mistakes mode monday mondays
    monoxide months mood mornings mothers mounts moving mucha named names nearly neighbor
    neighbors newer none noon nose note noticed notices notification numbers offer offers
    older opener operator operators options orange orders others outlet outlets owned owner
    owners packaged packages packed packet pager pages paging pain paint painting pairs
    parent parks parle parlez pars parse parsed parses parsing parson parts party pasar
    passage passed passer passes patching patents path paused payment peak periods
    permissions permits person persona personal personas personne persons phones photos
    pictures pissed place placed places plain plaint plainte plan planta plantas plante
    plantes plants plumbers point pointer points policy port ported porting ports positives
    possibly powers prefer prepare prepares prime print printer prison problem problema
    probleme proceeding profiler profiles programs projection projects promise promises
    promo promotion prompting prone protect provide provided provider providers provides
    publicity puede puedo pulls pure pursue puts qualify queda quedan quedo questions quiet
    quit quite quiten quot quota quote quoted quotes raising ranges rate rated rates reaches
    read reads ready reality realty reasons rebinding receive receiver receives recibi
    recipients recognised recognized recommends recordings redirects refers refuel refund
    refunds regal regent register registers registry regulation regulatory relate relation
    relied relies rely relying remain remainder remains remind reminder reminders remodel
    remote remove removed remover removes replaced replacements replaces replay replaying
    replies reporter reports representative requests required requires resolve resolved
    resolves resource responda responded responds responses resting result retaining retired
    retirez returns review rights robot root roots rough route routed routes routing rude
    ruder rule rules safer sale salt same satisfies saturday saturdays saver saves saving
    sawyer says scaled scam scams scan scans scare scars scheduled scheduler scope scores
    scram seam seams seconds seek seeking sell seller selling senior seniors service
    serviced services servicio servicios shall shallow shape share sharks shell shells
    shipping shocks shoes shop shopping shops short shot show showed shower shown shows sign
    signal signals signe signed signing silence simon simple sing site sizes skill skipping
    slam slots slower small smart smell smells smile smoke smoked smoker smokes sock socket
    sockets sole solve solved somebody someone sometimes sort sorted sounds spam spammed
    spamming spams span spans spare spark sparkling speak speaks speed spell spelled
    spelling spike splitting spoke sprays stable stack stage stale stalled stands star stars
    start starting starts stated states stating stats stays steal steel stem step stepping
    steps stick stocking stoke stole stoop stopped stopper stoppered stops store stored
    stores stork story stove strange stranger strangers stray streaming stuff style
    subscribe subscriber subscribers suffix suit suites sundays supports suppose swam
    switches system systems tables takes taking talk talking tank tard tarde tasting taxes
    taxis tech technician techo tenant tenants terminal terminated terminates terrace
    terrible terrific tested testing tests text texted texting texto texts than thank thatd
    theme there theres these thin thing things think those though thought thread threads
    threat three through thursday thus tick tied tienen timber timed timer timers tire tired
    tires todays token tomorrow tool topping totals tough tower trace traced track tracker
    trade transaction transactions trapped treat tree tres trick tried tries trunk trusts
    tuesday tuesdays turn type types umber understands unset unsubscribed update updated
    updater updates urgente usable used value valve valves vent vents versa vesting vice
    videos views violate violates visita vive voices voltaje waited waiting waits waived
    walking wanted washing wasted weak wednesday weeds week weekday weekend weekends weeks
    weird whereas wherever while white whole whose wifes windows wins wire wires withdraw
    word wording words worked worker workers world worn worse write writer writes wrote your
    yours
    """.split()
)
