import type { MessageText } from '../text.ts';

/** The order until its parcels leave, in Italian. */
export const order = {
  ORDER_PLACED: {
    subject: 'Grazie per il tuo ordine {number}',
    body: [
      'Abbiamo ricevuto il tuo ordine di {amount} e lo stiamo preparando.',
      'Sarà da te entro {latest}.',
    ],
  },
  PAYMENT_ACTION_NEEDED: {
    subject: 'Il pagamento dell’ordine {number} aspetta te',
    body: [
      'La tua banca ti chiede di confermare il pagamento di {amount}. Fino ad allora teniamo da parte i tuoi articoli.',
    ],
    sms: 'Conferma alla tua banca il pagamento di {amount} per l’ordine {number}.',
  },
  ORDER_ON_HOLD: {
    subject: 'Stiamo verificando il tuo ordine {number}',
    body: ['Il tuo ordine è in attesa per un momento. Non devi fare nulla; ti scriviamo appena riparte.'],
  },
  ORDER_EDITED: {
    subject: 'Il tuo ordine {number} è cambiato',
    body: [
      'Il tuo ordine è stato modificato come concordato. Sarà da te, o pronto per il ritiro, entro {latest}.',
    ],
  },
  LINES_CANCELLED: {
    subject: 'Una parte del tuo ordine {number} non può essere consegnata',
    body: [
      'Ci dispiace: abbiamo dovuto annullare {units, plural, one {# articolo} other {# articoli}} del tuo ordine.',
      'Non paghi ciò che è annullato. Il resto arriva come previsto.',
    ],
  },
  LINES_CANCELLED_BY_CUSTOMER: {
    subject: 'Una parte del tuo ordine {number} è annullata',
    body: [
      'Come hai chiesto, {units, plural, one {# articolo è annullato e non lo paghi} other {# articoli sono annullati e non li paghi}}.',
    ],
  },
  ORDER_CANCELLED: {
    subject: 'Il tuo ordine {number} è annullato',
    body: [
      'Ci dispiace: abbiamo dovuto annullare il tuo ordine. Non paghi nulla; quanto hai pagato ti viene restituito.',
    ],
  },
  ORDER_CANCELLED_BY_CUSTOMER: {
    subject: 'Il tuo ordine {number} è annullato',
    body: ['Come hai chiesto, il tuo ordine è annullato. Quanto hai pagato ti viene restituito.'],
  },
  BACKORDERED: {
    subject: 'Una parte del tuo ordine {number} arriva un po’ più tardi',
    body: [
      'Aspettiamo {units, plural, one {# articolo} other {# articoli}}. Pensiamo di consegnare entro {latest}.',
    ],
  },
  BACKORDER_MOVED: {
    subject: 'Una nuova data per il tuo ordine {number}',
    body: [
      'Il nostro fornitore è in ritardo: invece che entro {previous} pensiamo di consegnare entro {latest}. Ci dispiace.',
      'Puoi aspettare, annullare ciò che non è ancora partito, o ritirarlo dove un negozio lo ha: dal link al tuo ordine.',
    ],
  },
  REFUNDED: {
    subject: 'Ti abbiamo rimborsato {amount}',
    body: [
      'Abbiamo restituito {amount} sul mezzo di pagamento usato per l’ordine {number}. La tua banca può impiegare qualche giorno a mostrarlo.',
    ],
  },
  PREPARING_LATE: {
    subject: 'Il tuo ordine {number} richiede un po’ più di tempo',
    body: ['Stiamo ancora preparando il tuo ordine. Facciamo il possibile per essere da te entro {latest}.'],
  },
  LABEL_NOT_SCANNED: {
    subject: 'Il tuo pacco sta per partire',
    body: [
      'Il tuo pacco è pronto e aspetta che {carrier} lo prenda in carico. Lo teniamo d’occhio; la data di {latest} resta valida.',
    ],
  },
  LABEL_STILL_NOT_SCANNED: {
    subject: 'Ci stiamo occupando del tuo pacco',
    body: [
      '{carrier} non ha ancora confermato il tuo pacco. Stiamo chiedendo e ti scriviamo appena sappiamo di più.',
    ],
  },
  TRACKING_INVALID: {
    subject: 'Il tracciamento del tuo pacco',
    body: [
      '{carrier} non conosce il numero di tracciamento che ti abbiamo dato. Stiamo cercando dove si trova il tuo pacco e ti scriviamo se qualcosa cambia; non devi fare nulla.',
    ],
  },
} as const satisfies Readonly<Record<string, MessageText>>;
