import type { MessageText } from '../text.ts';

/** Collection, returns and care, in Italian. */
export const afterwards = {
  READY_TO_COLLECT: {
    subject: 'Pronto per il ritiro: ordine {number}',
    body: ['Il tuo ordine ti aspetta a {place} fino a {until}. Porta il numero d’ordine.'],
    sms: 'L’ordine {number} è pronto a {place} fino a {until}.',
  },
  COLLECT_REMINDER: {
    subject: 'Il tuo ordine {number} ti aspetta ancora',
    body: ['Il tuo ordine ti aspetta a {place} fino a {until}.'],
    sms: 'L’ordine {number} ti aspetta a {place} fino a {until}.',
  },
  COLLECT_LAST_DAY: {
    subject: 'Ultimo giorno per ritirare l’ordine {number}',
    body: ['Oggi è l’ultimo giorno per ritirare il tuo ordine a {place}.'],
    sms: 'Ultimo giorno per ritirare l’ordine {number} a {place}.',
  },
  COLLECTED: {
    subject: 'Grazie della visita',
    body: ['Hai ritirato il tuo ordine {number} a {place}. Speriamo che ti piaccia.'],
  },
  COLLECT_EXPIRED: {
    subject: 'Il tuo ordine {number} non è stato ritirato',
    body: [
      'Il tuo ordine ti ha aspettato e il tempo è scaduto. È annullato, e quanto hai pagato ti viene restituito.',
    ],
  },
  RETURN_LABEL: {
    subject: 'L’etichetta del tuo reso {return}',
    body: [
      'Il tuo reso è registrato. Stampa l’etichetta, attaccala al pacco e consegnalo; l’etichetta è nella pagina dell’ordine.',
    ],
  },
  RETURN_ON_ITS_WAY: {
    subject: 'Il tuo reso {return} è in viaggio',
    body: ['Il corriere ha il tuo reso. Ti scriviamo appena è arrivato.'],
  },
  RETURN_RECEIVED: {
    subject: 'Il tuo reso {return} è arrivato',
    body: ['Abbiamo ricevuto il tuo reso e lo stiamo controllando.'],
  },
  RETURN_INSPECTED: {
    subject: 'Il tuo reso {return} è stato controllato',
    body: ['Abbiamo controllato il tuo reso. Quanto accettiamo viene rimborsato ora.'],
  },
  RETURN_REFUNDED: {
    subject: 'Abbiamo rimborsato {amount} per il tuo reso',
    body: [
      'Abbiamo restituito {amount} sul tuo mezzo di pagamento. La tua banca può impiegare qualche giorno a mostrarlo.',
    ],
  },
  RETURN_REFUSED: {
    subject: 'Sul tuo reso {return}',
    body: ['Ci dispiace: non possiamo accettare il tuo reso. Scrivici se pensi che sbagliamo.'],
  },
  EXCHANGE_SHIPPED: {
    subject: 'Il tuo cambio è in viaggio',
    body: ['L’articolo che hai scelto al suo posto è partito con {carrier}.'],
  },
  PROMISE_MOVED: {
    subject: 'Una nuova data per il tuo ordine {number}',
    body: [
      'Ti avevamo promesso l’ordine entro {previous} e non possiamo mantenerlo: sarà da te entro {latest}. Ci dispiace.',
      'Puoi aspettare, annullare ciò che non è ancora partito, o ritirarlo dove un negozio lo ha: dal link al tuo ordine.',
    ],
  },
  TICKET_OPENED: {
    subject: 'Abbiamo ricevuto la tua richiesta {ticket}',
    body: ['Grazie per averci scritto sull’ordine {number}. Rispondiamo appena possibile.'],
  },
  TICKET_ANSWERED: {
    subject: 'Una risposta alla tua richiesta {ticket}',
    body: [
      'Abbiamo risposto alla tua richiesta sull’ordine {number}. Trovi la risposta nella pagina dell’ordine.',
    ],
  },
  TICKET_CLOSED: {
    subject: 'La tua richiesta {ticket} è chiusa',
    body: ['Pensiamo che la tua richiesta sull’ordine {number} sia risolta. Scrivici di nuovo se non lo è.'],
  },
  GOODWILL: {
    subject: 'Un piccolo grazie per la tua pazienza',
    body: ['L’ordine {number} non è andato come doveva. Ti abbiamo restituito {amount}.'],
  },
  SURVEY: {
    subject: 'Com’è andata la consegna dell’ordine {number}?',
    body: ['Basta un clic: com’è andata la consegna, da 1 (male) a 5 (molto bene)?'],
  },
} as const satisfies Readonly<Record<string, MessageText>>;
