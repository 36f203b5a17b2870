"""How people say in Spanish that they want no more texts (compliance.md 1; tú, usted, ustedes).

Pronouns are written to the verb as often as not, so both ways stand here: "no me escriban" and
"deje de escribirme". Accents are gone by the time that these are read.
"""

from smsbot.guards.grammar import Table

FILLERS = """
porfavor favor por ya gracias hola oye oiga oigan senor senora senores amigo amigos pinche pinches
puto putos putas maldito malditos carajo coño cono joder mierda verga wey guey cabron cabrones
ahora mismo inmediatamente nunca jamas nomas de una vez please buenas buenos dias tardes disculpe
disculpen perdon solo tambien bueno ok okay pues
"""

CLASSES = {
    "cease": """deje deja dejen dejad dejar dejes dejaran dejaras podrian pare para paren parar
        pares detenga detengan deten detener cese cesen cesar evite eviten evita suspenda suspendan
        basta stop ya""",
    "writeme": """escribirme enviarme mandarme llamarme molestarme contactarme textearme textiarme
        mensajearme acosarme hostigarme fastidiarme chingarme joderme buscarme hablarme spamearme
        escribirnos enviarnos mandarnos llamarnos molestarnos contactarnos marcarme
        escribir enviar mandar llamar molestar contactar textear textiar acosar hostigar chingar
        joder fastidiar spamear mensajear estar fregar fregando molestando escribiendo estorbar escribiendome mandandome enviandome
        molestandome""",
    "sendme": "enviarme mandarme enviar mandar enviarnos mandarnos",
    "write": """escriba escriban escribas escribir contacte contacten contactes contactar llame
        llamen llames llamar moleste molesten molestes molestar textee texteen textees textear
        texteen busque busquen busques hable hablen hables acose acosen fastidien fastidie joda
        jodan jodas chinguen chingues chingen marque marquen marques manden escribais
        contacteis llameis molesteis mensajeen""",
    "send": """envie envien envies enviar mande manden mandes mandar envieis mandeis llegue
        lleguen""",
    "me": "me nos le les",
    "more": "mas nunca jamas nuevamente",
    "texts": """mensajes mensaje textos texto sms notificaciones notificacion alertas promociones
        promocion ofertas publicidad propaganda spam anuncios correos llamadas avisos
        mensajitos recordatorios nada comunicaciones tonterias""",
    "det": """esa esas esta estas mas sus tus su tu estos esos este ese los las el la de ningun ninguna otro otra
        tantos tanto mi""",
    "want": "quiero queremos deseo deseamos necesito quisiera kiero quiera gustaria",
    "receive": "recibir resivir recivir recibo ver tener leer reciba",
    "remove": """quitarme borrarme sacarme eliminarme removerme quitenme quitame quiteme saquenme sacame saqueme borrenme borrame borreme
        eliminenme eliminame elimineme remuevanme remueveme remuevame bajenme bajame denme
        dame deme danme desuscribanme desuscribeme retirenme retireme retirame excluyanme""",
    "removeit": """quiten quita quite quitar saquen saca saque sacar borren borra borre borrar
        eliminen elimina elimine eliminar remuevan remueva retiren retire olviden olvide olvida
        pierdan quitenle""",
    "number": "numero telefono celular nombre contacto datos informacion cel",
    "list": "lista listas base sistema registro registros contactos directorio",
    "leave": "dejenme dejeme dejame dejanme dejadme dejennos dejenos",
}

SAYS = {
    "stop_contact": (
        "{cease} de {writeme}",
        "{cease} me? de? estar? {sendme} {det}? {det}? {texts}",
        "{cease} con {det}? {det}? {texts}",
        "{cease} de? {det} {texts}",
        "{cease} {texts}",
        "basta de {det}? {texts}|{writeme}",
        "cancelar|cancele|cancelen|cancela|detener|parar|terminar|anular {det}? {det}? mensajes|textos|sms|notificaciones|alertas|promociones",
        "no {cease} escribiendo",
    ),
    "do_not_contact": (
        "/ no =escriban|=escriba|=escribas|=manden|=llamen|=molesten mas|nunca|/",
        "no {me} {write} /|{more}|porque|pues|yo|estoy|no|o|y|a|al|por",
        "no {me} vuelva|vuelvan|vuelvas a {write}|{send}|{writeme}",
        "no vuelva|vuelvan|vuelvas a {writeme}|{write}",
        "no {me} {send} {det}? {det}? {texts}",
        "no {me} {send} mas|nada",
        "no {me} este|esten|estes|siga|sigan|sigas escribiendo|mandando|enviando|molestando|llamando|texteando|jodiendo|chingando",
        "/ no molestar|molesten|moleste|contactar|llamar|escribir|enviar|contactarme|molestarme|escribirme",
        "/ no enviar|mandar|envien|manden {det}? {texts}",
        "no quiero que {me} {write}|{send}",
        "que no {me} {write}|{send} {det}? {texts}|mas",
    ),
    "no_more": (
        "no|ningun mas {det}? {texts}",
        "/ no mas /",
        "/ no mensajes|textos|publicidad|spam /",
        "/ ya no mas /",
        "/ basta ya? /",
        "/ alto /",
        "/ ya|pare|paren basta|alto /",
        "ya estuvo|basta con|de {det}? {texts}",
        "harto|harta|cansado|cansada de {det}? {det}? {texts}|recibir",
    ),
    "not_wanted": (
        "no {want} {det}? {det}? {texts}",
        "no {want} seguir? {receive}|recibiendo {det}? {det}? {texts}|esto|estos",
        "no {want} seguir recibiendo",
        "no {want} que {me} {write}|{send}|sigan|siga",
        "no {want} saber|nada de|con ustedes|usted|eso|esto|nada",
        "no {me} interesa recibir|{det} {texts}",
        "no autorizo|autorice|autorizado|consentimiento|permiso",
        "no {me} suscribi|registre|inscribi",
        "{want} dejar de {receive}",
    ),
    "remove": (
        "como me =salgo|=quito|=borro|=salirme de {det}? {list}|aqui|esto",
        "como =quito|=dejo|=cancelo|=paro|=detengo {det}? {det}? {texts}",
        "como =dejo de {receive} {det}? {texts}",
        "{remove} de {det}? {det}? {list}|aqui|ahi|baja|esto|esta",
        "{remove} /",
        "{removeit} mi {number}",
        "{removeit} este numero",
        "{want} que {me} {removeit}|saquen|borren|quiten|den de {det}? {det}? {list}|baja|ahi|aqui",
        "{want} salir|salirme|borrarme|quitarme de {det}? {list}|esto|aqui|este",
        "{want} darme|dar|me de baja /|de|del|porfavor|la|sus|este",
        "/ darme|dar|darse|deme|denme|dame|doy de baja /",
        "/ me {want} dar de baja",
        "/ me doy de baja",
        "solicito|quiero|pido|deseo la baja",
        "como {me} doy|doy|salgo|puedo darme? de baja|esto|{list}",
    ),
    "unsubscribe": (
        "desuscribir|desuscribirme|desuscribanme|desuscribeme|desuscribame|desuscriban|desinscribir|desinscribirme|desubscribir|desubscribirme",
        "cancelar|cancele|cancelen|anular|quitar mi|la? suscripcion a|de {det}? {texts}",
        "cancelar suscripcion",
    ),
    "leave_alone": (
        "{leave} en paz",
        "me dejen|deje|dejes en paz|tranquilo|tranquila",
        "/ no insista|insistan|insistas",
        "{leave} tranquilo|tranquila|solo|sola|quieto|quieta|tranquilos",
        "/ vayanse|vete|larguense|largate|vayase a|al",
        "/ no {me} chinguen|jodan|chingues|jodas",
    ),
    "block": (
        "los|te|lo|les|la voy a bloquear|reportar",
        "los|te|lo|la bloqueo|bloqueare|estoy",
        "bloqueado|bloquear este|su|tu|el numero",
    ),
    "stop_clause": (
        "/ pare|paren|alto|basta|stop|detenganse|detente /",
        "que pare|paren|parar de? {texts}",
        "dije|digo|dicho que? pare|paren|parar|alto|stop|basta /",
    ),
}

UNLESS = (
    "no autorice|autorizo|autorizado|autorizamos ese|el|este|ningun|esa|la|esos cobro|cargo|pago|compra|cobros|cargos|trabajo",
    "no {me} llame|llamen|llames / estoy|ando|voy|estare",
    "{remove} de la|su|tu lista de espera",
    "{removeit}|{remove} {me}? de la|su|tu lista de espera",
    "{cease} de {writeme}|{sendme} ... por correo|email|mail",
    "no {cease} de {writeme}|{sendme}",
    "ex|el|ella no {cease}",
    "lista de espera|invitados|compras|precios|citas",
    "mama|papa|esposa|esposo|hija|hijo|ella|el no quiere|quieren",
    "de la lista de espera",
    "no pare|pares|paren|deje|dejen|dejes|detenga",
    "no me quite|quiten|borren|saquen|elimine|eliminen",
    "{cease} de funcionar|gotear|sonar|salir|trabajar|calentar|enfriar",
    "no {me} llame|llamen|llames >> texto|mensaje|mandeme|mandenme|escribanme|escribame|escriban|escribeme|mandeme|textos",
    "dar|darme de baja mi|el|la servicio|cuenta|contrato|plan",
    "alto|pare en|voltaje|nivel|la",
)

LIMITS = (
    "{write}|{send}|{writeme}|{texts} {more}? hasta|antes|despues|cuando|mientras|durante|si|hoy|manana|todavia|aun|excepto",
    "{write}|{send}|{writeme}|{texts} tan|tanto|muy temprano|tarde|seguido|noche",
    "{write}|{send}|{writeme}|{texts} en|por|de|al la|las|mi noche|noches|madrugada|manana|mananas|trabajo",
    "{write}|{writeme}|{texts} a las",
)

TABLE = Table(classes=CLASSES, says=SAYS, unless=UNLESS, limits=LIMITS, fillers=FILLERS)
