import type { MessageText } from '../text.ts';

/** Parcels on their way, in Italian. */
export const delivery = {
  PARCEL_SHIPPED: {
    subject: 'Il tuo pacco è in viaggio',
    body: ['Il tuo pacco è partito con {carrier}.', 'Sarà da te entro {latest}.'],
  },
  PARCELS_DIGEST: {
    subject: 'Novità sul tuo ordine {number}',
    body: [
      'Oggi {units, plural, one {# pacco del tuo ordine è andato avanti} other {# pacchi del tuo ordine sono andati avanti}}.',
    ],
  },
  ARRIVES_TOMORROW: {
    subject: 'Il tuo pacco arriva domani',
    body: ['{carrier} prevede di consegnare il tuo pacco domani.'],
  },
  OUT_FOR_DELIVERY: {
    subject: 'Il tuo pacco arriva oggi',
    body: ['{carrier} sta arrivando da te con il tuo pacco.'],
    sms: 'Il tuo pacco dell’ordine {number} arriva oggi con {carrier}.',
  },
  DELAY_ANNOUNCED: {
    subject: 'Il tuo pacco arriva più tardi del promesso',
    body: [
      '{carrier} ci segnala un ritardo. Ora aspettiamo il tuo pacco entro {latest}. Ci dispiace farti aspettare.',
    ],
  },
  DELAY_PREDICTED: {
    subject: 'Il tuo ordine {number} potrebbe arrivare più tardi del promesso',
    body: [
      'Il tuo pacco è più lento del solito, e preferiamo dirtelo ora: potrebbe arrivare dopo {latest}. Lo seguiamo e ti scriviamo appena sappiamo di più.',
    ],
  },
  DELIVERY_OVERDUE: {
    subject: 'Il tuo ordine {number} è in ritardo',
    body: [
      'Il tuo ordine doveva essere da te entro {latest} e non è ancora arrivato. Ci dispiace. Ce ne stiamo occupando e ti scriviamo appena sappiamo di più.',
    ],
  },
  CUSTOMS: {
    subject: 'Il tuo pacco è in dogana',
    body: ['Il tuo pacco con {carrier} è in fase di sdoganamento. Non devi fare nulla.'],
  },
  ATTEMPT_FAILED: {
    subject: 'Il tuo pacco non è stato consegnato',
    body: [
      '{carrier} è passato da te e non ha potuto consegnare il pacco. Ci sarà un nuovo tentativo o lo troverai in un punto di ritiro; il tracciamento dice dove.',
    ],
    sms: '{carrier} non ha potuto consegnare il pacco dell’ordine {number} oggi e riproverà.',
  },
  AT_PICKUP_POINT: {
    subject: 'Il tuo pacco è pronto per il ritiro',
    body: [
      'Il tuo pacco ti aspetta al punto di ritiro di {carrier}{until, select, unknown {} other { fino a {until}}}. Porta il numero di tracciamento o un documento.',
    ],
    sms: 'Il pacco dell’ordine {number} è al punto di ritiro di {carrier}{until, select, unknown {} other { fino a {until}}}: {tracking}',
  },
  PICKUP_POINT_REMINDER: {
    subject: 'Il tuo pacco ti aspetta ancora',
    body: ['Il tuo pacco ti aspetta al punto di ritiro fino a {until}.'],
    sms: 'Il pacco dell’ordine {number} ti aspetta al punto di ritiro fino a {until}: {tracking}',
  },
  PICKUP_POINT_LAST_DAY: {
    subject: 'Ultimo giorno per ritirare il tuo pacco',
    body: ['Oggi è l’ultimo giorno per ritirare il tuo pacco. Poi torna da noi.'],
    sms: 'Ultimo giorno per ritirare il pacco dell’ordine {number}: {tracking}',
  },
  PARCEL_DELIVERED: {
    subject: 'Il tuo pacco è arrivato',
    body: ['{carrier} ha consegnato il tuo pacco. Speriamo che ti piaccia.'],
    sms: 'Il pacco dell’ordine {number} è stato consegnato da {carrier}.',
  },
  ORDER_DELIVERED: {
    subject: 'Tutto il tuo ordine {number} è arrivato',
    body: ['Tutti i pacchi del tuo ordine sono stati consegnati. Grazie per la pazienza.'],
  },
  PARCEL_DAMAGED: {
    subject: 'Il tuo pacco è stato danneggiato',
    body: [
      '{carrier} ci segnala che il tuo pacco è stato danneggiato in viaggio. Ci dispiace.',
      '{remedy, select, RESHIP {Ti rimandiamo gli articoli.} REFUND {Ti restituiamo il denaro.} other {Stiamo verificando e ti scriviamo entro un giorno.}}',
    ],
  },
  PARCEL_LOST: {
    subject: 'Il tuo pacco è andato perso',
    body: [
      'Il tuo pacco con {carrier} non si trova. Ci dispiace.',
      '{remedy, select, RESHIP {Ti rimandiamo gli articoli.} REFUND {Ti restituiamo il denaro.} other {Stiamo verificando e ti scriviamo entro un giorno.}}',
    ],
  },
  RETURNING_TO_SENDER: {
    subject: 'Il tuo pacco sta tornando da noi',
    body: [
      '{carrier} non ha potuto consegnare il tuo pacco, che torna da noi. Ti scriviamo su come si procede.',
    ],
  },
  BACK_AT_WAREHOUSE: {
    subject: 'Il tuo pacco è tornato da noi',
    body: [
      'Il pacco che non è stato consegnato è arrivato qui. Ti restituiamo il denaro, se non ci chiedi di rimandarlo.',
    ],
  },
} as const satisfies Readonly<Record<string, MessageText>>;
