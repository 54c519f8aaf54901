import { milestoneTexts } from './reasons.ts';
import type { TranslatedSummaries } from './words.ts';

const payments = {
  AUTHORIZATION: 'Autorizzazione',
  CHARGE: 'Pagamento',
  REFUND: 'Rimborso',
  VOID: 'Sblocco di fondi',
};
const states = {
  PENDING: 'in corso',
  SUCCEEDED: 'eseguito',
  FAILED: 'non riuscito',
  ACTION_REQUIRED: 'da confermare da parte tua',
};
const refusals = {
  LEFT: 'già partiti o ritirati',
  WITH_CARRIER: 'già presso il corriere',
  LOCATION: 'la sede non ha potuto fermarli',
};
const found = {
  PAY: 'vengono tenuti e pagati',
  KEEP: 'puoi tenerli',
  CALL_BACK: 'li facciamo tornare',
};
const cancelledBy = {
  CUSTOMER: 'il cliente',
  RETAILER: 'il venditore',
  PAYMENT: 'il pagamento',
  NO_STOCK: 'mancanza di scorte',
  NOT_COLLECTED: '',
};

const undone = {
  LEFT: 'alcuni articoli erano già partiti',
  OUT_OF_STOCK: 'alcuni articoli erano appena stati venduti',
};
const parts = {
  RECIPIENT: 'il destinatario',
  STREET: 'la via',
  PLACE: 'il luogo',
  INSTRUCTIONS: 'le istruzioni per il corriere',
};

/** The timeline in Italian. */
export const italianSummaries: TranslatedSummaries = {
  'orders.OrderPlaced': ({ number, lines, placedBy, soldBy }, words) => {
    const reason = placedBy?.reason === undefined ? '' : `: ${words.reason(placedBy.reason)}`;
    const service = placedBy === undefined ? '' : ` dal nostro servizio per il cliente${reason}`;
    const how = soldBy === undefined ? service : `, venduto nel negozio ${soldBy.locationId}`;
    return `Ordine ${number} effettuato, ${words.units(lines)}${how}.`;
  },
  'orders.OrderConfirmed': ({ shipments }) =>
    `Confermato; ${shipments.length === 1 ? 'una sede lo prepara' : `${shipments.length} sedi lo preparano`}.`,
  'orders.UnitsAdded': ({ lines, returnId, replaces }, { units }) =>
    `Aggiunta: ${units(lines)}${replaces === true ? ' in sostituzione' : returnId === undefined ? '' : ' in cambio'}.`,
  'orders.ReshipAsked': ({ lines, trouble }, { units }) =>
    `${trouble === 'LOST' ? 'Smarrimento' : 'Danno'}: ${units(lines)}; vediamo se possiamo rispedirli.`,
  'orders.UnitsReshipped': ({ lines }, { units }) => `Rispedizione senza nuovo addebito: ${units(lines)}.`,
  'orders.ReshipRefused': ({ code }) =>
    code === 'TURNED_UP'
      ? 'Gli articoli sono stati ritrovati; non viene rispedito nulla.'
      : 'La rispedizione non è possibile; il denaro viene restituito.',
  'orders.CollectorAllowed': () => 'Anche un’altra persona può ritirare l’ordine.',
  'orders.HoldReleased': ({ reason }, words) => `L’attesa è terminata: ${words.reason(reason)}.`,
  'orders.HoldRejected': ({ reason }, words) => `L’attesa ha chiuso l’ordine: ${words.reason(reason)}.`,
  'orders.OrderHeld': ({ reason }, words) => `In attesa: ${words.reason(reason)}.`,
  'orders.CancelAsked': ({ lines }, { units }) => `Annullamento richiesto: ${units(lines)}.`,
  'orders.CancelRefused': ({ lines, reason, change }, { units }) =>
    `${change === true ? 'Modifica' : 'Annullamento'} impossibile: ${units(lines)}, ${refusals[reason]}.`,
  'orders.LinesCancelled': ({ lines, by, reason }, words) =>
    `Annullamento: ${words.units(lines)}${by === 'NOT_COLLECTED' ? '' : ` (${cancelledBy[by]})`}; ${words.reason(reason)}.`,
  'orders.LinesReleased': ({ lines }, { units }) => `Affidato a una sede: ${units(lines)}.`,
  'orders.LinesArrived': ({ lines }, { units }) => `Arrivato in magazzino: ${units(lines)}.`,
  'orders.LinesRerouted': ({ lines }, { units }) => `Trasferito a un’altra sede: ${units(lines)}.`,
  'orders.LinesPicked': ({ lines }, { units }) => `Prelevato: ${units(lines)}.`,
  'orders.LinesPacked': ({ lines }, { units }) => `Imballato: ${units(lines)}.`,
  'orders.LinesShipped': ({ lines, collection, forwarded }, { units }) =>
    `${collection ? 'Pronto per il ritiro' : forwarded === true ? 'In viaggio verso il negozio' : 'Consegnato al corriere'}: ${units(lines)}.`,
  'orders.LinesReadyToCollect': ({ lines }, { units }) => `Pronto per il ritiro: ${units(lines)}.`,
  'orders.CollectionReminded': ({ lines, collectByMs }, { units, instant }) =>
    `Promemoria: ${units(lines)} da ritirare entro il ${instant(collectByMs)}.`,
  'orders.LinesDelivered': ({ lines, collection }, { units }) =>
    `${collection ? 'Ritirato' : 'Consegnato'}: ${units(lines)}.`,
  'orders.LinesWrittenOff': ({ lines }, { units }) => `Smarrito durante il trasporto: ${units(lines)}.`,
  'orders.LinesCameBack': ({ lines }, { units }) => `Consegna impossibile, tornato da noi: ${units(lines)}.`,
  'orders.DeliveryAtRisk': ({ expectedAtMs }, { instant }) =>
    `Il corriere prevede la consegna il ${instant(expectedAtMs)}, più tardi di quanto promesso.`,
  'orders.FoundDecided': ({ lines, decision }, { units }) =>
    `Ritrovato: ${units(lines)}; ${found[decision]}.`,
  'orders.ReturnRequested': ({ lines }, { units }) => `Reso richiesto: ${units(lines)}.`,
  'orders.ReturnWithdrawn': ({ lines }, { units }) => `Reso ritirato: ${units(lines)}.`,
  'orders.ReturnArrived': ({ lines }, { units }) => `Reso ricevuto: ${units(lines)}.`,
  'orders.LinesReturned': ({ lines }, { units }) => `Reso accettato: ${units(lines)}.`,
  'orders.ReturnRefused': ({ lines }, { units }) => `Reso rifiutato: ${units(lines)}.`,
  'orders.ParcelMoved': ({ milestone, text }) => milestoneTexts[milestone]?.it ?? text,
  'orders.OrderRepromised': ({ latestAtMs, reason }, words) =>
    `Nuova data al più tardi: ${words.instant(latestAtMs)}; ${words.reason(reason)}.`,
  'orders.PaymentChanged': ({ kind, state, amount }, { money }) =>
    `${payments[kind]} di ${money(amount)}: ${states[state]}.`,
  'orders.PaymentRecorded': ({ amount, method }, { money }) =>
    `${money(amount)} pagati ${method === 'INVOICE' ? 'con fattura' : 'in negozio'}.`,
  'orders.PaymentDue': ({ amount, method }, { money }) =>
    `${money(amount)} da pagare ${method === 'INVOICE' ? 'con fattura' : 'in negozio'}.`,
  'orders.GoodwillGranted': ({ amount, delivery, reason }, words) =>
    `${words.money(amount)} restituiti${delivery === true ? ' sulla consegna' : ''}: ${words.reason(reason)}.`,
  'orders.RefundGranted': () => 'Il denaro di un reso viene restituito.',
  'orders.DeliveryGivenBack': () => 'Il prezzo della consegna viene restituito.',
  'orders.CreditMoved': ({ amount }, { money }) => `${money(amount)} già pagati servono per altri articoli.`,
  'orders.MoneyEscalated': ({ kind, amount }, { money }) =>
    `${payments[kind]} di ${money(amount)}: se ne occupa una persona.`,
  'orders.OrderDelivered': ({ deliveredAtMs, readyAtMs, promisedLatestAtMs }) =>
    `Tutto ${readyAtMs === undefined ? 'è arrivato' : 'è stato ritirato ed era pronto'}, ${(readyAtMs ?? deliveredAtMs) <= promisedLatestAtMs ? 'come promesso' : 'più tardi di quanto promesso'}.`,
  'orders.MoneyGivenBack': ({ amount }, { money }) => `${money(amount)} restituiti in tutto.`,
  'orders.RefundDone': ({ amount }, { money }) => `${money(amount)} rimborsati per un reso.`,
  'orders.ChangeAsked': ({ lines }, { units }) => `Altro modo di consegna richiesto: ${units(lines)}.`,
  'orders.LinesRecalled': ({ lines }, { units }) => `Ripreso dalla sede per la modifica: ${units(lines)}.`,
  'orders.OrderReplanned': ({ promise: { title, latestAtMs }, reason }, words) =>
    `Modificato: ${title}, al più tardi ${words.instant(latestAtMs)}${reason === undefined ? '' : `; ${words.reason(reason)}`}.`,
  'orders.ChangeUndone': ({ reason }) => `La modifica non era più possibile: ${undone[reason]}.`,
  'orders.AddressChanged': ({ what, reason }, words) =>
    `Modificato: ${what.map((part) => parts[part]).join(', ')}${reason === undefined ? '' : `; ${words.reason(reason)}`}.`,
  'orders.AuthorizationLapsed': ({ amount }, { money }) =>
    `${money(amount)} prima riservati non lo sono più.`,
};
