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
        basta stop ya parenle parale parenla frenen frene terminen termine acaben acabe
        interrumpan interrumpa interrumpir descontinuen suspender suspende dejense
        dejarme dejaran quit detenga alto""",
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
        contacteis llameis molesteis mensajeen contactarme molestarnos escribirnos comuniquen comunique""",
    "send": """envie envien envies enviar mande manden mandes mandar envieis mandeis llegue
        lleguen""",
    "me": "me nos le les",
    "more": "mas nunca jamas nuevamente",
    "texts": """mensajes mensaje textos texto sms notificaciones notificacion alertas promociones
        promocion ofertas publicidad propaganda spam anuncios correos llamadas avisos
        mensajitos recordatorios nada comunicaciones comunicacion tonterias envios envio publicitarios cosas
        boletines encuestas texts messages mensages mensajitos sms""",
    "det": """esa esas esta estas mas sus tus su tu estos esos este ese los las el la de ningun ninguna otro otra
        tantos tanto mi""",
    "want": "quiero queremos deseo deseamos necesito quisiera kiero quiera gustaria",
    "receive": "recibir resivir recivir recibo ver tener leer reciba",
    "remove": """quitarme borrarme sacarme eliminarme removerme quitenme quitame quiteme saquenme sacame saqueme borrenme borrame borreme
        eliminenme eliminame elimineme remuevanme remueveme remuevame bajenme bajame denme
        dame deme danme desuscribanme desuscribeme retirenme retireme retirame excluyanme excluyame sacarnos quitarnos borrarnos quitennos
        saquennos borrennos eliminarnos sacadme borradme quitadme tachenme tacheme""",
    "removeit": """quiten quita quite quitar saquen saca saque sacar borren borra borre borrar
        eliminen elimina elimine eliminar remuevan remueva retiren retire olviden olvide olvida
        pierdan quitenle pierda pierde quitad borrad sacad tachen desechen desvinculen den""",
    "number": "numero telefono celular nombre contacto datos informacion cel num movil linea registro",
    "list": "lista listas base sistema registro registros contactos directorio textos mensajes grupo agenda",
    "end": """anule anulen anular cancele cancelen cancelar cancela desactive desactiven desactivar
        desactiva apague apaguen apagar quite quiten quitar elimine eliminen eliminar corte corten
        cortar suspenda suspendan suspender termine terminen terminar detenga detengan detener pare
        paren parar finalice finalicen""",
    "can": "puede pueden podria podrian puedes podrias quiero quisiera necesito favor pido solicito",
    "consent": "consentimiento permiso autorizacion",
    "revoke": """revoco retiro cancelo anulo quito revocar retirar revocado retirado niego""",
    "leave": "dejenme dejeme dejame dejanme dejadme dejennos dejenos",
}

SAYS = {
    "stop_contact": (
        "veces ... decir|digo|dije|pedir|pido|pedi que? no|basta|alto|ya|paren|stop|pare",
        "{end} mi|la|esta|esa|el? suscripcion|abonno|registro a|de|al {det}? {det}? {texts}",
        "dicho|dije|pedido|pedi|digo|repito ... que? paren|pare|dejen|deje|{cease}|no {me}? {writeme}|{write}|/",
        "{cease} a|con|de {det}? {det}? {texts}",
        "{end} {det}? {det}? mensajes|mensaje|textos|texto|sms|notificaciones|alertas|promociones|ofertas|publicidad|envios|avisos|recordatorios|boletines",
        "{cease} {det} envios|mensajes|avisos",
        "{cease} de {me}? ... {writeme}",
        "que no|dejen|deje|paren {me}? {write}|{send}|{writeme} mas|nunca|/",
        "quiero|queremos|necesito que paren|pare|dejen|deje|cesen|terminen|acaben|detengan",
        "como hago para|que que|no|ya|dejar {me}? ... {write}|{send}|{writeme}|{texts}",
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
        "no|ya =mande|=manden|=envie|=envien|=mandes {det}? {texts}",
        "ni {me} {write}|{send}|{writeme}",
        "no {writeme} mas|nunca|{texts}|nada",
        "solicito|pido|ruego|favor ... no {writeme}",
        "{can} no {writeme} mas|nunca|/|nada",
        "{can} {cease}|parar de? {writeme}|/",
        "no {me} {send}|{write} mas|nada|{texts}",
        "no {me} {send}|{write} mas *? {texts} /|a|de",
        "no {send}|{write} mas {det}? {texts}|/|aqui|a",
        "no {send} {texts}|nada|mas a|al este|mi|ese|{number}",
        "no {write} mas|nunca",
        "no {write} a este|mi {number}",
        "no vuelva|vuelvan|vuelvas a|en {me}? {write}|{send}|{writeme}",
        "/ no|nunca =escriban|=escriba|=escribas|=manden|=molesten|=envien /|mas|aqui|a",
        "no quiero mas|ningun|ninguna|nada *? {texts}|contacto",
        "no deseo|quiero|queremos|deseamos ser|que contactado|contactada|molestado|molestada|{me}",
        "no {me} sigan|siga|sigas *? escribiendo|mandando|enviando|molestando|llamando|texteando|jodiendo|chingando|con",
        "si {me} siguen|sigue|vuelven|vuelve escribiendo|mandando|molestando|enviando|a ... reporto|reportare|denuncio|bloqueo|demando|reportar|denunciar",
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
        "/ no mas *? {texts}",
        "/ ni|cero|no un? mensaje|mensajes|texto|textos mas",
        "/ ya no|basta|suficiente mas|{texts}",
        "/ ya basta|estuvo|es suficiente? /",
        "/ suficiente|ya /? {texts}|basta /",
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
        "{revoke} ... {consent}",
        "no tienen|tiene|doy|di|dimos|tienes mi|ningun|el|nunca? {consent}",
        "sin mi {consent}",
        "nunca|jamas|no di|autorice|pedi|solicite|acepte|firme|consenti|{me} mi|que|estos|esto|{consent}|recibir|{texts}|mensajes",
        "no {me} {want}|interesan|sirven|necesito|interesa {det}? {det}? *? {texts}",
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
        "numero >> {removeit}|{remove}|quitenlo|saquenlo|borrenlo|eliminenlo|quitelo|saquelo|borrelo|eliminelo",
        "quitenlo|saquenlo|borrenlo|eliminenlo|quitelo|saquelo|borrelo|eliminelo de {det}? {list}",
        "/ ya? pedi|solicite|quiero|pido|solicito|exijo la baja",
        "{removeit}|olvidense|olvidese|olvidate de? {det}? mi|este|el {number}",
        "desvincule|desvinculen|desligue mi|este {number}",
        "{me} {can} {removeit}|quitar|sacar|borrar|eliminar|dar ... {list}|baja",
        "{can} {removeit}|{remove}|quitar|sacar|borrar|eliminar mi|este|me|{number} {number}? /|de",
        "{can} {me}? {remove}|{removeit} de {det}? {det}? {list}|ahi|aqui|esto",
        "{removeit} {det}? mi|este|el|ese {number}",
        "{removeit} {me} de {det}? {det}? *? {list}",
        "/ fuera|afuera de {det}? {list}",
        "{can} darme|den|de|que ... de baja",
        "{me} {can} dar de baja",
        "den|de|dar|dame|denme|deme de baja mi|este|el|a|al {number}",
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
        "{can} {me}? dejarme|dejen|dejar en? paz|tranquilo|tranquila",
        "dejen|deje|deja de joder|chingar|molestar|fregar|fastidiar|insistir",
        "/ ya? no {me} molesten|moleste|jodan|chinguen|fastidien|frieguen",
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
        "/ ya /? pare|paren|parenle|dejen|stop|alto|basta ya? /",
        "/ que|ya pare|paren|parele|parenle ya? /|con|de|los",
        "les|te|le|ya dije|pedi|digo|dicho|pido que pare|paren|pares|parar|dejen|deje|no|basta|alto",
        "/ pare|paren|parenle con|de|ya eso|esto|esos|estos|/",
        "/ pare|paren|alto|basta|stop|detenganse|detente /",
        "que pare|paren|parar de? {texts}",
        "dije|digo|dicho que? pare|paren|parar|alto|stop|basta /",
    ),
}

UNLESS = (
    "dar|de|den|dame de baja mi|el|la ... viejo|vieja|anterior|servicio|seguro|cuenta|plan|contrato",
    "lunes|martes|miercoles|jueves|viernes|sabado|sabados|domingo|domingos|noche|noches no {me} {write}|{send}",
    "{removeit} el numero viejo|anterior|antiguo|otro",
    "no le|les escriba|escriban|llame|llamen|mande|manden a mi|la|el|ella",
    "no quiero|queremos|deseo|pedi|dije|quise dejar|parar|cancelar|salir|salirme|darme|detener",
    "el|un|al|senal|luz|del|de|proximo stop|alto|pare",
    "{cease}|{removeit}|{remove}|no ... ... llamar|llamarme|llamadas|correo|correos|email|emails|telefono >> prefiero|mejor|solo|pero|por|mande|manden|mandeme|siga|sigan|con texto|textos|mensaje|mensajes|sms|los|el",
    "no {me} {write}|{send}|{writeme} ... al|a|en|el la|mi|el|trabajo|oficina|casa|viejo|otro >> use|usen|uselo|mejor|a|al|mi celular|cel|numero|personal|nuevo|movil",
    "no llame|llamen|llames|llamar|marquen|marque >> mandeme|mandenme|mandame|escribanme|escribeme|escribame|por|textos|mensaje|mensajes|texto|mejor",
    "no|{cease} {me}|de llame|llamen|llamar|llamarme|marquen ... mandeme|mandenme|mandame|escribanme|escribeme|escribame|prefiero|mejor",
    "{cease} de llamar|llamarme|marcarme >> texto|textos|mensaje|mensajes|escriba|escriban|mandeme|mandenme",
    "cargo|cargos|cobro|cobros|pago|compra|retiro|transaccion|trabajo >> no autorice|autorizo|autorizado|autorizada",
    "no {me}? {removeit}|quiten|borren|saquen|eliminen|cancelen|den",
    "no quiero|queremos que {me}? paren|pare|dejen|deje|{removeit}|quiten|cancelen|se",
    "hijo|hija|nino|nina|bebe|esposo|esposa|primo|alguien mando|envio|escribio|puso|texteo *? {cease}|stop|alto|baja",
    "{cease}|stop|alto|baja|cancelar ... ... ignore|ignorenlo|ignorelo|ignoralo|accidente|error|equivocacion",
    "{cease}|stop|alto|baja >> ignorenlo|ignorelo|ignoralo|accidente|error|equivocacion",
    "otra|otro compania|empresa|tienda|numero|negocio >> {cease}|stop|alto|baja",
    "{end} mi|la|el|esa ... cita|reserva|pedido|orden|membresia|cuenta|servicio|seguro|contrato|luz|agua|plan",
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
    "no {me} llame|llamen|llames >> texto|mensaje|mandeme|mandenme|escribanme|escribame|escribeme|mandeme|textos",
    "dar|darme de baja mi|el|la servicio|cuenta|contrato|plan",
    "alto|pare en|voltaje|nivel|la",
)

LIMITS = (
    "para|pare|basta|alto /? que|esta|estan|son|es muy? risa|lindo|linda|hermoso|hermosa|divino|divina|bonito|increible|chistoso|buenisimo|precioso",
    "{write}|{send}|{writeme}|{texts} {more}? hasta|antes|despues|cuando|mientras|durante|si|hoy|manana|todavia|aun|excepto",
    "{write}|{send}|{writeme}|{texts} tan|tanto|muy temprano|tarde|seguido|noche",
    "{write}|{send}|{writeme}|{texts} en|por|de|al la|las|mi noche|noches|madrugada|manana|mananas|trabajo",
    "{write}|{writeme}|{texts} a las",
)

TABLE = Table(classes=CLASSES, says=SAYS, unless=UNLESS, limits=LIMITS, fillers=FILLERS)
