"""How people say in French that they want no more texts (compliance.md 1; tu and vous).

Elided pronouns have lost their apostrophe by now: "m'écrire" is read as "mecrire".
"""

from smsbot.guards.grammar import Table

FILLERS = """
svp stp sil vous te plait merci bonjour salut allo maintenant tout suite immediatement putain
bordel merde sacrement tabarnak calisse criss donc alors deja encore please s bonsoir madame
monsieur desole pardon aussi juste toujours ok bon ben
"""

CLASSES = {
    "cease": """darreter arretez arrete arreter arretes arretai cessez cesse cesser stoppez stoppe stopper
        stop arret evitez evite halte stopez stoper finissez finis terminez""",
    "writeme": """denvoyer decrire dappeler mecrire ecrire menvoyer envoyer mappeler appeler texter contacter harceler
        deranger embeter solliciter spammer messager contactez ennuyer emmerder relancer textoter
        menvoye mecrivez nous""",
    "me": "me m nous moi",
    "write": """ecrivez ecris ecrire contactez contacte contacter appelez appelle appeler textez
        texte texter derangez derange deranger harcelez harcele sollicitez embetez relancez
        ecrit envoyez envoie envoyer""",
    "mewrite": """nenvoyez necrivez nappelez necris nenvoie nappelle mecrivez mecris mecrire mappelez mappelle mappeler menvoyez menvoie menvoyer
        mecrit mecoutez menvoi""",
    "not": "plus pas jamais",
    "texts": """envois envoi messages message textos texto sms textes notifications notification alertes
        promotions promos publicites publicite pub pubs offres spam spams courriels rappels appels
        communications communication mails relances newsletters newsletter messagerie textes""",
    "det": "votre ton ta notre vos tes ces cet les des de tous toutes vos ses aucun aucune autres ce la le du dautres",
    "ask": "pouvez pourriez peux pourrais voulez veuillez merci priere demande prie pourrait faut",
    "want": "veux voudrais souhaite desire veut voulons souhaitons aimerais souhaiterais",
    "jwant": "jaimerais jveux jvoudrais je jsouhaite",
    "receive": "recevoir recoive avoir voir lire etre",
    "remove": """retirez retire retirer enlevez enleve enlever supprimez supprime supprimer effacez
        efface effacer retirez perdez perds perdre jetez jette jeter virez vire virer
        radiez radier excluez exclure exclus rayez raye rayer otez desabonnez desabonne desabonner desinscrivez
        desinscris desinscrire sortez oubliez oublie""",
    "number": "numero num no telephone nom contact coordonnees cell cellulaire portable tel",
    "list": "liste listes envois diffusion messages textos sms base fichier fichiers systeme repertoire contacts",
}

SAYS = {
    "stop_contact": (
        "annuler|annulez|annule|supprimez|resiliez|resilier|arretez mon|ma|l|cet abonnement|inscription aux|a|au {det}? {texts}",
        "{cease} aux|au|a {det}? {texts}",
        "mettez|mettre|mets|met fin|terme|stop a|aux|au {det}? {det}? {texts}|{det}|ca|communications|envois",
        "{ask} vous|tu|bien? darreter|arreter|cesser|stopper /|de|ca|ces|vos {writeme}|{texts}|/",
        "{ask} vous|tu|de|bien? {cease} {writeme}|/",
        "annuler|annulez|annule|desactiver|desactivez|desactive|suspendez|suspendre|bloquez|coupez|couper|interrompez|interrompre {det}? {det}? {texts}",
        "{cease} {det}? {det}? *? {texts}",
        "{cease} avec|la avec? {det} {det}? {texts}",
        "{cease} de? {me}? {writeme} /|{det}|{not}|je|jai|sinon|ou|sur|a|ce|cest|avec",
        "{cease} de? {me}? {writeme}",
        "{cease} {det}? {det}? {texts}",
        "{cease} avec {det}? {texts}",
        "annuler|annulez|desactiver|desactivez {det}? {texts}|notifications",
    ),
    "do_not_contact": (
        "autorise|autorisons plus|pas a {me}? {writeme}|{write}|{mewrite}",
        "{ask} de? ne plus|pas|jamais {me}? {write}|{mewrite}|{writeme}",
        "ne {me} {write}|{mewrite} plus {det}? {texts}",
        "ne {write}|{mewrite} plus|pu {det}? {texts}",
        "{mewrite} plus|pu|jamais {det}? {texts}",
        "/ {write} plus|pu|jamais",
        "/ plus {me} {write}",
        "/ plus|pas {texts} /",
        "{me} {write} pu",
        "{me} {write} plus|jamais",
        "ne {me} {write} pas|plus|jamais",
        "{mewrite} plus|jamais",
        "ne {mewrite} pas|plus|jamais",
        "ne plus|pas|jamais {me}? {write}|{mewrite}",
        "/ plus|pas me {write}",
        "ne {write} plus",
    ),
    "no_more": (
        "/ plus|aucun|stop|pas|zero un? seul? {texts} /|de|svp",
        "/ ca suffit|suffira|assez|marre avec|les|de|des|{texts}|/",
        "jen|en|ai ai? marre|assez|soupe de|des {det}? {texts}|recevoir|/",
        "fini|finis|assez {det}? {texts}",
        "/ assez /",
        "/ plus de|aucun|dautres? {texts} /",
        "plus aucun|jamais de? {texts}",
        "/ pas|aucun|assez de? {det}? {texts} /",
        "assez de|des|avec {det}? {texts}",
        "/ ca suffit /",
        "marre|tanne|tannee de|des {det}? {texts}|recevoir",
    ),
    "not_wanted": (
        "{want}|{jwant} {want}? plus|pas|pu|ne rien|aucun|aucune|de|des|{det}|vos {det}? {texts}|contact|recevoir|communication",
        "{want}|{jwant} ne? plus|pas|pu rien? {receive}",
        "{want}|{jwant} plus|pas|pu rien? de vous|votre|ca",
        "retire|revoque|annule|retirer|revoquer mon|ma|mes consentement|accord|autorisation|permission",
        "pas|jamais|aucun|sans donne|mon|autorise|consenti|consentement|demande|accepte mon? accord|consentement|a|recevoir|ca|vos|{texts}|inscrit",
        "me|suis jamais|pas inscrit|inscrite|abonne|abonnee /|a|pour",
        "plus besoin|envie|interesse|interessee de|par|a {det}? {det}? {texts}|recevoir",
        "pour|comment ... ne? plus {receive} {det}? {texts}",
        "{want}|{jwant} plus|pas|ne de|{det} {det}? {texts}",
        "{want}|{jwant} plus|pas|ne plus? {receive}",
        "{want}|{jwant} {want}? ne? plus|pas etre contacte|contactee|derange|derangee|sollicite|sollicitee|appele|appelee|texte",
        "{want}|{jwant} {want}? plus|pas que vous|tu|ne? {me}? {write}|{mewrite}|mecriviez|menvoyiez|mecrives|contactiez|texter",
        "{want}|{jwant} {want}? ne plus {receive}|etre",
        "{want}|{jwant} {want}? arreter de? {receive}|{det}",
        "{want}|{jwant} plus entendre parler",
        "jamais donne mon? accord|consentement|permission|autorisation",
        "jamais consenti|accepte de? recevoir",
        "retire|revoque mon consentement",
    ),
    "remove": (
        "{ask} de? me? {remove} /",
        "{ask} de me {remove}",
        "{ask} vous|tu|de? {me}? {remove} ... {list}|{number}|moi",
        "{ask} vous|tu|de? {remove} mon|ce|le {number}",
        "{remove} mon|ce|mes|le {number}",
        "{remove} moi|nous|le de|des|du|la {det}? {det}? *? {list}|la|ca|ici",
        "numero|personne >> {remove} le|la|moi|ce",
        "{want}|{jwant}|aimerais {want}? etre? {remove}|retire|retiree|enleve|enlevee|supprime|supprimee de|des|du|/",
        "{want}|{jwant} me? {remove} de|des|du|/",
        "{want}|{jwant} me desabonner|desinscrire|retirer",
        "{remove} moi de|des {det}? {texts}",
        "{remove} moi|nous de|des {det}? {det}? {list}|la|ca",
        "{remove} moi|nous /",
        "me {remove} de|du {det}? {det}? {list}",
        "{remove} mon|mes|mon {number}",
        "{remove} ce numero",
        "{want}|{jwant} etre? retire|retiree|enleve|enlevee|supprime|supprimee|efface de|des",
        "{want}|{jwant} sortir de|des {det}? {list}",
    ),
    "unsubscribe": (
        "desabonner|desabonnez|desabonne|desabonnement|desabonnee|desinscription|desinscrire|desinscrivez|desinscris",
    ),
    "leave_alone": (
        "lachez|lache|laissez|laisse moi|nous avec {det}? {texts}|ca",
        "laissez|laisse|lachez|lache|foutez|fichez|fous|fiche moi|nous ... tranquille|tranquilles|paix",
        "laissez|laisse|lachez|lache|foutez|fichez|fous|fiche moi|nous *? tranquille|tranquilles|paix",
        "/ lachez|lache moi /|la|les",
        "/ degagez|degage|barrez|foutez le? camp? /",
    ),
    "block": (
        "vais|je bloquer|bloque ce|votre|ton|le numero",
        "je|vais vous|te bloque|bloquer|signale|signaler",
        "bloque votre|ton|ce numero",
    ),
    "stop_clause": (
        "/ arretez|arrete|cessez|stop bande|gang|espece|maudit|maudits|ostie|tabarnak|imbeciles|idiots",
        "dit|dis|demande|repete|dire|demander darreter|arreter|stop|arretez|arret|cesser|de cesser? /|{writeme}|darreter|arreter|cesser|ne|plus",
        "dit|dis|demande|demander de cesser|arreter|stopper|ne",
        "/ arretez|arrete|stop|stoppez|cessez|arret ca? immediatement|maintenant|merci|svp",
        "/ arretez|arrete|arret|stop|stoppez|cessez ca|cela|tout|la /",
        "/ arretez|arrete|stop|stoppez|cessez|arret|darreter /",
        "merci darreter /",
        "/ arretez|arrete|stop|cessez je|jai|vous|cest|sinon|pas|plus",
        "{want}|{jwant} que? vous|ca|tu arretiez|arrete|arretes|arretez|cesse|cessiez /|de",
        "jai|je dit|dis|ai deja? dit? stop|arret|arreter|arretez",
    ),
}

UNLESS = (
    "suis|etais desabonne|desabonnee",
    "si|quand|est|puis|comment|se je|on|ca|que|tu desabonne|desabonner",
    "ne me|nous desabonnez|desabonne|desinscrivez surtout? pas",
    "{want}|{jwant} arreter de fumer|boire|manger|travailler|grincher|ronfler|tousser",
    "{write}|{mewrite} plus tard|souvent|vite",
    "{remove} moi de linfolettre|infolettre|courriels",
    "le|un|au|du|ce|des|autocollant|panneau stop",
    "{cease}|{remove}|ne|pas|desabonnez|desinscrivez ... ... dappeler|mappeler|appeler|appels|courriel|courriels|email|emails|mail|mails|infolettre|telephone >> prefere|gardez|garder|plutot|seulement|juste|mais|par|envoyez|ok texto|textos|texte|textes|sms|les|le|un",
    "jai|je|ai|avais oublie|oublier|change|perdu mon|ton|le",
    "comment|est|ca marche|fonctionne|se ... desabonnement|desabonner",
    "desabonnement|desabonner|desinscription >> curieux|curieuse|erreur|accident",
    "fils|fille|enfant|gamin|bebe|mari|femme ... texte|envoye|ecrit|tape|repondu stop|arret",
    "stop|arret >> ignorez|ignore|erreur|accident",
    "ne|n {me} {remove}|retirez|enlevez|supprimez|desabonnez pas",
    "ne {want}|veux|{jwant} pas que|quon vous|tu|les|{det}? {texts}? arretiez|arretent|arrete|cessent|retirez|retiriez",
    "{write}|{mewrite}|{cease} ... au|sur|a travail|bureau|mon|lancien|autre >> utilisez|plutot|mon|sur cell|cellulaire|portable|numero|perso",
    "feux|feu|panneau|lumiere|lumieres|bus|start|non stop",
    "stop|arret de|a|au bus|autobus|coin|lumiere|feu",
    "autre|ancienne|lautre compagnie|entreprise|magasin|numero >> stop|arret|arreter|arretez",
    "{cease} dappeler|appeler|mappeler >> texto|textos|texte|sms|ecrivez|textez",
    "cest quoi|que|signifie ... stop|arret",
    "{remove} moi|nous? de la|votre liste dattente|attente",
    "{remove} moi|me ... courriel|infolettre|email|mail",
    "desabonnement|desabonner ... courriel|infolettre|email",
    "ne {mewrite} pas ... par|de courriel|mail|email",
    "{not} de courriel|mail|email|appel",
    "arretez|arrete vous|toi au|a|chez|devant|ici",
    "arret stop",
    "chum|blonde|mari|femme|fils|fille|mere|pere|il|elle veut|veulent {not}",
    "ne|n|narretez arretez|arrete|cessez|stoppez pas",
    "narretez pas",
    "ne me? {remove} pas",
    "ne {me} {write} pas >> avant|apres|quand|maintenant|si|pendant|tant",
    "ne {me} appelez|appelle pas >> texto|texte|sms|message|ecrivez|textez",
    "ne mappelez|mappelle pas >> texto|texte|sms|message|ecrivez|textez|mecrivez",
    "arret|arrete|arreter de|du bus|autobus|metro|maladie|travail|couler|fuite|fuir|chauffer|fonctionner",
)

LIMITS = (
    "{write}|{mewrite}|{writeme}|{not}|{texts} {texts}? ce|cette|demain|avant|ca soir|nuit|matin|fin",
    "arrete|arretez|stop /? cest|cetait|tes|vous|trop trop|tellement|etes trop|beau|belle|drole|mignon|mignonne|gentil|gentils|bon",
    "le|un|au|du|ce|des|autocollant stop",
    "stop pub sur|autocollant",
    "{write}|{mewrite}|{writeme}|{not}|{texts} {not}? avant|apres|quand|pendant|jusqua|jusque|si|tant|sauf|demain|aujourdhui|soir",
    "{write}|{mewrite}|{writeme}|{not}|{texts} si|aussi|trop tot|tard|souvent",
    "{write}|{mewrite}|{writeme}|{not} {texts}? le|la|au|en|a soir|nuit|matin|weekend|travail|semaine",
)

TABLE = Table(classes=CLASSES, says=SAYS, unless=UNLESS, limits=LIMITS, fillers=FILLERS)
