import { languageOf, type Language } from '@promesse/geography/locales';
import type { EventPayload } from '../../../schema/events/registry.ts';
import type { OrderEventName } from './order.ts';
import { frenchSummaries } from './texts/fr.ts';
import { italianSummaries } from './texts/it.ts';
import { wordsIn, type Summaries, type TranslatedSummaries, type Words } from './texts/words.ts';

/** Who ordered for the customer: nothing when they did it themselves. */
function placedWords(
  placedBy: EventPayload<'orders.OrderPlaced'>['placedBy'],
  soldBy: EventPayload<'orders.OrderPlaced'>['soldBy'],
  words: Words,
): string {
  if (soldBy !== undefined) return `, sold in the store ${soldBy.locationId}`;
  if (placedBy === undefined) return '';
  const reason = placedBy.reason === undefined ? '' : `: ${words.reason(placedBy.reason)}`;
  return ` by our service for the customer${reason}`;
}

const paymentWords = {
  AUTHORIZATION: 'Authorisation',
  CHARGE: 'Charge',
  REFUND: 'Refund',
  VOID: 'Release of funds',
};
const refusalWords = {
  LEFT: 'they had left or been collected',
  WITH_CARRIER: 'the carrier has them already',
  LOCATION: 'the location could not stop them',
};

const because = (reason: string | undefined, words: Words): string =>
  reason === undefined ? '' : `: ${words.reason(reason)}`;

const undoneWords = {
  LEFT: 'units had left',
  OUT_OF_STOCK: 'units for the new way had just been sold',
};

const addressWords = {
  RECIPIENT: 'Recipient',
  STREET: 'Street',
  PLACE: 'Place',
  INSTRUCTIONS: 'Instructions for the carrier',
};

const foundWords = {
  PAY: 'they are kept and paid',
  KEEP: 'they may be kept',
  CALL_BACK: 'they are called back',
};

/** The timeline in English. */
export const englishSummaries: Summaries = {
  'orders.OrderPlaced': ({ number, lines, placedBy, soldBy }, words) =>
    `Order ${number} placed with ${words.units(lines)}${placedWords(placedBy, soldBy, words)}.`,
  'orders.OrderConfirmed': ({ shipments }) =>
    `Confirmed; ${shipments.length === 1 ? 'one location works' : `${shipments.length} locations work`} on it.`,
  'orders.UnitsAdded': ({ lines, returnId, reason, replaces }, words) => {
    const how = replaces === true ? ' in place of those' : returnId === undefined ? '' : ' in exchange';
    return `${words.units(lines)} added${how}${because(reason, words)}.`;
  },
  'orders.ChangeAsked': ({ lines }, { units }) => `Another way of delivery for ${units(lines)} asked for.`,
  'orders.LinesRecalled': ({ lines }, { units }) =>
    `${units(lines)} taken back from the location for the change.`,
  'orders.OrderReplanned': ({ promise: { title, latestAtMs }, reason }, words) =>
    `Changed to ${title}, until ${words.instant(latestAtMs)} at the latest${because(reason, words)}.`,
  'orders.ChangeUndone': ({ reason }) => `The change was not possible any more: ${undoneWords[reason]}.`,
  'orders.AddressChanged': ({ what, reason }, words) =>
    `${what.map((part) => addressWords[part]).join(', ')} changed${because(reason, words)}.`,
  'orders.ReshipAsked': ({ lines, trouble }, { units }) =>
    `${units(lines)} ${trouble === 'LOST' ? 'lost' : 'damaged'}: we see whether we can send the same again.`,
  'orders.UnitsReshipped': ({ lines }, { units }) => `${units(lines)} sent again, without a new charge.`,
  'orders.ReshipRefused': ({ code }) =>
    code === 'TURNED_UP'
      ? 'The units have turned up; nothing is sent again.'
      : 'The same cannot be sent again; the money goes back.',
  'orders.CollectorAllowed': () => 'Somebody else may collect it, too.',
  'orders.HoldReleased': ({ reason }, words) => `The hold was lifted: ${words.reason(reason)}.`,
  'orders.HoldRejected': ({ reason }, words) => `The hold ended the order: ${words.reason(reason)}.`,
  'orders.OrderHeld': ({ reason }, words) => `On hold: ${words.reason(reason)}.`,
  'orders.CancelAsked': ({ lines }, { units }) => `Cancellation of ${units(lines)} asked for.`,
  'orders.CancelRefused': ({ lines, reason, change }, { units }) =>
    `${units(lines)} could not be ${change === true ? 'sent another way' : 'cancelled'}: ${refusalWords[reason]}.`,
  'orders.LinesCancelled': ({ lines, by, reason }, words) =>
    by === 'NOT_COLLECTED'
      ? `${words.units(lines)} cancelled: ${words.reason(reason)}.`
      : `${words.units(lines)} cancelled by ${by.toLowerCase()}: ${words.reason(reason)}.`,
  'orders.LinesReleased': ({ lines }, { units }) => `${units(lines)} given to a location.`,
  'orders.LinesArrived': ({ lines }, { units }) => `${units(lines)} have come in.`,
  'orders.LinesRerouted': ({ lines }, { units }) => `${units(lines)} moved to another location.`,
  'orders.LinesPicked': ({ lines }, { units }) => `${units(lines)} picked.`,
  'orders.LinesPacked': ({ lines }, { units }) => `${units(lines)} packed.`,
  'orders.LinesShipped': ({ lines, collection, forwarded }, { units }) =>
    `${units(lines)} ${collection ? 'ready to collect' : forwarded === true ? 'on the way to the store' : 'handed to the carrier'}.`,
  'orders.LinesReadyToCollect': ({ lines }, { units }) => `${units(lines)} ready to collect.`,
  'orders.CollectionReminded': ({ lines, collectByMs }, { units, instant }) =>
    `Reminder: ${units(lines)} to collect until ${instant(collectByMs)}.`,
  'orders.LinesDelivered': ({ lines, collection }, { units }) =>
    `${units(lines)} ${collection ? 'collected' : 'delivered'}.`,
  'orders.LinesWrittenOff': ({ lines }, { units }) => `${units(lines)} lost on the way.`,
  'orders.LinesCameBack': ({ lines }, { units }) =>
    `${units(lines)} could not be delivered and ${lines.length === 1 && lines[0]?.quantity === 1 ? 'is' : 'are'} back with us.`,
  'orders.DeliveryAtRisk': ({ expectedAtMs }, { instant }) =>
    `The carrier expects to deliver on ${instant(expectedAtMs)}, later than promised.`,
  'orders.FoundDecided': ({ lines, decision }, { units }) =>
    `${units(lines)} turned up again: ${foundWords[decision]}.`,
  'orders.ReturnRequested': ({ lines }, { units }) => `Return of ${units(lines)} requested.`,
  'orders.ReturnWithdrawn': ({ lines }, { units }) => `Return of ${units(lines)} withdrawn.`,
  'orders.ReturnArrived': ({ lines }, { units }) => `${units(lines)} came back.`,
  'orders.LinesReturned': ({ lines }, { units }) => `The return of ${units(lines)} was accepted.`,
  'orders.ReturnRefused': ({ lines }, { units }) => `The return of ${units(lines)} was not accepted.`,
  'orders.ParcelMoved': ({ text }) => text,
  'orders.OrderRepromised': ({ latestAtMs, reason }, words) =>
    `New latest delivery ${words.instant(latestAtMs)}: ${words.reason(reason)}.`,
  'orders.PaymentChanged': ({ kind, state, amount }, { money }) =>
    `${paymentWords[kind]} of ${money(amount)} ${state.toLowerCase()}.`,
  'orders.AuthorizationLapsed': ({ amount }, { money }) =>
    `${money(amount)} that had been set aside is not held any more.`,
  'orders.PaymentRecorded': ({ amount, method }, { money }) =>
    `${money(amount)} paid ${method === 'INVOICE' ? 'for the invoice' : 'in the store'}.`,
  'orders.PaymentDue': ({ amount, method }, { money }) =>
    `${money(amount)} to be paid ${method === 'INVOICE' ? 'on invoice' : 'in the store'}.`,
  'orders.GoodwillGranted': ({ amount, delivery, reason }, words) =>
    `${words.money(amount)} given back${delivery === true ? ' of the delivery' : ''}: ${words.reason(reason)}.`,
  'orders.RefundGranted': () => 'The money of a return goes back.',
  'orders.DeliveryGivenBack': () => 'The price of the delivery goes back.',
  'orders.CreditMoved': ({ amount }, { money }) => `${money(amount)} of a return paid for something else.`,
  'orders.MoneyEscalated': ({ kind, amount }, { money }) =>
    `${paymentWords[kind]} of ${money(amount)} needs somebody's attention.`,
  'orders.OrderDelivered': ({ deliveredAtMs, readyAtMs, promisedLatestAtMs }) =>
    `Everything has ${readyAtMs === undefined ? 'arrived' : 'been collected; it was ready'}, ${(readyAtMs ?? deliveredAtMs) <= promisedLatestAtMs ? 'as promised' : 'later than promised'}.`,
  'orders.MoneyGivenBack': ({ amount }, { money }) => `${money(amount)} given back in all.`,
  'orders.RefundDone': ({ amount }, { money }) => `${money(amount)} refunded for a return.`,
};

/** Sentences by language. */
export const summaries: Readonly<Record<Language, TranslatedSummaries>> = {
  en: englishSummaries,
  fr: frenchSummaries,
  it: italianSummaries,
};

/** In which language a sentence is, and where its dates are. */
export interface Telling {
  /** Language as the reader or the order names it; English for one the application does not speak. */
  readonly locale: string;
  /** Zone of the place the order goes to. @default UTC */
  readonly timeZone?: string;
}

/** The sentence for an event as it stands in the journal. */
export function summaryOf(type: string, data: unknown, { locale, timeZone }: Telling): string {
  const language = languageOf(locale);
  // The journal checked the payload of this name when it was written.
  const name = type as OrderEventName;
  const own = summaries[language][name] as ((data: unknown, words: Words) => string) | undefined;
  if (own !== undefined) return own(data, wordsIn(language, timeZone));
  const english = englishSummaries[name] as ((data: unknown, words: Words) => string) | undefined;
  return english === undefined ? type : english(data, wordsIn('en', timeZone));
}
